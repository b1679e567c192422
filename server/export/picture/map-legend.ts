import { CLASSES_OF_MAP, INK, QUIET } from './palette.ts'
import { el, line, pointer } from './svg.ts'
import { text } from './text.ts'
import { widthOf } from './typeface.ts'

/** The class of a value, from 0: each break is the lowest value of the class above it; no figure, no class. */
export function classOf(value: number | null, breaks: readonly number[]): number | null {
  if (value === null) return null
  let at = 0
  while (at < breaks.length && value >= breaks[at]!) at += 1
  return at
}

/** Colours of that many classes: the ends of the scale whatever their number. */
export const coloursOf = (classes: number): readonly string[] =>
  Array.from(
    { length: classes },
    (_, index) =>
      CLASSES_OF_MAP[classes === 1 ? 2 : Math.round((index * (CLASSES_OF_MAP.length - 1)) / (classes - 1))]!,
  )

const TALL = 56

/** How many places stand in each class, breaks under the joints, the class of the marked place pointed at. */
export function legendMarkup(
  values: readonly (number | null)[],
  breaks: readonly number[],
  own: number | null,
  words: (value: number) => string,
  width: number,
): { markup: string; height: number } {
  const colours = coloursOf(breaks.length + 1)
  const counts = colours.map((_, at) => values.filter((value) => classOf(value, breaks) === at).length)
  const step = width / colours.length
  const tallest = Math.max(...counts, 1)
  const base = 20 + TALL
  const marked = classOf(own, breaks)
  const labels = breaks.map(words)
  const crowded = labels.some((label) => widthOf(label, 12) > step - 4)
  return {
    markup: [
      ...colours.flatMap((fill, at) => {
        const height = 3 + (counts[at]! / tallest) * TALL
        return [
          el('rect', {
            x: at * step,
            y: base - height,
            width: step - 1,
            height,
            fill,
            stroke: INK,
            'stroke-width': 0.75,
          }),
          text((at + 0.5) * step, base - height - 5, String(counts[at]), { size: 13, anchor: 'middle' }),
          ...(marked === at ? [pointer((at + 0.5) * step, base + 5, 6, INK)] : []),
        ]
      }),
      ...labels.map((label, index) => {
        const x = (index + 1) * step
        const y = base + 30 + (crowded && index % 2 === 1 ? 15 : 0)
        return line(x, base, x, y - 12, QUIET, 0.75) + text(x, y, label, { size: 12, anchor: 'middle' })
      }),
    ].join(''),
    height: base + 36 + (crowded ? 15 : 0),
  }
}
