import { useSignal } from '@preact/signals'
import { counted, integer } from '../../format.ts'
import { upperFirst } from '../../words.ts'
import { mend } from '../map/mend.ts'
import type { FindingReply, ReportReply } from '../state/server.ts'
import { MEND_WORDS, mendOf, RULE_WORDS, SEVERITY_WORDS } from './rule-words.ts'

const FEW = 3

/** All that was found, by how much it matters and by rule, with the first of each. */
export function Findings({ report }: { report: ReportReply }) {
  if (report.rules.length === 0)
    return (
      <section class="card part" aria-labelledby="found">
        <h3 id="found">What was found</h3>
        <p>Nothing: no row is rejected and none has to be looked at.</p>
      </section>
    )
  return (
    <section class="card part" aria-labelledby="found">
      <h3 id="found">What was found</h3>
      {(['error', 'warning', 'note'] as const).map((severity) => {
        const rules = report.rules.filter((rule) => weightOf(rule) === severity)
        if (rules.length === 0) return null
        return (
          <div key={severity} class={`found-group of-${severity}`}>
            <h4>{SEVERITY_WORDS[severity].long}</h4>
            <ul>
              {rules.map((rule) => (
                <Rule
                  key={rule.rule}
                  rule={rule}
                  examples={report.findings.filter(
                    (one) => one.rule === rule.rule && one.severity === rule.severity,
                  )}
                />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

/** Totals among the rows stop their row and are no fault of it. */
const weightOf = ({ rule, severity }: ReportReply['rules'][number]) =>
  rule === 'total-row' ? ('note' as const) : severity

interface RuleProps {
  rule: ReportReply['rules'][number]
  examples: readonly FindingReply[]
}

function Rule({ rule: { rule, rows, findings }, examples }: RuleProps) {
  const all = useSignal(false)
  const at = mendOf(rule)
  const shown = all.value ? examples : examples.slice(0, FEW)
  const whole = examples.every(({ row }) => row === null)
  return (
    <li>
      <p class="rule-head">
        <strong>{RULE_WORDS[rule] ?? upperFirst(rule.replaceAll('-', ' '))}</strong>{' '}
        <span class="note">{whole ? '' : counted(rows, 'row')}</span>
        {at && (
          <button type="button" class="button small" onClick={() => mend(at)}>
            {MEND_WORDS[at]}
            <span class="hidden">: {RULE_WORDS[rule] ?? rule}</span>
          </button>
        )}
      </p>
      <ul class="examples">
        {shown.map((one, n) => (
          <Example key={n} finding={one} />
        ))}
      </ul>
      {examples.length > FEW && !all.value && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            all.value = true
          }}
        >
          Show {integer(examples.length)} of {integer(findings)}
          <span class="hidden">: {RULE_WORDS[rule] ?? rule}</span>
        </button>
      )}
      {all.value && findings > examples.length && (
        <p class="note">
          {integer(findings - examples.length)} more {findings - examples.length === 1 ? 'is' : 'are'} in the
          file of everything found.
        </p>
      )}
    </li>
  )
}

function Example({ finding }: { finding: FindingReply }) {
  const { file, sheet, row, column, value, message, repair, count } = finding
  const where = [
    file,
    sheet === null ? null : `sheet ${sheet}`,
    row === null ? null : `row ${integer(row)}`,
    column,
  ].filter((part) => part !== null)
  return (
    <li>
      {message} {repair && <span class="repair">{repair}</span>}{' '}
      {(where.length > 0 || value) && (
        <small>
          {where.join(', ')}
          {value ? `${where.length > 0 ? ': ' : ''}“${value}”` : ''}
          {count > 1 && `, and ${counted(count - 1, 'more row')}`}
        </small>
      )}
    </li>
  )
}
