import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export const FAMILY = 'Public Sans'
export const WEIGHTS = {
  400: '400Regular/PublicSans_400Regular.ttf',
  600: '600SemiBold/PublicSans_600SemiBold.ttf',
}
export type Weight = keyof typeof WEIGHTS

const { resolve } = createRequire(import.meta.url)
/** The files of the typeface that ships: the only one pictures are drawn with. */
export const FONT_FILES: readonly string[] = Object.values(WEIGHTS).map((file) =>
  resolve(`@expo-google-fonts/public-sans/${file}`),
)

interface Widths {
  readonly unitsPerEm: number
  advance(codePoint: number): number | undefined
}

/** Advance widths of a TrueType file: tables head, hhea, hmtx and a cmap of format 4 (OpenType 1.9). */
function widthsIn(file: string): Widths {
  const font = readFileSync(file)
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const at = 12 + index * 16
      return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)] as const
    }),
  )
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => tables.get(name)!) as [
    number,
    number,
    number,
    number,
  ]
  const measured = font.readUInt16BE(hhea + 34)
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8),
  )
  const from = subtables.find((at) => font.readUInt16BE(at) === 4)!
  const segments = font.readUInt16BE(from + 6) / 2
  const [ends, starts] = [from + 14, from + 16 + segments * 2]
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4]

  function glyph(code: number): number {
    for (let at = 0; at < segments * 2; at += 2) {
      if (code > font.readUInt16BE(ends + at)) continue
      const start = font.readUInt16BE(starts + at)
      if (code < start) return 0
      const offset = font.readUInt16BE(offsets + at)
      const delta = font.readUInt16BE(deltas + at)
      if (offset === 0) return (code + delta) & 0xffff
      const found = font.readUInt16BE(offsets + at + offset + (code - start) * 2)
      return found === 0 ? 0 : (found + delta) & 0xffff
    }
    return 0
  }
  const kept = new Map<number, number | undefined>()
  return {
    unitsPerEm: font.readUInt16BE(head + 18),
    advance(code) {
      if (!kept.has(code)) {
        const found = code > 0xffff ? 0 : glyph(code)
        kept.set(code, found === 0 ? undefined : font.readUInt16BE(hmtx + Math.min(found, measured - 1) * 4))
      }
      return kept.get(code)
    },
  }
}

const WIDTHS: Readonly<Record<Weight, Widths>> = {
  400: widthsIn(FONT_FILES[0]!),
  600: widthsIn(FONT_FILES[1]!),
}

/** Width of a line of text in pixels; a character the typeface lacks counts as one em. */
export function widthOf(text: string, size: number, weight: Weight = 400): number {
  const { unitsPerEm, advance } = WIDTHS[weight]
  let units = 0
  for (const character of text) units += advance(character.codePointAt(0)!) ?? unitsPerEm
  return (units / unitsPerEm) * size
}

/** Characters of a text that the typeface has no letter for: boxes in a PNG, another face's letters in an SVG. */
export const withoutLetter = (text: string): string[] =>
  [...text].filter((character) => WIDTHS[400].advance(character.codePointAt(0)!) === undefined)
