import { dealMoney, markMoney } from '../../../format.ts'
import { ChartCard } from '../chart-card.tsx'
import { Figure } from '../explain/figure.tsx'
import { opened } from '../explain/open.ts'
import { potTable } from '../explain/pot.ts'
import { yearName } from '../names.ts'
import { axis } from '../scale.ts'
import type { Shown } from '../shown.ts'
import { everyNth } from './years.ts'

/** The pot year by year: what there is against what is spent, and what is left or short. */
export function PotYears({ shown }: { shown: Shown }) {
  const { ledger } = shown.reply
  const spent = ledger.reduce((sum, year) => sum + year.spend, 0)
  const put = ledger.reduce((sum, year) => sum + year.fixedContributions + year.calledContributions, 0)
  const other = ledger.reduce((sum, year) => sum + year.receipts + year.recycled, 0)
  const short = ledger.filter(({ shortfall }) => shortfall > 0.005)
  const missing = short.reduce((sum, year) => sum + year.shortfall, 0)
  const parts = ledger.map((year) => {
    const money = [
      year.opening,
      year.fixedContributions + year.calledContributions,
      year.receipts + year.recycled,
    ]
    return { year, money, most: Math.max(money.reduce((a, b) => a + b, 0) + year.shortfall, year.spend) }
  })
  const scale = axis(
    parts.map(({ most }) => most),
    3,
  )
  const step = 100 / ledger.length
  return (
    <ChartCard
      id="pot-years"
      title="The pot by year"
      picture="pot"
      says={
        <>
          Partners put in{' '}
          <Figure opens={{ of: 'pot', year: null }} about="the pot by year">
            {dealMoney(put)}
          </Figure>
          {other > 0 && `, ${dealMoney(other)} comes from elsewhere or back from savings`} and{' '}
          {dealMoney(spent)} is spent.{' '}
          {short.length > 0
            ? `It is ${dealMoney(missing)} short, in ${short.length === 1 ? yearName(short[0]!.year) : `${short.length} years`}, to be made up.`
            : `It is never short, and ends with ${dealMoney(ledger.at(-1)?.closing ?? 0)}.`}
        </>
      }
      note="Cash, not discounted."
      twin={potTable(shown)}
    >
      <p class="key" aria-hidden="true">
        {parts.some(({ money }) => money[0]! > 0) && (
          <span>
            <span class="swatch opening" /> opening
          </span>
        )}
        <span>
          <span class="swatch paid" /> contributions
        </span>
        {other > 0 && (
          <span>
            <span class="swatch cashable" /> receipts and recycled
          </span>
        )}
        {short.length > 0 && (
          <span>
            <span class="swatch short" /> shortfall
          </span>
        )}
        <span>
          <span class="swatch spent" /> spending
        </span>
      </p>
      <div class="columns" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <span key={tick} class="columns-line" style={{ bottom: `${scale.at(tick)}%` }}>
            <i>{markMoney(tick)}</i>
          </span>
        ))}
        {parts.map(({ year, money }, t) => {
          let from = 0
          const stack = [...money, year.shortfall].map((amount) => {
            const start = from
            from += amount
            return { start, amount }
          })
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a short way for the mouse; keys have the figure above and the table
            <span
              key={year.year}
              class="column"
              style={{ left: `${t * step}%`, width: `${step}%` }}
              title={`${yearName(year.year)}: how it is worked out`}
              onClick={() => {
                opened.value = { of: 'pot', year: t }
              }}
            >
              {stack.map(({ start, amount }, i) =>
                amount > 0 ? (
                  <span
                    key={KINDS[i]}
                    class={`column-mark ${KINDS[i]}`}
                    style={{ bottom: `${scale.at(start)}%`, height: `${scale.at(amount)}%` }}
                  />
                ) : null,
              )}
              {year.spend > 0 && (
                <span class="column-mark spent" style={{ bottom: 0, height: `${scale.at(year.spend)}%` }} />
              )}
            </span>
          )
        })}
      </div>
      <YearAxis years={ledger.length} />
    </ChartCard>
  )
}

const KINDS = ['opening', 'paid', 'cashable', 'short']

/** The years under a row of columns, as many as there is room for. */
export function YearAxis({ years }: { years: number }) {
  const step = 100 / years
  return (
    <div class="year-axis" aria-hidden="true">
      {everyNth(years).map((t) => (
        <span key={t} style={{ left: `${(t + 0.5) * step}%` }}>
          {t === 0 ? 'year 1' : t + 1}
        </span>
      ))}
    </div>
  )
}
