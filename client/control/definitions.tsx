import { money, percent } from '../format.ts'
import type { Answer } from '../state/answer.ts'
import { go, view } from '../state/store.ts'
import { covered, type Stretch } from './spans.ts'

/** The range: every definition with its stretch of the strip; choosing one moves the marker. */
export function Definitions({ shown, strip }: { shown: Answer; strip: Stretch[] | null }) {
  return (
    <fieldset class="definitions">
      <legend>What counts as local: {shown.definitions.length} definitions</legend>
      {shown.definitions.map((definition) => {
        const chosen = definition.id === view.value.definition
        return (
          <label key={definition.id} class={`definition${chosen ? ' chosen' : ''}`}>
            <input
              type="radio"
              name="definition"
              value={definition.id}
              checked={chosen}
              onChange={() => go({ definition: definition.id })}
            />
            <span class="definition-name">
              {definition.name} <small>{classesInWords(definition.classes)}</small>
            </span>
            <span class="definition-sum">
              {money(definition.numerator)} <b>{percent(definition.share)}</b>
            </span>
            {strip && (
              <span class="rail" aria-hidden="true">
                {covered(strip, definition.classes).map(({ from, to }) => (
                  <span key={from} class="reach" style={{ left: `${from}%`, width: `${to - from}%` }} />
                ))}
              </span>
            )}
          </label>
        )
      })}
    </fieldset>
  )
}

function classesInWords(classes: readonly number[]) {
  const run = classes.every((number, i) => i === 0 || number === classes[i - 1]! + 1)
  if (classes.length === 1) return `class ${classes[0]}`
  return run ? `classes ${classes[0]} to ${classes.at(-1)}` : `classes ${classes.join(', ')}`
}
