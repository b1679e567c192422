import { useSignal } from '@preact/signals'
import { edit, scenarioDocument, settle } from '../../state/document.ts'
import { partnerLabel, standing } from '../names.ts'
import type { Shown } from '../shown.ts'
import { type Shares, sharesFromNets, sharesOf, withShare } from '../split.ts'
import { pointed } from './pointed.ts'

const read = (text: string): number | null | undefined => {
  const plain = text.trim().replace('−', '-').replace(/%$/, '')
  if (plain === '') return null
  const value = Number(plain)
  return Number.isFinite(value) && Math.abs(value) <= 10_000 ? value / 100 : undefined
}

const shownAs = (share: number | null) =>
  share === null ? '' : String(Number((share * 100).toFixed(4))).replace('-', '−')

/** A partner's part of the gain in your split, typed as a percentage. */
export function ShareBox({ shown, id }: { shown: Shown; id: string }) {
  const typing = useSignal<string | null>(null)
  const { partners } = shown.reply
  const share = sharesOf(scenarioDocument.value ?? shown.document, partners)?.[partners.indexOf(id)] ?? null
  const wrong = typing.value !== null && read(typing.value) === undefined
  const start = (): Shares | null => {
    const rule = standing(shown)
    return rule && sharesFromNets(partners, rule.nets)
  }
  return (
    <span class="share-box">
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        aria-label={`Your split: part of the gain to ${partnerLabel(shown, id)}, per cent`}
        aria-invalid={wrong}
        value={typing.value ?? shownAs(share)}
        onInput={({ currentTarget }) => {
          typing.value = currentTarget.value
          const value = read(currentTarget.value)
          pointed.value = { rule: 'byHand', test: null }
          if (value !== undefined)
            edit((document) => withShare(document, start(), id, value), 'your split', 'your-split')
        }}
        onBlur={() => {
          typing.value = null
          settle()
        }}
      />
      <span aria-hidden="true">%</span>
    </span>
  )
}
