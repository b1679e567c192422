import { Resvg } from '@resvg/resvg-js'
import { type Weight, widthOf } from '../../server/export/picture/typeface.ts'

export interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}
const decoded = (text: string) => text.replace(/&\w+;/g, (entity) => ENTITIES[entity]!)
const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]

/** The words of a picture in its order, title and description among them. */
export const wordsIn = (svg: string): string[] =>
  [...svg.matchAll(/<(?:text|title|desc)[^>]*>([^<]*)</g)].map(([, text]) => decoded(text!))

/** Where each line of text of a picture stands, by the widths of the typeface. */
export function boxesIn(svg: string): Box[] {
  const boxes: Box[] = []
  const at: [number, number][] = [[0, 0]]
  for (const [tag, , content] of svg.matchAll(/<(g|\/g|text)\b[^>]*>([^<]*)/g)) {
    const [x, y] = at.at(-1)!
    if (tag.startsWith('</g')) at.pop()
    else if (tag.startsWith('<g')) {
      const [, dx, dy] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(tag) ?? [null, '0', '0']
      at.push([x + Number(dx), y + Number(dy)])
    } else {
      const size = Number(attribute(tag, 'font-size'))
      const text = decoded(content!)
      const width = widthOf(text, size, Number(attribute(tag, 'font-weight') ?? 400) as Weight)
      const anchor = attribute(tag, 'text-anchor') ?? 'start'
      const left =
        x + Number(attribute(tag, 'x')) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
      const baseline = y + Number(attribute(tag, 'y'))
      boxes.push({
        text,
        left,
        right: left + width,
        top: baseline - size * 0.72,
        bottom: baseline + size * 0.2,
      })
    }
  }
  return boxes
}

/** Pairs of texts that stand on one another, and texts that leave the picture. */
export function clashes(svg: string): string[] {
  const boxes = boxesIn(svg).filter(({ text }) => text.trim())
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number) as [number, number, number]
  const out = boxes.filter(
    ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height,
  )
  const over = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `“${a.text}” over “${b.text}”`),
  )
  return [...out.map(({ text }) => `“${text}” leaves the picture`), ...over]
}

/** A picture as a strict parser of XML and SVG reads it; throws where it is not well formed. */
export const parsed = (svg: string): Resvg => new Resvg(svg, { font: { loadSystemFonts: false } })
