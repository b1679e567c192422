import { money, percent } from '../format.ts'
import { type Answer, local } from '../state/answer.ts'
import { classesInWords } from '../state/classes.ts'
import { definition } from '../state/definition.ts'
import { go } from '../state/store.ts'
import { covered, type Stretch } from './spans.ts'

interface Props {
  shown: Answer
  strip: Stretch[] | null
  /** The strip under the rules that ship, which the definitions that ship are drawn on. */
  shippedStrip: Stretch[] | null
  /** Recorded lines only: pounds are shown, and no share. */
  partial: boolean
}

/** The range: every definition with its stretch of the strip; choosing one moves the marker. */
export function Definitions({ shown, strip, shippedStrip, partial }: Props) {
  const chosen = definition.value!
  const own = chosen.own ? [{ ...chosen, ...local.value, on: strip, key: 'own' }] : []
  const shipped = shown.definitions.map((one) => ({ ...one, on: shippedStrip, key: one.id }))
  const current = chosen.own ? 'own' : chosen.id
  return (
    <fieldset class="definitions">
      <legend>The range: {shown.definitions.length} definitions in use</legend>
      {[...shipped, ...own].map(({ key, id, name, classes, numerator, share, on }) => (
        <label key={key} class={`definition${key === current ? ' chosen' : ''}`}>
          <input
            type="radio"
            name="definition"
            value={key}
            checked={key === current}
            onChange={() => key !== 'own' && go({ definition: id, rules: '', named: '' })}
          />
          <span class="definition-name">
            {key === 'own' && chosen.custom && chosen.name === name && !chosen.rules ? 'Custom' : name}{' '}
            <small>{classesInWords(classes)}</small>
          </span>
          <span class="definition-sum">
            {money(numerator)} {!partial && <b>{percent(share)}</b>}
          </span>
          {on && (
            <span class="rail" aria-hidden="true">
              {covered(on, classes).map(({ from, to }) => (
                <span key={from} class="reach" style={{ left: `${from}%`, width: `${to - from}%` }} />
              ))}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  )
}
