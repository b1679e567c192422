import { INNER } from '../frame.ts'
import { INK } from '../palette.ts'
import { el } from '../svg.ts'
import { text } from '../text.ts'
import { widthOf } from '../typeface.ts'

export interface KeyEntry {
  readonly name: string
  readonly fill: string
}

const LOOK = { size: 13 } as const
const ROW = 20
const SWATCH = 22
const LONGEST = 300

const shortened = (name: string): string => {
  if (widthOf(name, LOOK.size) <= LONGEST) return name
  let short = name
  while (widthOf(`${short}…`, LOOK.size) > LONGEST) short = [...short].slice(0, -1).join('')
  return `${short.trimEnd()}…`
}

/** What colours stand for, in as many rows as they need. */
export function keyMarkup(entries: readonly KeyEntry[]): { markup: string; height: number } {
  let [x, y] = [0, 0]
  const drawn = entries.map(({ name, fill }) => {
    const words = shortened(name)
    const width = SWATCH + widthOf(words, LOOK.size) + 20
    if (x > 0 && x + width > INNER) {
      x = 0
      y += ROW
    }
    const at = x
    x += width
    return (
      el('rect', { x: at + 0.5, y: y + 2, width: 14, height: 12, fill, stroke: INK, 'stroke-width': 0.75 }) +
      text(at + SWATCH, y + 13, words, LOOK)
    )
  })
  return { markup: drawn.join(''), height: y + ROW + 4 }
}
