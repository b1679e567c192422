import type { ControlRule, Count } from '../api-types.ts'
import { counted } from '../format.ts'
import { classesInWords } from '../state/classes.ts'
import { view } from '../state/store.ts'
import { ended } from '../words.ts'
import { Entry } from './entry.tsx'
import { entryId } from './entry-id.ts'

/** Classes, definitions and the rules that put a line in its class. */
export function Control({ count }: { count: Count }) {
  return (
    <section id="control" tabIndex={-1}>
      <h2>Local control</h2>
      <p>
        Every line falls in one of {counted(count.classes.length, 'class', 'classes')}, by the first rule that
        fits it. A definition of local control is a set of classes. Published shares differ mostly by
        definition, so every definition is shown, and any other set of classes can be picked.
      </p>
      <h3>Classes</h3>
      <ul class="terms">
        {count.classes.map((row) => (
          <li key={row.class} id={entryId('class', String(row.class))}>
            <span class={`swatch class-${row.class}`} aria-hidden="true" />
            <span>
              <strong>
                {row.class} {row.name}.
              </strong>{' '}
              {ended(row.meaning)}
            </span>
          </li>
        ))}
      </ul>
      <h3>Definitions</h3>
      <ul class="terms">
        {count.definitions.map((row) => (
          <Entry key={row.id} kind="definition" id={row.id}>
            <strong>{row.name}</strong> ({classesInWords(row.classes)}). {ended(row.meaning)}
          </Entry>
        ))}
      </ul>
      <h3>Rules, in the order they are tried</h3>
      <ol class="rules">
        {[...count.control_rules]
          .sort((a, b) => a.position - b.position)
          .map((rule) => (
            <li
              key={rule.id}
              id={entryId('control', rule.id)}
              class={view.value.at === entryId('control', rule.id) ? 'pointed' : undefined}
            >
              <strong>Class {rule.class}</strong>: {tests(rule)}.{' '}
              <span class="note">{ended(rule.reason)}</span>
            </li>
          ))}
      </ol>
    </section>
  )
}

const FIELDS = [
  'sector',
  'agency',
  'function',
  'programme',
  'economic',
  'finance',
  'decides',
  'holds',
  'influences',
] as const

function tests(rule: ControlRule) {
  const parts = FIELDS.flatMap((field) => {
    const value = rule[field]
    return value === null || value === undefined || value === ''
      ? []
      : [`${field} is ${String(value).split('|').join(' or ')}`]
  })
  return parts.length === 0 ? 'every other line' : parts.join('; ')
}
