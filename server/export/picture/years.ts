import { inMoney, inPercent, yearInWords } from '../in-money.ts'
import { keyOfBars } from './bars-chart.ts'
import { columnsChart } from './columns-chart.ts'
import { framed } from './frame.ts'
import { BLUE, INK, NEGATIVE, QUIET } from './palette.ts'
import type { Picture, Said } from './picture.ts'
import { el, moved } from './svg.ts'
import { text } from './text.ts'
import { widthOf } from './typeface.ts'

export interface YearRow {
  readonly year: string
  /** Pounds; null where nothing is known. */
  readonly amount: number | null
  readonly recorded: number
  /** Share under the definition asked for. */
  readonly share: number | null
  /** What stands in for a source the year lacks. */
  readonly note: string | null
  /** Titles of what readers published into it; null where it holds none. */
  readonly own: string | null
}

const HEIGHT = 280
const WIDE = 0.56
const OWN_ROW = 20
const OWN = { text: 'own figures', size: 13, mark: 6 } as const

/** A diamond and its words under a year that holds figures of readers. */
function ownMark(middle: number, baseline: number): string {
  const { text: words, size, mark } = OWN
  const left = middle - (widthOf(words, size) + 2 * mark + 6) / 2
  return (
    el('path', {
      d: `M${left + mark},${baseline - 4.5 - mark}l${mark},${mark}l-${mark},${mark}l-${mark},-${mark}z`,
      fill: '#fff',
      stroke: INK,
      'stroke-width': 1.5,
    }) + text(left + 2 * mark + 6, baseline, words, { size })
  )
}

/** Spending of every year counted in full, with the share under local control below each. */
export function yearsPicture(
  rows: readonly YearRow[],
  place: string,
  definition: string,
  said: Said,
): Picture {
  const amounts = rows.map(({ amount }) => amount ?? 0)
  const chart = columnsChart(
    rows.map(({ year }) => yearInWords(year)),
    [...amounts, ...rows.map(({ recorded }) => recorded)],
    HEIGHT,
    ({ scale, left, step, bottom }) =>
      rows
        .flatMap(({ amount, recorded, share, own }, index) => {
          const middle = left + (index + 0.5) * step
          if (amount === null)
            return [text(middle, bottom - 8, 'not returned', { anchor: 'middle', fill: QUIET })]
          const column = (from: number, to: number, fill: string) =>
            el('rect', {
              x: middle - (step * WIDE) / 2,
              y: Math.min(scale.at(from), scale.at(to)),
              width: step * WIDE,
              height: Math.abs(scale.at(from) - scale.at(to)),
              fill,
              stroke: BLUE,
            })
          return [
            column(0, amount, 'url(#shared)'),
            column(0, recorded, BLUE),
            text(middle, scale.at(Math.max(amount, recorded, 0)) - 7, inMoney(amount), {
              anchor: 'middle',
              weight: 600,
              fill: amount < 0 ? NEGATIVE : INK,
            }),
            ...(share === null
              ? []
              : [
                  text(middle, bottom + 40, `${inPercent(share)} local`, {
                    size: 13,
                    anchor: 'middle',
                    fill: QUIET,
                  }),
                ]),
            ...(own === null ? [] : [ownMark(middle, bottom + 59)]),
          ]
        })
        .join(''),
  )
  const known = rows.filter(({ amount }) => amount !== null)
  const [first, last] = [known[0], known.at(-1)]
  const finding =
    first && last && first !== last
      ? `${inMoney(first.amount)} in ${yearInWords(first.year)}, ${inMoney(last.amount)} in ${yearInWords(last.year)}`
      : first
        ? `${inMoney(first.amount)} in ${yearInWords(first.year)}`
        : 'no year is counted in full'
  const notes = [
    ...new Set(rows.flatMap(({ year, note }) => (note ? [`${yearInWords(year)}: ${note}`] : []))),
  ]
  const own = rows.flatMap((row) => (row.own ? [`${yearInWords(row.year)}, ${row.own}`] : []))
  return framed({
    id: 'years',
    title: `What is spent in ${place}: ${finding}`,
    said,
    alt: `Columns of spending in ${place} by year. ${rows
      .map(
        ({ year, amount, share, own }) =>
          `${yearInWords(year)}: ${inMoney(amount)}${share === null ? '' : `, ${inPercent(share)} under local control`}${own ? ', with figures of readers’ own' : ''}`,
      )
      .join('; ')}.`,
    notes: [
      `Local means “${definition}”. Only years counted in full are shown.`,
      ...notes,
      ...(own.length > 0
        ? [
            `Own figures, which readers published into the count and no publisher has checked: ${own.join('; ')}. A step into or out of a year that holds them may be a change of source, not of spending.`,
          ]
        : []),
    ],
    drawn: {
      markup: keyOfBars(12) + moved(0, 14, chart.markup),
      height: chart.height + 34 + (own.length > 0 ? OWN_ROW : 0),
    },
  })
}
