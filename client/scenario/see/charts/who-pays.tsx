import { dealMoney, percent } from '../../../format.ts'
import { upperFirst } from '../../../words.ts'
import { ChartCard } from '../chart-card.tsx'
import { Figure } from '../explain/figure.tsx'
import { type Axis, tight } from '../scale.ts'
import type { Shown } from '../shown.ts'
import { type Payer, payers, payersTwin } from './who-pays.ts'

/** Our money, their savings: contributions to the left of nought, what falls to each to the right, on one scale. */
export function WhoPays({ shown }: { shown: Shown }) {
  const rows = payers(shown)
  const scale = tight(rows.flatMap(({ cost, cashable, gross }) => [-cost, cashable, gross]))
  const { basis } = shown.reply.sharing
  return (
    <ChartCard
      id="who-pays"
      title="Who pays, who gains"
      picture="pays-gains"
      says={`${sentence(rows, basis)}${leaks(shown)}`}
      note="Present value before any transfer, on one scale."
      twin={payersTwin(rows)}
      wide
    >
      <p class="key" aria-hidden="true">
        <span>
          <span class="swatch paid" /> puts in
        </span>
        <span>
          <span class="swatch cashable" /> falls to it, cashable
        </span>
        <span>
          <span class="swatch gross" /> the rest of what falls to it, gross
        </span>
      </p>
      <ul class="payers">
        <li class="payer payer-heads" aria-hidden="true">
          <span />
          <span class="number">Puts in</span>
          <span />
          <span class="number">Cashable</span>
          <span class="number">Gross</span>
        </li>
        {rows.map((row) => (
          <PayerRow key={row.id} row={row} scale={scale} />
        ))}
      </ul>
    </ChartCard>
  )
}

function PayerRow({ row, scale }: { row: Payer; scale: Axis }) {
  const { id, name, cost, cashable, gross } = row
  const zero = scale.at(0)
  const mark = (kind: string, from: number, to: number) =>
    from === to ? null : (
      <span
        class={`pay-mark ${kind}${to < from && kind !== 'paid' ? ' minus' : ''}`}
        style={{
          left: `${scale.at(Math.min(from, to))}%`,
          width: `${Math.abs(scale.at(to) - scale.at(from))}%`,
        }}
      />
    )
  return (
    <li class="payer">
      <span class="payer-name">{name}</span>
      <span class="number" data-head="Puts in">
        <Figure opens={{ of: 'contribution', partner: id }} about={`what ${name} puts in`}>
          {dealMoney(cost)}
        </Figure>
      </span>
      <span class="payer-track" aria-hidden="true">
        {mark('gross', 0, gross)}
        {mark('cashable', 0, cashable)}
        {mark('paid', 0, -cost)}
        <span class="pay-zero" style={{ left: `${zero}%` }} />
      </span>
      {(['cashable', 'gross'] as const).map((basis) => (
        <span key={basis} class="number" data-head={upperFirst(basis)}>
          <Figure
            opens={{ of: 'benefit', partner: id, basis }}
            about={`what falls to ${name}, ${basis}`}
            negative={row[basis] < 0}
          >
            {dealMoney(row[basis])}
          </Figure>
        </span>
      ))}
    </li>
  )
}

/** How much falls to partners that put in nothing, where any does. */
function leaks({ reply }: Shown) {
  const { leakage } = reply.financial
  return leakage !== null && leakage >= 0.0005
    ? ` ${percent(leakage)} of the ${reply.sharing.basis} benefit falls to partners that put in nothing.`
    : ''
}

/** Whose money and whose savings, where they are not the same; else that they are. */
function sentence(rows: readonly Payer[], basis: 'cashable' | 'gross'): string {
  const cost = rows.reduce((sum, row) => sum + row.cost, 0)
  const benefit = rows.reduce((sum, row) => sum + row[basis], 0)
  if (!(cost > 0) || !(benefit > 0))
    return `Puts in ${dealMoney(cost)}; ${dealMoney(benefit)} comes back, ${basis}.`
  const gains = [...rows].sort(
    (a, b) => b[basis] / benefit - b.cost / cost - (a[basis] / benefit - a.cost / cost),
  )
  const most = gains[0]!
  const least = gains.at(-1)!
  if (most[basis] / benefit - most.cost / cost < 0.005) return 'Savings fall as the money was put in.'
  const part = (share: number) => (share === 0 ? 'nothing' : percent(share))
  const put = (row: Payer) => part(row.cost / cost)
  const got = (row: Payer) => part(row[basis] / benefit)
  return `${most.name} puts in ${put(most)} and ${got(most)} of the ${basis === 'cashable' ? 'cashable savings fall' : 'savings fall'} to it; ${least.name} puts in ${put(least)} and gets ${got(least)}.`
}
