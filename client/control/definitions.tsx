import { money, percent } from '../format.ts'
import { type Answer, local } from '../state/answer.ts'
import { classesInWords } from '../state/classes.ts'
import { definition } from '../state/definition.ts'
import { go } from '../state/store.ts'
import { covered, type Stretch } from './spans.ts'

interface Props {
  shown: Answer
  strip: Stretch[] | null
  /** Recorded lines only: pounds are shown, and no share. */
  partial: boolean
}

/** The range: every definition with its stretch of the strip; choosing one moves the marker. */
export function Definitions({ shown, strip, partial }: Props) {
  const chosen = definition.value!
  const custom = chosen.custom ? [{ ...chosen, ...local.value }] : []
  return (
    <fieldset class="definitions">
      <legend>The range: {shown.definitions.length} definitions in use</legend>
      {[...shown.definitions, ...custom].map(({ id, name, classes, numerator, share }) => (
        <label key={id} class={`definition${id === chosen.id ? ' chosen' : ''}`}>
          <input
            type="radio"
            name="definition"
            value={id}
            checked={id === chosen.id}
            onChange={() => go({ definition: id })}
          />
          <span class="definition-name">
            {id === chosen.id && chosen.custom ? 'Custom' : name} <small>{classesInWords(classes)}</small>
          </span>
          <span class="definition-sum">
            {money(numerator)} {!partial && <b>{percent(share)}</b>}
          </span>
          {strip && (
            <span class="rail" aria-hidden="true">
              {covered(strip, classes).map(({ from, to }) => (
                <span key={from} class="reach" style={{ left: `${from}%`, width: `${to - from}%` }} />
              ))}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  )
}
