import { inMoney } from '../../in-money.ts'
import { columnsChart } from '../columns-chart.ts'
import { framed, toldInMoney } from '../frame.ts'
import { INK, seriesColour } from '../palette.ts'
import type { Picture } from '../picture.ts'
import { el, moved } from '../svg.ts'
import { keyMarkup } from './key.ts'
import { type Shown, sum, yearNames } from './shown.ts'

const HEIGHT = 300
const WIDE = 0.7
const MOST = 6

interface Layer {
  readonly name: string
  readonly flow: readonly number[]
}

/** The partners that gain most stand for themselves; where they are more than there are colours, the rest are one. */
function layersOf(all: readonly Layer[]): Layer[] {
  const gaining = all.filter(({ flow }) => flow.some((amount) => amount !== 0))
  if (gaining.length <= MOST) return gaining
  const sorted = [...gaining].sort((a, b) => sum(b.flow) - sum(a.flow))
  const rest = sorted.slice(MOST - 1)
  const flow = rest[0]!.flow.map((_, year) => sum(rest.map((one) => one.flow[year]!)))
  return [...sorted.slice(0, MOST - 1), { name: `${rest.length} others`, flow }]
}

/** Benefits by year and by the agency whose budget they reach, cashable or not. */
export function benefitsPicture({ reply, names, said }: Shown): Picture {
  const partners = reply.partners.map((id, index) => ({
    name: names[index]!,
    flow: reply.flows.partners[id]!.gross,
  }))
  const layers = layersOf(partners)
  const ends = reply.flows.total.gross.flatMap((_, year) => [
    sum(layers.map(({ flow }) => Math.max(0, flow[year]!))),
    sum(layers.map(({ flow }) => Math.min(0, flow[year]!))),
  ])
  const chart = columnsChart(yearNames(reply.years), ends, HEIGHT, ({ scale, left, step }) =>
    reply.flows.total.gross
      .flatMap((_, year) => {
        const reached = { above: 0, below: 0 }
        return layers.map(({ flow }, index) => {
          const amount = flow[year]!
          if (amount === 0) return ''
          const side = amount > 0 ? 'above' : 'below'
          const from = reached[side]
          reached[side] += amount
          return el('rect', {
            x: left + (year + (1 - WIDE) / 2) * step,
            y: scale.at(Math.max(from, reached[side])),
            width: step * WIDE,
            height: Math.abs(scale.at(from) - scale.at(reached[side])),
            fill: seriesColour(index),
            stroke: INK,
            'stroke-width': 0.5,
          })
        })
      })
      .join(''),
  )
  const totals = layers.map(({ name, flow }) => ({ name, amount: sum(flow) }))
  const key = keyMarkup(
    totals.map(({ name, amount }, index) => ({
      name: `${name} ${inMoney(amount)}`,
      fill: seriesColour(index),
    })),
  )
  const first = [...totals].sort((a, b) => b.amount - a.amount)[0]
  const [gross, cashable] = [sum(reply.flows.total.gross), sum(reply.flows.total.cashable)]
  return framed({
    id: 'benefits',
    title: first
      ? `Benefits of ${inMoney(gross)} over ${reply.years} years, ${inMoney(first.amount)} of them to ${first.name}`
      : `No benefits over ${reply.years} years`,
    said,
    alt: `Benefits of ${reply.name} by year and agency, ${inMoney(gross)} in all, ${inMoney(cashable)} of it cashable. ${toldInMoney(totals)}.`,
    notes: [
      `Pounds of ${reply.priceBase}, not discounted, to public budgets: ${inMoney(cashable)} of ${inMoney(gross)} is cashable.`,
    ],
    drawn: { markup: key.markup + moved(0, key.height, chart.markup), height: key.height + chart.height },
  })
}
