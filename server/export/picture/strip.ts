import { CLASSES_OF_CONTROL, INK } from './palette.ts'
import { el, line } from './svg.ts'
import { text } from './text.ts'

/** A stretch of the spectrum, from 0 to 1, with the classes it holds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Where each class stands; null where one is negative or all are nothing, for then no strip can be drawn. */
export function stretches(amounts: readonly number[]): Stretch[] | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total <= 0 || amounts.some((amount) => amount < 0)) return null
  let before = 0
  return amounts.map((amount) => {
    const from = before / total
    before += amount
    return { from, to: before / total }
  })
}

/** The stretches that classes cover, neighbours joined. */
export function covered(strip: readonly Stretch[], classes: readonly number[]): Stretch[] {
  const joined: { from: number; to: number }[] = []
  let last = Number.NaN
  for (const one of [...classes].sort((a, b) => a - b)) {
    const stretch = strip[one - 1]!
    if (one === last + 1) joined.at(-1)!.to = stretch.to
    else joined.push({ ...stretch })
    last = one
  }
  return joined
}

/** The seven classes on one line, their numbers above those wide enough to bear them. */
export const stripMarkup = (strip: readonly Stretch[], width: number, y: number, height: number): string =>
  strip
    .map(({ from, to }, index) => {
      const [left, wide] = [from * width, (to - from) * width]
      const mark = el('rect', {
        x: left,
        y,
        width: wide,
        height,
        fill: CLASSES_OF_CONTROL[index]!,
        stroke: INK,
        'stroke-width': 0.75,
      })
      return (
        mark +
        (wide > 14 ? text(left + wide / 2, y - 6, String(index + 1), { size: 13, anchor: 'middle' }) : '')
      )
    })
    .join('')

/** Brackets under the stretches that count as local. */
export const brackets = (spans: readonly Stretch[], width: number, y: number): string =>
  spans
    .map(({ from, to }) => {
      const [left, right] = [from * width, to * width]
      return [
        line(left, y, right, y, INK, 3),
        line(left, y - 5, left, y + 1.5, INK, 1.5),
        line(right, y - 5, right, y + 1.5, INK, 1.5),
      ].join('')
    })
    .join('')
