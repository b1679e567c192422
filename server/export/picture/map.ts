import type { ControlReply } from '../../api/contract.ts'
import type { Topology } from '../../places/outlines.ts'
import { inMoney, inPercent } from '../in-money.ts'
import { type Drawn, framed, INNER } from './frame.ts'
import { classOf, coloursOf, legendMarkup } from './map-legend.ts'
import { areasOf, type Outline, outlinesIn } from './map-outlines.ts'
import { CLASSES_OF_MAP, INK } from './palette.ts'
import type { Picture, Said } from './picture.ts'
import { el, group, moved, pointer } from './svg.ts'
import { leading, paragraph, text, wrapped } from './text.ts'

export type Measure = 'total' | 'head' | 'share'

const MEASURES: Readonly<Record<Measure, string>> = {
  total: 'Total spending',
  head: 'Spending a head',
  share: 'Share under local control',
}
const DARKEST = CLASSES_OF_MAP.at(-1)
const LONDON = /^E09/
const LAND = { width: 470, height: 560 } as const
const SIDE = { left: 490, width: INNER - 490 } as const

interface Place {
  readonly code: string
  readonly name: string
  readonly value: number | null
  readonly missing: number
}

export interface MapAsked {
  readonly measure: Measure
  /** Codes of the places to be marked; empty for none. */
  readonly marked: readonly string[]
  /** What the marked places are called, and their figure together. */
  readonly own: { readonly name: string; readonly value: number | null } | null
}

function placesIn({ data, rows }: ControlReply, measure: Measure, codes: ReadonlySet<string>): Place[] {
  const column = measure === 'total' ? data.denominator! : data[measure]!
  return Array.from({ length: rows }, (_, row) => ({
    code: data.place![row] as string,
    name: data.place_name![row] as string,
    value: column[row] as number | null,
    missing: (data.missing![row] as number | null) ?? 0,
  })).filter(({ code }) => codes.has(code))
}

function land(
  outlines: readonly Outline[],
  places: ReadonlyMap<string, Place>,
  breaks: readonly number[],
  marked: ReadonlySet<string>,
  prefix: string,
): { markup: string; defs: string } {
  const colours = coloursOf(breaks.length + 1)
  const fillOf = (code: string) => {
    const at = breaks.length === 0 ? null : classOf(places.get(code)?.value ?? null, breaks)
    return at === null ? 'url(#missing)' : colours[at]!
  }
  const partial = outlines.filter(
    ({ code }) => (places.get(code)?.missing ?? 0) > 0 && !fillOf(code).startsWith('url'),
  )
  const edge = (width: number, { path }: Outline, stroke: string) =>
    el('path', { d: path, fill: 'none', stroke, 'stroke-width': width, 'stroke-linejoin': 'round' })
  const chosen = outlines.filter(({ code }) => marked.has(code))
  return {
    markup: [
      ...outlines.map(({ code, path }) =>
        el('path', {
          d: path,
          fill: fillOf(code),
          stroke: INK,
          'stroke-width': 0.5,
          'stroke-linejoin': 'round',
        }),
      ),
      ...partial.map(({ code, corner }) =>
        el('path', { d: corner, fill: 'url(#missing)', 'clip-path': `url(#${prefix}${code})` }),
      ),
      ...outlines.filter(({ code }) => fillOf(code) === DARKEST).map((one) => edge(0.5, one, '#fff')),
      ...partial.map((one) => edge(0.5, one, INK)),
      ...chosen.map((one) => edge(5, one, '#fff') + edge(2.5, one, INK)),
    ].join(''),
    defs: partial
      .map(({ code, path }) => el('clipPath', { id: `${prefix}${code}` }, el('path', { d: path })))
      .join(''),
  }
}

/** The smallest and the largest of the places with no return missing, as a sentence. */
function finding(places: readonly Place[], words: (value: number | null) => string): string {
  const known = places
    .filter(({ value, missing }) => value !== null && missing === 0)
    .sort((a, b) => a.value! - b.value!)
  const [low, high] = [known[0], known.at(-1)]
  return low && high
    ? `from ${words(low.value)} in ${low.name} to ${words(high.value)} in ${high.name}`
    : 'no figure can be drawn'
}

/** The places of England coloured by a figure, London again larger, the place asked for marked; a row a place. */
export function mapPicture(reply: ControlReply, topology: Topology, asked: MapAsked, said: Said): Picture {
  const { measure, own } = asked
  const areas = areasOf(topology)
  const codes = new Set(areas.map(({ id }) => String(id)))
  const list = placesIn(reply, measure, codes)
  const places = new Map(list.map((place) => [place.code, place]))
  const breaks = measure === 'share' ? reply.breaks : reply.amount_breaks[measure]
  const words = measure === 'share' ? inPercent : inMoney
  const marked = new Set(asked.marked)
  const capital = areas.filter(({ id }) => LONDON.test(String(id)))

  const whole = land(outlinesIn(areas, LAND.width, LAND.height), places, breaks, marked, 'e')
  const values = list.map(({ value }) => value)
  const legend = legendMarkup(values, breaks, own?.value ?? null, words, SIDE.width - 16)
  const absent = [...codes].filter((code) => (places.get(code)?.value ?? null) === null).length
  const partial = list.filter(({ missing, value }) => missing > 0 && value !== null).length
  const look = { size: 13 } as const
  const side: string[] = []
  let y = 0
  const say = (content: string, more: object = {}) => {
    const lines = wrapped(content, SIDE.width, { ...look, ...more })
    side.push(paragraph(0, y + 13, lines, { ...look, ...more }))
    y += lines.length * leading(13) + 6
  }
  say('Places in each class', { weight: 600 })
  if (breaks.length > 0) {
    side.push(moved(0, y, legend.markup))
    y += legend.height
  } else say('No classes can be drawn.')
  if (own) {
    side.push(pointer(7, y + 3, 6, INK))
    const lines = wrapped(`${own.name}: ${words(own.value)}`, SIDE.width - 24, look)
    side.push(paragraph(24, y + 13, lines, look))
    y += lines.length * leading(13) + 8
  }
  if (partial > 0 || absent > 0) {
    side.push(
      el('rect', {
        x: 0.5,
        y: y + 2,
        width: 16,
        height: 12,
        fill: 'url(#missing)',
        stroke: INK,
        'stroke-width': 0.75,
      }),
    )
    const told = [
      ...(partial > 0 ? [`corner hatched: a return missing, left out (${partial})`] : []),
      ...(absent > 0 ? [`hatched all over: no figure (${absent})`] : []),
    ]
    const lines = wrapped(told.join('; '), SIDE.width - 24, look)
    side.push(paragraph(24, y + 13, lines, look))
    y += lines.length * leading(13) + 12
  }
  let inset = { markup: '', defs: '' }
  if (capital.length > 0) {
    inset = land(outlinesIn(capital, SIDE.width, 200), places, breaks, marked, 'l')
    y = Math.max(y + 8, LAND.height - 236)
    side.push(text(0, y + 12, 'London, larger', { ...look, weight: 600 }), moved(0, y + 24, inset.markup))
    y += 232
  }
  const drawn: Drawn = {
    markup: group(whole.markup, moved(SIDE.left, 0, side.join(''))),
    height: Math.max(LAND.height, y),
    defs: whole.defs + inset.defs,
  }
  const counts = coloursOf(breaks.length + 1).map(
    (_, at) => values.filter((value) => classOf(value, breaks) === at).length,
  )
  return framed({
    id: 'map',
    title: `${MEASURES[measure]}: ${finding(list, words)}`,
    said,
    alt: `Map of ${codes.size} places of England by ${MEASURES[measure].toLowerCase()}, ${finding(list, words)}. ${
      breaks.length === 0
        ? 'No classes can be drawn'
        : counts
            .map((count, at) => {
              const [low, high] = [breaks[at - 1], breaks[at]]
              const range =
                low === undefined
                  ? `under ${words(high!)}`
                  : high === undefined
                    ? `${words(low)} and over`
                    : `${words(low)} to ${words(high)}`
              return `${count} ${count === 1 ? 'place' : 'places'} ${range}`
            })
            .join('; ')
    }.${own ? ` Marked: ${own.name}, ${words(own.value)}.` : ''}`,
    notes: [
      ...(partial > 0 ? ['Places with a return missing are left out of the range in the title.'] : []),
      'Schematic outlines (Natural Earth): not for measuring.',
    ],
    drawn,
  })
}
