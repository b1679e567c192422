/** Characters XML 1.0 has no place for, and those that turn the order of text about. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is sought
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text that can be shown on one line. */
export const printable = (text: string): string => text.replace(UNFIT, '\uFFFD').replace(/\s+/g, ' ')

export const escaped = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!)

type Attribute = string | number | undefined

const shown = (value: string | number) =>
  typeof value === 'number' ? String(Number(value.toFixed(2))) : escaped(value)

/** An element. Children are markup already; attributes are escaped here. */
export function el(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  ...children: readonly string[]
): string {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${shown(value!)}"`)
    .join('')
  return children.length > 0 ? `<${name}${told}>${children.join('')}</${name}>` : `<${name}${told}/>`
}

export const group = (...children: readonly string[]): string => el('g', {}, ...children)
export const moved = (x: number, y: number, markup: string): string =>
  el('g', { transform: `translate(${shown(x)} ${shown(y)})` }, markup)

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1): string =>
  el('line', { x1, y1, x2, y2, stroke, 'stroke-width': width })

/** A triangle on its base: what marks a place or an end, drawn, for the typeface has none. */
export const pointer = (x: number, top: number, size: number, fill: string): string =>
  el('path', {
    d: `M${shown(x - size)} ${shown(top + size * 1.4)}L${shown(x)} ${shown(top)}L${shown(x + size)} ${shown(top + size * 1.4)}Z`,
    fill,
  })
