import { percentTenth } from '../../format.ts'
import { wrongAt } from '../field/bound.ts'
import { TickField } from '../field/choice-field.tsx'
import { Wrong } from '../field/field.tsx'
import { PercentField } from '../field/number-field.tsx'
import { append, put, without } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft, Outcome, Split } from '../state/draft.ts'
import { sum } from './amounts.ts'
import { partnerName } from './partner-name.ts'

export function FallsStep({ document }: { document: Draft }) {
  if (document.outcomes.length === 0)
    return <p class="note">Who each outcome falls to is asked here once there is an outcome in step 3.</p>
  return (
    <>
      <p class="field-why">
        Whose budget the fiscal value is in, adding to 100%, and how much of it could be taken out of that
        budget. No published rule for the cashable share was found: every one is an assumption, so say why in
        the source.
      </p>
      {document.outcomes.map((outcome, at) => (
        <Falls key={outcome.id ?? at} document={document} outcome={outcome} at={at} />
      ))}
    </>
  )
}

/** Shares made to add to one in proportion, or evenly where there is nothing to go by. */
function toWhole(split: readonly Split[]): Split[] {
  const total = sum(split.map(({ share }) => share))
  const last = split.length - 1
  const parts = split.map(({ share }) =>
    Number((total > 0 ? (share ?? 0) / total : 1 / split.length).toFixed(4)),
  )
  const rest = Number((1 - sum(parts.slice(0, last))).toFixed(4))
  return split.map((part, i) => ({ ...part, share: i === last ? rest : parts[i]! }))
}

function Falls({ document, outcome, at }: { document: Draft; outcome: Outcome; at: number }) {
  const name = outcome.name || `outcome ${at + 1}`
  const path = ['outcomes', at, 'split']
  const split = outcome.split ?? []
  const total = sum(split.map(({ share }) => share))
  const left = document.partners.filter(({ id }) => !split.some(({ partner }) => partner === id))
  const whole = Math.abs(total - 1) <= 0.0011
  return (
    <fieldset class="item">
      <legend>
        <h4>{name}</h4>
      </legend>
      {split.map((part, i) => {
        const who = partnerName(document, part.partner)
        return (
          <div class="split-part" key={`${part.partner} ${part.transfer}`}>
            <div class="item-head">
              <p class="field-label">{who}</p>
              <button
                type="button"
                class="button small"
                onClick={() => edit((now) => without(now, path, i), `the part of ${who}`)}
              >
                Remove
                <span class="hidden">
                  {' '}
                  {who} from {name}
                </span>
              </button>
            </div>
            <div class="fields">
              <PercentField path={[...path, i, 'share']} label={`Falls to ${who}`} />
              <PercentField path={[...path, i, 'cashable']} label={`Cashable by ${who}`} />
            </div>
            <TickField
              path={[...path, i, 'transfer']}
              label="A saved payment to people, such as a benefit: out of the economic case"
            />
            <Wrong id="" wrong={wrongAt([...path, i, 'partner'])} label={who} />
          </div>
        )
      })}
      <Wrong id={`f-outcomes-${at}-split`} wrong={wrongAt(path)} label={`The split of ${name}`} />
      <p class={`total${whole ? '' : ' off'}`}>
        {whole
          ? 'Adds to 100%'
          : `Adds to ${percentTenth(total)}: ${percentTenth(Math.abs(1 - total))} ${total < 1 ? 'still to fall to somebody' : 'too much'}`}
      </p>
      <p class="acts">
        {left.map((partner) => (
          <button
            key={partner.id}
            type="button"
            class="button small"
            onClick={() =>
              edit(
                (now) =>
                  append(now, path, {
                    partner: partner.id,
                    share: Number(Math.max(0, 1 - total).toFixed(4)),
                  }),
                `a part of ${name} for ${partner.name}`,
              )
            }
          >
            Add {partner.name || partner.id}
            <span class="hidden"> to {name}</span>
          </button>
        ))}
        {split.length > 1 && !whole && (
          <button
            type="button"
            class="button small"
            onClick={() => edit((now) => put(now, path, toWhole(split)), `the split of ${name}`)}
          >
            Make it add to 100%<span class="hidden"> for {name}</span>
          </button>
        )}
      </p>
      {document.partners.length === 0 && <p class="note">Partners are added in step 1.</p>}
    </fieldset>
  )
}
