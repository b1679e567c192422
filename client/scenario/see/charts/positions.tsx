import { dealMoney } from '../../../format.ts'
import { list } from '../../../words.ts'
import { ChartCard } from '../chart-card.tsx'
import { Figure } from '../explain/figure.tsx'
import { ruleInWords } from '../finding.ts'
import { type Position, positions } from '../flows.ts'
import { standing, yearName } from '../names.ts'
import { tight } from '../scale.ts'
import type { Shown } from '../shown.ts'
import type { Cell, Twin } from '../twin.ts'
import { YearAxis } from './pot-years.tsx'

/** Where each partner stands year by year under the split in force, with its payback marked. */
export function Positions({ shown }: { shown: Shown }) {
  const rule = standing(shown)
  if (!rule) return null
  const rows = positions(shown, rule)
  const never = rows.slice(1).filter(({ payback }) => payback === null)
  const last = rows
    .slice(1)
    .reduce((most, { payback, puts }) => Math.max(most, puts ? (payback ?? -1) : -1), -1)
  return (
    <ChartCard
      id="positions"
      title="When each is paid back"
      picture="cumulative"
      says={
        never.length > 0
          ? `Not paid back in ${rows[0]!.line.length} years, ${ruleInWords(rule.rule)}: ${list(never.map(({ name }) => name))}.`
          : last < 0
            ? 'Nobody puts anything in, so there is nothing to pay back.'
            : `Every partner that puts money in is paid back by ${yearName(last)}, ${ruleInWords(rule.rule)}.`
      }
      note={`${
        rule.rule === shown.reply.sharing.rule
          ? ''
          : 'The rule in force cannot be used, so this is without one. '
      }Present value so far, transfers included. Each row is to its own scale; at the right is where it ends.`}
      twin={positionsTwin(rows)}
    >
      <ul class="positions">
        {rows.map((row) => (
          <Row key={row.id ?? 'all'} row={row} />
        ))}
      </ul>
      <div class="position positions-axis">
        <span />
        <YearAxis years={rows[0]!.line.length} />
        <span />
      </div>
    </ChartCard>
  )
}

const paidWords = ({ puts, payback }: Position) =>
  payback === null ? 'not paid back' : puts ? `paid back in ${yearName(payback)}` : 'puts nothing in'

function Row({ row }: { row: Position }) {
  const { id, name, line, payback } = row
  const { at } = tight(line)
  const zero = at(0)
  const step = 100 / line.length
  const end = line.at(-1)!
  return (
    <li class={`position${id === null ? ' whole' : ''}`}>
      <span class="position-name">
        {name}
        <small>{paidWords(row)}</small>
      </span>
      <span class="position-track" aria-hidden="true">
        {line.map((value, t) => (
          <span
            key={t}
            class={`position-mark${value < 0 ? ' minus' : ''}`}
            style={{
              left: `calc(${t * step}% + 1px)`,
              width: `max(1px, calc(${step}% - 2px))`,
              bottom: `${Math.min(zero, at(value))}%`,
              height: `${Math.abs(at(value) - zero)}%`,
            }}
          />
        ))}
        <span class="position-zero" style={{ bottom: `${zero}%` }} />
        {payback !== null && row.puts && (
          <span class="payback" style={{ left: `${(payback + 0.5) * step}%` }} />
        )}
      </span>
      <span class="number">
        <Figure opens={{ of: 'position', partner: id }} about={`where ${name} ends`} negative={end < 0}>
          {dealMoney(end)}
        </Figure>
      </span>
    </li>
  )
}

function positionsTwin(rows: readonly Position[]): Twin {
  const years = rows[0]?.line.length ?? 0
  return {
    caption: 'Present value so far, by year',
    columns: [
      { head: 'Year', unit: 'text' },
      ...rows.map(({ name }) => ({ head: name, unit: 'pounds' as const })),
    ],
    rows: Array.from({ length: years }, (_, t): Cell[] => [yearName(t), ...rows.map(({ line }) => line[t]!)]),
  }
}
