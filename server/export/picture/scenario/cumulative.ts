import { inMoney } from '../../in-money.ts'
import { columnsChart } from '../columns-chart.ts'
import { framed, INNER } from '../frame.ts'
import { INK, NEGATIVE, seriesColour } from '../palette.ts'
import type { Picture } from '../picture.ts'
import { el, moved } from '../svg.ts'
import { text } from '../text.ts'
import { keyMarkup } from './key.ts'
import { ruleName, type Shown, yearNames } from './shown.ts'

const HEIGHT = 320
const LINE = 14
const NUMBER = { size: 13, weight: 600 } as const
/** Lines of more partners than there are colours are told apart by their dashes. */
const DASHES = [undefined, '7 4', '2 3', '10 3 2 3', '1 5'] as const
const dashOf = (index: number) => DASHES[Math.floor(index / 6) % DASHES.length]

/** Heights moved as little as keeps one line of text between them, in their order. */
function apart(heights: readonly number[]): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a]! - heights[b]!)
  const moved = [...heights]
  for (let round = 0; round < 200; round += 1)
    for (const [place, index] of order.slice(1).entries()) {
      const above = order[place]!
      const lack = LINE - (moved[index]! - moved[above]!)
      if (lack <= 0) continue
      moved[index]! += lack / 2
      moved[above]! -= lack / 2
    }
  return moved
}

/** First year from which a running total never falls below nothing again; null where there is none. */
function backBy(running: readonly number[]): number | null {
  const allowance = Math.max(...running.map(Math.abs), 0) * 1e-9
  const last = running.findLastIndex((amount) => amount < -allowance)
  return last === running.length - 1 ? null : last + 1
}

const inYears = (year: number | null) =>
  year === null ? 'not within the horizon' : year === 0 ? 'never out of pocket' : `in year ${year + 1}`

/** The running position of each partner under the rule in force, with the year it has its money back. */
export function cumulativePicture({ reply, names, said }: Shown): Picture {
  const lines = reply.partners.map((id, index) => ({
    name: names[index]!,
    running: reply.flows.partners[id]!.cumulative,
    fill: seriesColour(index),
    dash: dashOf(index),
  }))
  const all = reply.flows.total.cumulative
  const chart = columnsChart(
    yearNames(reply.years),
    lines.flatMap(({ running }) => running),
    HEIGHT,
    ({ scale, left, step }) => {
      const heights = apart(lines.map(({ running }) => scale.at(running.at(-1) ?? 0)))
      return lines
        .map(({ running, fill, dash }, index) => {
          const at = (year: number) => [left + (year + 0.5) * step, scale.at(running[year]!)] as const
          const back = backBy(running)
          return (
            el('polyline', {
              points: running
                .map((_, year) =>
                  at(year)
                    .map((one) => one.toFixed(1))
                    .join(','),
                )
                .join(' '),
              fill: 'none',
              stroke: fill,
              'stroke-width': 2.5,
              'stroke-dasharray': dash,
            }) +
            (back === null || back === 0
              ? ''
              : el('circle', {
                  cx: at(back)[0],
                  cy: at(back)[1],
                  r: 5,
                  fill: '#fff',
                  stroke: fill,
                  'stroke-width': 2.5,
                })) +
            text(left + (running.length - 0.5) * step + 7, heights[index]! + 4.5, String(index + 1), NUMBER)
          )
        })
        .join('')
    },
  )
  const head = { size: 13, weight: 600 } as const
  const top = chart.height + 10
  const rows = lines.flatMap(({ name, running, fill }, index) => {
    const y = top + 22 + (index + 1) * 20
    const end = running.at(-1) ?? 0
    const row = { size: 13 } as const
    return [
      moved(0, y - 13, keyMarkup([{ name: `${index + 1}  ${name}`, fill }]).markup),
      text(560, y, inYears(backBy(running)), { ...row, anchor: 'end' }),
      text(INNER, y, inMoney(end), { ...row, anchor: 'end', fill: end < 0 ? NEGATIVE : INK }),
    ]
  })
  const back = backBy(all)
  return framed({
    id: 'cumulative',
    title:
      back === null
        ? `Together the partners do not have their money back within ${reply.years} years`
        : `Together the partners have their money back ${inYears(back) === 'never out of pocket' ? 'from the start' : inYears(back)}`,
    said,
    alt: `Running position of each partner of ${reply.name} by year, not discounted. ${lines
      .map(
        ({ name, running }) =>
          `${name}: money back ${inYears(backBy(running))}, ${inMoney(running.at(-1) ?? 0)} at the end`,
      )
      .join('; ')}.`,
    notes: [
      `Pounds of ${reply.priceBase}, not discounted, under the rule in force: ${ruleName(reply.sharing.rule)}. A ring marks the year from which a partner is never again out of pocket.`,
    ],
    drawn: {
      markup: [
        chart.markup,
        text(0, top + 22, 'Partner', head),
        text(560, top + 22, 'has its money back', { ...head, anchor: 'end' }),
        text(INNER, top + 22, `after ${reply.years} years`, { ...head, anchor: 'end' }),
        ...rows,
      ].join(''),
      height: top + 34 + lines.length * 20,
    },
  })
}
