import { useSignal } from '@preact/signals'
import { counted, integer } from '../../format.ts'
import { upperFirst } from '../../words.ts'
import { mend } from '../map/mend.ts'
import type { FindingReply, ReportReply } from '../state/server.ts'
import { rowsNamed } from './rows-named.ts'
import { MEND_WORDS, mendOf, RULE_WORDS, SEVERITY_WORDS } from './rule-words.ts'

const FEW = 3
/** How many more are shown at once. */
const MORE = 100

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

function Rule({ rule: { rule, rows }, examples }: RuleProps) {
  const most = useSignal(FEW)
  const at = mendOf(rule)
  const shown = examples.slice(0, most.value)
  const left = examples.length - shown.length
  const untold = rows - examples.reduce((sum, { count }) => sum + count, 0)
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
      {left > 0 && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            most.value += MORE
          }}
        >
          Show {integer(Math.min(left, MORE))} more of {integer(examples.length)}
          <span class="hidden">: {RULE_WORDS[rule] ?? rule}</span>
        </button>
      )}
      {left === 0 && untold > 0 && (
        <p class="note">
          {counted(untold, 'more row')} {untold === 1 ? 'is' : 'are'} in the file of everything found.
        </p>
      )}
    </li>
  )
}

function Example({ finding }: { finding: FindingReply }) {
  const { file, sheet, column, value, message, repair } = finding
  const { named, others } = rowsNamed(finding)
  const where = [file, sheet === null ? null : `sheet ${sheet}`, named, column].filter(
    (part) => part !== null,
  )
  return (
    <li>
      {message} {repair && <span class="repair">{repair}</span>}{' '}
      {(where.length > 0 || value) && (
        <small>
          {where.join(', ')}
          {value ? `${where.length > 0 ? ': ' : ''}“${value}”` : ''}
          {others > 0 && `, and ${counted(others, 'more row')}`}
        </small>
      )}
    </li>
  )
}
