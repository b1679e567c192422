import type { Count } from '../api-types.ts'
import { classInWords, ruleInWords } from '../control/rule-words.ts'
import { counted } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { definition, moves } from '../state/definition.ts'
import { readRules } from '../state/rules.ts'
import { ended, list, upperFirst } from '../words.ts'

/** The definition as it would be quoted: its name, its classes, its rules in their order, and the moves. */
export function InFull({ count }: { count: Count }) {
  const chosen = definition.value!
  const devolved = readRules(moves.value) ?? []
  const rules = readRules(chosen.rules) ?? []
  return (
    <section class="card in-full" aria-labelledby="in-full-title">
      <h2 id="in-full-title">The definition in full</h2>
      <p>
        <strong>{ended(chosen.name)}</strong> {ended(chosen.meaning)} Counted as local:{' '}
        {list(chosen.classes.map((one) => classInWords(count, one)))}.
      </p>
      {rules.length > 0 && (
        <>
          <p>Rules of the reader’s own, the first that fits a line giving its class:</p>
          <ol class="rules">
            {rules.map((rule, i) => (
              <li key={i}>{ended(upperFirst(ruleInWords(count, rule)))}</li>
            ))}
          </ol>
        </>
      )}
      <p>
        {rules.length > 0 ? 'Then' : 'By'} the{' '}
        <DataLink kind="control">{counted(count.control_rules.length, 'rule')} of the count</DataLink>, in
        their order.
      </p>
      {devolved.length > 0 && (
        <>
          <p>Devolved in the what-if, an assumption of the reader’s:</p>
          <ol class="rules">
            {devolved.map((rule, i) => (
              <li key={i}>{ended(upperFirst(ruleInWords(count, rule)))}</li>
            ))}
          </ol>
        </>
      )}
      <p class="note print-address">The link to this page carries all of it.</p>
    </section>
  )
}
