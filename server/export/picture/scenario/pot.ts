import { inMoney } from '../../in-money.ts'
import { columnsChart } from '../columns-chart.ts'
import { framed } from '../frame.ts'
import { INK, SERIES } from '../palette.ts'
import type { Picture } from '../picture.ts'
import { el, moved } from '../svg.ts'
import { keyMarkup } from './key.ts'
import { type Shown, sum, yearNames } from './shown.ts'

const HEIGHT = 300
const WIDE = 0.6
const INTO = [
  { name: 'contributions', fill: SERIES[0], of: 'contributions' },
  { name: 'receipts', fill: SERIES[1], of: 'receipts' },
  { name: 'savings recycled', fill: SERIES[5], of: 'recycled' },
  { name: 'called for, not met', fill: '#fff', of: 'shortfall' },
] as const
const SPEND = { name: 'spent', fill: SERIES[3] } as const

/** The pot as cash: what goes in above the line, what it pays below, and what is left at the end of each year. */
export function potPicture({ reply, said }: Shown): Picture {
  const years = reply.ledger.map((year) => ({
    ...year,
    contributions: year.fixedContributions + year.calledContributions,
  }))
  const into = INTO.filter(({ of }) => years.some((year) => year[of] !== 0))
  const total = (year: (typeof years)[number]) => sum(into.map(({ of }) => year[of]))
  const chart = columnsChart(
    yearNames(years.length),
    years.flatMap((year) => [total(year), -year.spend, year.closing]),
    HEIGHT,
    ({ scale, left, step }) => {
      const block = (index: number, from: number, to: number, fill: string) =>
        from === to
          ? ''
          : el('rect', {
              x: left + (index + (1 - WIDE) / 2) * step,
              y: scale.at(Math.max(from, to)),
              width: step * WIDE,
              height: Math.abs(scale.at(from) - scale.at(to)),
              fill,
              stroke: INK,
              'stroke-width': 0.75,
            })
      const blocks = years.flatMap((year, index) => {
        let from = 0
        const above = into.map(({ of, fill }) => {
          const to = from + year[of]
          const drawn = block(index, from, to, fill)
          from = to
          return drawn
        })
        return [...above, block(index, 0, -year.spend, SPEND.fill)]
      })
      const points = years.map(
        (year, index) => [left + (index + 0.5) * step, scale.at(year.closing)] as const,
      )
      return [
        ...blocks,
        el('polyline', {
          points: points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '),
          fill: 'none',
          stroke: INK,
          'stroke-width': 2,
        }),
        ...points.map(([cx, cy]) =>
          el('circle', { cx, cy, r: 3.5, fill: '#fff', stroke: INK, 'stroke-width': 2 }),
        ),
      ].join('')
    },
  )
  const key = keyMarkup([
    ...into.map(({ name, fill }) => ({ name, fill })),
    SPEND,
    { name: 'left at the end of the year (line)', fill: INK },
  ])
  const [given, spent] = [sum(years.map(total)), sum(years.map(({ spend }) => spend))]
  const last = years.at(-1)
  return framed({
    id: 'pot',
    title: `The pot takes in ${inMoney(given)} and spends ${inMoney(spent)} over ${years.length} years`,
    said,
    alt: `The pot of ${reply.name} by year. ${years
      .map(
        (year, index) =>
          `Year ${index + 1}: in ${inMoney(total(year))}, spent ${inMoney(year.spend)}, left ${inMoney(year.closing)}`,
      )
      .join('; ')}.`,
    notes: [`Pounds of ${reply.priceBase}, not discounted. Left at the end: ${inMoney(last?.closing ?? 0)}.`],
    drawn: { markup: key.markup + moved(0, key.height, chart.markup), height: key.height + chart.height },
  })
}
