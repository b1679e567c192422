import { ruleInWords } from '../control/rule-words.ts'
import { counted } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { count } from '../state/count.ts'
import { writeRules } from '../state/rules.ts'
import { ended } from '../words.ts'
import { linesRules } from './lines.ts'

/** The rules that put a line in one of these classes. */
export function ClassRules({ classes }: { classes: readonly number[] }) {
  const known = count.value!
  const rules = known.control_rules.filter((rule) => classes.includes(rule.class))
  const own = linesRules.value.filter((rule) => classes.includes(rule.class))
  return (
    <details class="class-rules">
      <summary>{counted(rules.length + own.length, 'rule')} decide which lines these are</summary>
      <ul>
        {own.map((rule) => (
          <li key={writeRules([rule])}>Your own, read first: {ended(ruleInWords(known, rule))}</li>
        ))}
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
