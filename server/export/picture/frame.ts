import { inMoney, NO_FIGURE } from '../in-money.ts'
import { BLUE, HAIRLINE, INK, QUIET } from './palette.ts'
import type { Picture, Said } from './picture.ts'
import { el, escaped, line, moved, printable } from './svg.ts'
import { leading, paragraph, wrapped } from './text.ts'
import { FAMILY } from './typeface.ts'

/** Pixels: 17 cm of a page make the smallest letters 7.5 points. */
export const WIDTH = 800
const MARGIN = 24
export const INNER = WIDTH - 2 * MARGIN

export interface Drawn {
  readonly markup: string
  readonly height: number
  readonly defs?: string
}

export interface Framed {
  readonly id: string
  readonly title: string
  readonly said: Said
  readonly alt: string
  /** What a reader must know beside the chart, a paragraph each. */
  readonly notes?: readonly string[]
  readonly drawn: Drawn
}

const TITLE = { size: 22, weight: 600 } as const
const SUBTITLE = { size: 14, fill: QUIET } as const
const NOTE = { size: 13, fill: INK } as const
const SMALL = { size: 12, fill: QUIET } as const

/** Dots are shared out, lines are missing: the marks of every picture. */
const MARKS = [
  el(
    'pattern',
    { id: 'shared', width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
    el('rect', { width: 5, height: 5, fill: '#fff' }),
    el('circle', { cx: 2.5, cy: 2.5, r: 0.9, fill: BLUE }),
  ),
  el(
    'pattern',
    { id: 'missing', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(-45)' },
    el('rect', { width: 6, height: 6, fill: '#fff' }),
    el('rect', { y: 2, width: 6, height: 1.4, fill: INK }),
  ),
].join('')

/** Lays out title, subtitle, chart, notes, source and version on white ground, one under another. */
export function framed({ id, title, said, alt, notes = [], drawn }: Framed): Picture {
  const blocks: string[] = []
  let y = MARGIN
  const put = (
    content: string,
    look: typeof TITLE | typeof SUBTITLE | typeof NOTE | typeof SMALL,
    after: number,
  ) => {
    const lines = wrapped(content, INNER, look)
    blocks.push(paragraph(MARGIN, y + look.size, lines, look))
    y += lines.length * leading(look.size) + after
  }
  put(title, TITLE, 4)
  put(said.subtitle, SUBTITLE, 16)
  blocks.push(moved(MARGIN, y, drawn.markup))
  y += drawn.height + 16
  for (const note of notes) put(note, NOTE, 4)
  y += 8
  blocks.push(line(MARGIN, y, WIDTH - MARGIN, y, HAIRLINE))
  y += 8
  put(said.source, SMALL, 2)
  put(said.version, SMALL, 0)
  const height = Math.ceil(y + MARGIN - 8)
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'aria-labelledby': 'title desc',
      'font-family': `'${FAMILY}', Arial, Helvetica, sans-serif`,
    },
    el('title', { id: 'title' }, escaped(title)),
    el('desc', { id: 'desc' }, escaped(alt)),
    el('defs', {}, MARKS + (drawn.defs ?? '')),
    el('rect', { width: WIDTH, height, fill: '#fff' }),
    ...blocks,
  )
  return {
    id,
    title: printable(title),
    subtitle: printable(said.subtitle),
    source: printable(said.source),
    alt: printable(alt),
    width: WIDTH,
    height,
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`,
  }
}

/** Figures in a sentence, where a picture has them: a name and its pounds. */
export const toldInMoney = (rows: readonly { name: string; amount: number | null }[]): string =>
  rows.length === 0 ? NO_FIGURE : rows.map(({ name, amount }) => `${name} ${inMoney(amount)}`).join('; ')
