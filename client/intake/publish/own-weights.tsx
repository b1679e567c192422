import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { opened } from '../../state/count.ts'
import { membersOf } from '../../state/members.ts'
import { normal } from '../map/normal.ts'
import type { Placing, Wide } from './plan-edits.ts'
import { readWeights } from './weights.ts'

interface Props {
  wide: Wide
  placing: Placing | null
  set: (placing: Omit<Placing, 'place' | 'agency' | 'year'>) => void
}

/** Weights pasted from a spreadsheet: a place and a weight a line, with the reason for them. */
export function OwnWeights({ wide, placing, set }: Props) {
  const id = useId()
  const text = useSignal(
    Object.entries(placing?.weights ?? {})
      .map(([code, weight]) => `${code}\t${weight}`)
      .join('\n'),
  )
  const reason = useSignal(placing?.reason ?? '')
  const faults = useSignal<readonly string[]>([])
  const use = (event: Event) => {
    event.preventDefault()
    const { weights, faults: found } = readWeights(text.value, codeOf(wide.place))
    const why = reason.value.trim()
    faults.value = why === '' ? [...found, 'Say why these weights: it stands in the count.'] : found
    if (faults.value.length === 0) set({ driver: 'own', weights, reason: why })
  }
  return (
    <form class="own-weights" onSubmit={use} noValidate>
      <label for={id}>Weights, a place and a weight a line, as a spreadsheet copies them</label>
      <textarea
        id={id}
        rows={5}
        spellcheck={false}
        value={text.value}
        placeholder={'E09000008\t120\nE09000002\t80'}
        onInput={(event) => {
          text.value = event.currentTarget.value
        }}
      />
      <label for={`${id}-why`}>Why these weights</label>
      <input
        id={`${id}-why`}
        type="text"
        maxLength={300}
        value={reason.value}
        onInput={(event) => {
          reason.value = event.currentTarget.value
        }}
      />
      {faults.value.length > 0 && (
        <ul class="field-wrong" role="alert">
          {faults.value.slice(0, 10).map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
          {faults.value.length > 10 && <li>And {faults.value.length - 10} more.</li>}
        </ul>
      )}
      <p>
        <button type="submit" class="button">
          Share by these weights
        </button>
      </p>
    </form>
  )
}

/** The code of a place a wider one is shared over, by its code or name. */
function codeOf(wider: string): (name: string) => string | undefined {
  const known = opened.answer.peek()
  if (!known) return () => undefined
  const codes = new Map(
    membersOf(known, [wider]).flatMap((code) => [
      [normal(code), code],
      [normal(known.byCode.get(code)?.name ?? code), code],
    ]),
  )
  return (name) => codes.get(normal(name))
}
