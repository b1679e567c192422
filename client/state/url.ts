import {
  LINES_KINDS,
  type LinesKind,
  MEASURES,
  type Measure,
  SORT_COLUMNS,
  type Sort,
  START,
  type View,
} from './state.ts'

export const VERSION = '1'

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/
const PLACE = /^(set:)?[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/
const YEAR = /^\d{4}-\d{2}$/

/** The query string of a view, without the question mark; what is as at the start is left out. */
export function write(view: View): string {
  const parts: [string, string][] = []
  if (view.page !== START.page) parts.push(['page', view.page])
  if (view.measure !== START.measure) parts.push(['m', view.measure])
  if (view.definition !== START.definition) parts.push(['d', view.definition])
  if (view.year !== null) parts.push(['y', view.year])
  if (view.without.length > 0) parts.push(['x', view.without.join(',')])
  if (view.place !== START.place) parts.push(['p', view.place])
  if (view.side !== START.side) parts.push(['s', view.side])
  if (view.filter !== '') parts.push(['q', view.filter])
  const sort = (view.sort.descending ? '-' : '') + view.sort.column
  if (sort !== START.sort.column) parts.push(['o', sort])
  if (view.lines) parts.push(['l', `${view.lines.kind}:${view.lines.id}`])
  if (parts.length === 0) return ''
  return `v=${VERSION}&${parts.map(([key, value]) => `${key}=${encode(value)}`).join('&')}`
}

export interface Reading {
  view: View
  /** Parts of the link that could not be read, in words for the reader. */
  faults: string[]
}

/** The view a query string stands for; what it does not say is as at the start, what it says wrongly is told. */
export function read(search: string): Reading {
  const query = new URLSearchParams(search)
  const faults: string[] = []
  const version = query.get('v')
  if (version !== null && version !== VERSION) {
    faults.push(`The link is of version ${version.slice(0, 12)}; this product reads version ${VERSION}.`)
  }
  const take = <T>(key: string, name: string, start: T, parse: (text: string) => T | undefined): T => {
    const text = query.get(key)
    if (text === null) return start
    const value = parse(text)
    if (value !== undefined) return value
    faults.push(`The link's ${name}, “${text.slice(0, 40)}”, could not be read.`)
    return start
  }
  const view: View = {
    page: take('page', 'page', START.page, (t) => (t === 'data' || t === 'explore' ? t : undefined)),
    measure: take('m', 'measure', START.measure, (t) => MEASURES.find((m: Measure) => m === t)),
    definition: take('d', 'definition', START.definition, (t) => (ID.test(t) ? t : undefined)),
    year: take<string | null>('y', 'year', START.year, (t) => (YEAR.test(t) ? t : undefined)),
    without: take('x', 'scope', START.without, readTags),
    place: take('p', 'place', START.place, (t) => (PLACE.test(t) ? t : undefined)),
    side: take('s', 'side', START.side, (t) => (t === 'map' || t === 'table' ? t : undefined)),
    filter: take('q', 'filter', START.filter, (t) => (t.length <= 60 ? t : undefined)),
    sort: take('o', 'order', START.sort, readSort),
    lines: take('l', 'open lines', START.lines, readLines),
  }
  return { view, faults }
}

function readTags(text: string) {
  const tags = text === '' ? [] : text.split(',')
  if (!tags.every((tag) => ID.test(tag))) return undefined
  return [...new Set(tags)].sort()
}

function readSort(text: string): Sort | undefined {
  const descending = text.startsWith('-')
  const column = SORT_COLUMNS.find((name) => name === text.slice(descending ? 1 : 0))
  return column && { column, descending }
}

function readLines(text: string) {
  const colon = text.indexOf(':')
  const kind = LINES_KINDS.find((name: LinesKind) => name === text.slice(0, colon))
  const id = text.slice(colon + 1)
  return kind && ID.test(id) ? { kind, id } : undefined
}

const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%20', '+')
