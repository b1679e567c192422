import { inMoney, inPercent, yearInWords } from '../in-money.ts'
import { keyOfBars } from './bars-chart.ts'
import { columnsChart } from './columns-chart.ts'
import { framed } from './frame.ts'
import { BLUE, INK, NEGATIVE, QUIET } from './palette.ts'
import type { Picture, Said } from './picture.ts'
import { el, moved } from './svg.ts'
import { text } from './text.ts'

export interface YearRow {
  readonly year: string
  /** Pounds; null where nothing is known. */
  readonly amount: number | null
  readonly recorded: number
  /** Share under the definition asked for. */
  readonly share: number | null
  /** What stands in for a source the year lacks. */
  readonly note: string | null
}

const HEIGHT = 280
const WIDE = 0.56

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
        .flatMap(({ amount, recorded, share }, index) => {
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
  return framed({
    id: 'years',
    title: `What is spent in ${place}: ${finding}`,
    said,
    alt: `Columns of spending in ${place} by year. ${rows
      .map(
        ({ year, amount, share }) =>
          `${yearInWords(year)}: ${inMoney(amount)}${share === null ? '' : `, ${inPercent(share)} under local control`}`,
      )
      .join('; ')}.`,
    notes: [`Local means “${definition}”. Only years counted in full are shown.`, ...notes],
    drawn: { markup: keyOfBars(12) + moved(0, 14, chart.markup), height: chart.height + 34 },
  })
}
