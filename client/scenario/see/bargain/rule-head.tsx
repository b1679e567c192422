import { edit, scenarioDocument } from '../../state/document.ts'
import { RULE_MEANINGS, RULE_NAMES, type Worked } from '../names.ts'
import type { Shown } from '../shown.ts'
import { withRule } from '../split.ts'
import { pointed } from './pointed.ts'

/** The head of a column, which puts its rule in force. */
export function RuleHead({ shown, rule }: { shown: Shown; rule: Worked | null }) {
  const name = rule?.rule ?? 'byHand'
  const chosen = (scenarioDocument.value?.sharing?.rule ?? shown.reply.sharing.rule) === name
  return (
    <th
      scope="col"
      class={`number rule-head${rule === null || rule.rule === 'byHand' ? ' by-hand' : ''}${shown.reply.sharing.rule === name ? ' in-force' : ''}`}
    >
      <label title={RULE_MEANINGS[name]}>
        <input
          type="radio"
          name="sharing-rule"
          value={name}
          checked={chosen}
          disabled={rule === null}
          onChange={() => {
            pointed.value = null
            edit((document) => withRule(document, name), 'the sharing rule')
          }}
        />
        <span>{RULE_NAMES[name]}</span>
      </label>
    </th>
  )
}
