import { INK } from './palette.ts'
import { el, escaped, printable } from './svg.ts'
import { type Weight, widthOf } from './typeface.ts'

export interface TextLook {
  readonly size?: number
  readonly weight?: Weight
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

export const SIZE = 14
export const leading = (size: number): number => Math.round(size * 1.35)

/** A line of text, its baseline at y. */
export const text = (
  x: number,
  y: number,
  content: string,
  { size = SIZE, weight = 400, fill = INK, anchor = 'start' }: TextLook = {},
): string =>
  el(
    'text',
    {
      x,
      y,
      'font-size': size,
      ...(weight === 400 ? {} : { 'font-weight': weight }),
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      fill,
    },
    escaped(content),
  )

/** A word that is wider than the line, in pieces that are not. */
function broken(word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece && !fits(piece + character)) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/** Words, each with what stands before it on its line: nothing after a hyphen. */
const wordsOf = (content: string): [string, string][] =>
  content
    .split(' ')
    .flatMap((word) =>
      word
        .split(/(?<=\p{L}-)(?=\p{L})/u)
        .map((piece, index): [string, string] => [piece, index === 0 ? ' ' : '']),
    )

/** Text in lines no wider than `width`, by the widths of the typeface. */
export function wrapped(
  content: string,
  width: number,
  { size = SIZE, weight = 400 }: TextLook = {},
): string[] {
  const fits = (candidate: string) => widthOf(candidate, size, weight) <= width
  const lines: string[] = []
  let now = ''
  for (const [word, glue] of wordsOf(printable(content).trim())) {
    const longer = now ? now + glue + word : word
    if (fits(longer)) {
      now = longer
      continue
    }
    if (now) lines.push(now)
    const pieces = fits(word) ? [word] : broken(word, fits)
    lines.push(...pieces.slice(0, -1))
    now = pieces.at(-1)!
  }
  return [...lines, now]
}

/** Lines under one another, the first baseline at y. */
export const paragraph = (x: number, y: number, lines: readonly string[], look: TextLook = {}): string =>
  lines.map((one, index) => text(x, y + index * leading(look.size ?? SIZE), one, look)).join('')
