import { inMoney, inPercent } from '../in-money.ts'
import { type Drawn, INNER } from './frame.ts'
import { BLUE, HAIRLINE, INK, NEGATIVE, QUIET } from './palette.ts'
import { scaleOf } from './scale.ts'
import { el, line } from './svg.ts'
import { leading, paragraph, text, wrapped } from './text.ts'
import { widthOf } from './typeface.ts'

export interface Bar {
  readonly name: string
  readonly amount: number
  /** Part of the amount recorded for the place; the rest is shared out. */
  readonly recorded: number
}

const NAMES = 236
const SHARES = 56
const GAP = 12
const THICK = 16
const LOOK = { size: 13 } as const

/** A bar's two parts from nothing outwards: stacked where their signs agree, each from nothing where not. */
function partsOf({ amount, recorded }: Bar): { kind: 'recorded' | 'shared'; from: number; to: number }[] {
  const shared = amount - recorded
  const start = recorded < 0 === shared < 0 ? recorded : 0
  const parts = [
    { kind: 'shared', from: start, to: start + shared },
    { kind: 'recorded', from: 0, to: recorded },
  ] as const
  return parts.filter(({ from, to }) => from !== to)
}

const markOf = (kind: 'recorded' | 'shared', negative: boolean) => ({
  fill: kind === 'recorded' ? (negative ? NEGATIVE : BLUE) : 'url(#shared)',
  stroke: negative ? NEGATIVE : BLUE,
})

/** How bars tell recorded from shared out. */
export const keyOfBars = (y: number): string => {
  const swatch = (x: number, kind: 'recorded' | 'shared', words: string) =>
    el('rect', { x, y: y - 10, width: 16, height: 11, ...markOf(kind, false) }) + text(x + 22, y, words, LOOK)
  return (
    swatch(0, 'recorded', 'recorded for the place') + swatch(190, 'shared', 'shared out from a wider area')
  )
}

/** Amounts as bars, a row each: name, bar, pounds, and share of the whole where one is meant. */
export function barsChart(bars: readonly Bar[], whole: number | null): Drawn {
  const figures = bars.map(({ amount }) => inMoney(amount))
  const figureWidth = Math.max(...figures.map((figure) => widthOf(figure, LOOK.size)), 0)
  const shares = whole === null ? 0 : SHARES
  const [from, to] = [NAMES + GAP, INNER - figureWidth - shares - GAP]
  const ends = bars.flatMap((bar) => partsOf(bar).flatMap((part) => [part.from, part.to]))
  const scale = scaleOf(ends, from, to)
  let y = 28
  const drawn = [keyOfBars(12)]
  for (const [index, bar] of bars.entries()) {
    const names = wrapped(bar.name, NAMES, LOOK)
    const height = Math.max(24, names.length * leading(LOOK.size) + 6)
    const middle = y + height / 2
    const baseline = middle + 4.5
    drawn.push(
      paragraph(0, baseline - ((names.length - 1) * leading(LOOK.size)) / 2, names, LOOK),
      ...partsOf(bar).map(({ kind, from, to }) => {
        const [left, right] = [scale.at(Math.min(from, to)), scale.at(Math.max(from, to))]
        const mark = markOf(kind, to < from)
        return el('rect', {
          x: left,
          y: middle - THICK / 2,
          width: Math.max(right - left, 0.6),
          height: THICK,
          ...mark,
        })
      }),
      text(INNER - shares, baseline, figures[index]!, {
        ...LOOK,
        anchor: 'end',
        fill: bar.amount < 0 ? NEGATIVE : INK,
      }),
      ...(whole === null
        ? []
        : [text(INNER, baseline, inPercent(bar.amount / whole), { ...LOOK, anchor: 'end', fill: QUIET })]),
    )
    y += height
  }
  drawn.push(line(scale.at(0), 26, scale.at(0), y, bars.some(({ amount }) => amount < 0) ? INK : HAIRLINE))
  return { markup: drawn.join(''), height: y }
}
