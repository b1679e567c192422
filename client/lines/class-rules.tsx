import { counted } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { count } from '../state/count.ts'
import { ended } from '../words.ts'

/** The rules that put a line in one of these classes. */
export function ClassRules({ classes }: { classes: readonly number[] }) {
  const rules = count.value!.control_rules.filter((rule) => classes.includes(rule.class))
  return (
    <details class="class-rules">
      <summary>{counted(rules.length, 'rule')} decide which lines these are</summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <DataLink kind="control" id={rule.id}>
              Class {rule.class}, {rule.id.replaceAll('-', ' ')}
            </DataLink>
            : {ended(rule.reason)}
          </li>
        ))}
      </ul>
    </details>
  )
}
