import { inMoney } from '../../in-money.ts'
import { framed, INNER } from '../frame.ts'
import { BLUE, HAIRLINE, INK, NEGATIVE, ORANGE, QUIET } from '../palette.ts'
import type { Picture } from '../picture.ts'
import { scaleOf } from '../scale.ts'
import { el, line } from '../svg.ts'
import { leading, paragraph, text, wrapped } from '../text.ts'
import { widthOf } from '../typeface.ts'
import type { Shown } from './shown.ts'

const LOOK = { size: 13 } as const
const NAMES = 250
const MOST = 14

/** What the net present value comes to at each end of the range of an input, the widest first. */
export function tornadoPicture({ reply, said }: Shown): Picture {
  const { npv } = reply.sharing
  const bars = [...reply.tornado]
    .sort((a, b) => Math.abs(b.npvAtHigh - b.npvAtLow) - Math.abs(a.npvAtHigh - a.npvAtLow))
    .slice(0, MOST)
  const values = bars.flatMap(({ npvAtLow, npvAtHigh }) => [npvAtLow, npvAtHigh])
  const label = Math.max(...[...values, npv].map((value) => widthOf(inMoney(value), LOOK.size)), 0) + 8
  const [low, high] = [Math.min(...values, npv, 0), Math.max(...values, npv, 0)]
  const scale = scaleOf([low, high], NAMES + 12 + label, INNER - label)
  let y = 26
  const drawn: string[] = []
  for (const bar of bars) {
    const lines = wrapped(bar.name, NAMES, LOOK)
    const height = Math.max(28, lines.length * leading(LOOK.size) + 8)
    const [middle, baseline] = [y + height / 2, y + height / 2 + 4.5]
    const part = (to: number, fill: string) =>
      to === npv
        ? ''
        : el('rect', {
            x: scale.at(Math.min(npv, to)),
            y: middle - 8,
            width: Math.abs(scale.at(to) - scale.at(npv)),
            height: 16,
            fill,
            stroke: INK,
            'stroke-width': 0.75,
          })
    const ends = [bar.npvAtLow, bar.npvAtHigh].sort((a, b) => a - b)
    const figure = (value: number, at: number, anchor: 'start' | 'end') =>
      text(at, baseline, inMoney(value), { ...LOOK, anchor, fill: value < 0 ? NEGATIVE : INK })
    drawn.push(
      line(0, y, INNER, y, HAIRLINE, 0.5),
      paragraph(0, baseline - ((lines.length - 1) * leading(LOOK.size)) / 2, lines, LOOK),
      part(bar.npvAtLow, ORANGE),
      part(bar.npvAtHigh, BLUE),
      figure(ends[0]!, scale.at(Math.min(ends[0]!, npv)) - 6, 'end'),
      figure(ends[1]!, scale.at(Math.max(ends[1]!, npv)) + 6, 'start'),
    )
    y += height
  }
  const rules = [
    line(scale.at(npv), 20, scale.at(npv), y, INK, 1.5),
    ...(low < 0 ? [line(scale.at(0), 20, scale.at(0), y, QUIET, 1)] : []),
    text(scale.at(npv), 13, `as planned ${inMoney(npv)}`, {
      size: 13,
      weight: 600,
      anchor: scale.at(npv) > INNER - 90 ? 'end' : 'middle',
    }),
  ]
  const first = bars[0]
  return framed({
    id: 'tornado',
    title: first
      ? `The net present value of ${inMoney(npv)} rests most on ${first.name}`
      : 'No range is given for any input, so no tornado can be drawn',
    said,
    alt: `Net present value of ${reply.name}, ${inMoney(npv)} as planned, at the ends of the range of each input. ${
      bars
        .map(({ name, npvAtLow, npvAtHigh }) => `${name}: ${inMoney(npvAtLow)} to ${inMoney(npvAtHigh)}`)
        .join('; ') || 'No input has a range'
    }.`,
    notes: first
      ? [
          'Orange: the input at the low end of its range; blue: at the high end. Every other input as planned.',
        ]
      : [],
    drawn: first ? { markup: [...drawn, ...rules].join(''), height: y } : { markup: '', height: 0 },
  })
}
