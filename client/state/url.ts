import { canonical } from './classes.ts'
import { canonicalRules } from './rules.ts'
import {
  CHANGE_COLUMNS,
  type ChangeSort,
  LINES_KINDS,
  type LinesKind,
  type LinesOf,
  MEASURES,
  type Measure,
  PAGES,
  SORT_COLUMNS,
  type Sort,
  START,
  STEPS,
  type View,
} from './state.ts'

const VERSION = '1'

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/
const PLACE = /^(set:)?[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/
const GROUP = /^(region|class|all|set:[A-Za-z0-9][A-Za-z0-9._-]{0,79})$/
const YEAR = /^\d{4}-\d{2}$/
const PRICES = /^real:\d{4}-\d{2}$/
const AREA = /^((set:)?[A-Za-z0-9][A-Za-z0-9._-]{0,79})(\+[A-Za-z0-9][A-Za-z0-9._-]{0,79}){0,199}$/
const MOST_NAME = 80
export const MOST_VERSUS = 3
const ITEM = /^[a-z0-9]{1,40}$/
const AGAINST = /^[a-z0-9]{1,40}@[1-9]\d{0,6}$/
const HASH = /^[0-9a-f]{6,64}$/
const MOST_PLACES = 200

/** The query string of a view, without the question mark; what is as at the start is left out. */
export function write(view: View): string {
  const parts: [string, string][] = []
  const put = (key: string, value: string, start: string) => {
    if (value !== start) parts.push([key, value])
  }
  put('page', view.page, START.page)
  put('m', view.measure, START.measure)
  put('d', view.definition, START.definition)
  put('r', view.rules, START.rules)
  put('n', view.named, START.named)
  put('w', view.moves, START.moves)
  put('c', view.prices, START.prices)
  put('b', view.from ?? '', '')
  put('u', view.unit, START.unit)
  put('y', view.year ?? '', '')
  put('x', view.without.join(','), '')
  put('f', view.fill ? 'budget' : '', '')
  put('p', view.places.join(','), START.places.join(','))
  put('pn', view.placesNamed, START.placesNamed)
  put('vs', view.versus.join(','), '')
  put('ft', view.unlike.join(','), '')
  put('g', view.group, START.group)
  put('s', view.side, START.side)
  put('q', view.filter, '')
  put('t', view.only ? 'only' : '', '')
  put('o', (view.sort.descending ? '-' : '') + view.sort.column, START.sort.column)
  put('oc', writeSort(view.changeSort), writeSort(START.changeSort))
  put('l', view.lines ? writeLines(view.lines) : '', '')
  put('at', view.at ?? '', '')
  put('scenario', view.scenario ?? '', '')
  put('ver', view.version === null ? '' : String(view.version), '')
  put('preset', view.preset ?? '', '')
  put('with', view.against ?? '', '')
  put('count', view.counted ?? '', '')
  put('of', view.pinned ?? '', '')
  put('intake', view.intake ?? '', '')
  put('step', view.step, START.step)
  if (parts.length === 0) return ''
  return `v=${VERSION}&${parts.map(([key, value]) => `${key}=${encode(value)}`).join('&')}`
}

const writeSort = ({ column, descending }: ChangeSort) => (descending ? '-' : '') + column

const writeLines = ({ kind, id, place }: LinesOf) => `${kind}:${id}${place === null ? '' : `@${place}`}`

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
  const fitting = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined)
  const view: View = {
    page: take('page', 'page', START.page, (t) => PAGES.find((page) => page === t)),
    measure: take('m', 'measure', START.measure, (t) => MEASURES.find((m: Measure) => m === t)),
    definition: take('d', 'definition', START.definition, readDefinition),
    rules: take('r', 'rules of control', START.rules, (t) => canonicalRules(t) ?? undefined),
    named: take('n', 'name of the definition', START.named, readName),
    moves: take('w', 'devolution', START.moves, (t) => canonicalRules(t) ?? undefined),
    prices: take('c', 'prices', START.prices, fitting(PRICES)),
    from: take<string | null>('b', 'year changed from', START.from, fitting(YEAR)),
    unit: take('u', 'unit of change', START.unit, (t) => (t === 'ratio' ? t : undefined)),
    year: take<string | null>('y', 'year', START.year, fitting(YEAR)),
    without: take('x', 'scope', START.without, readList(ID, 40)),
    fill: take('f', 'stand-in for missing returns', START.fill, (t) => (t === 'budget' ? true : undefined)),
    places: take('p', 'place', START.places, (t) => (t === '' ? undefined : readList(PLACE, MOST_PLACES)(t))),
    placesNamed: take('pn', 'name of the places', START.placesNamed, readName),
    versus: take('vs', 'comparison', START.versus, readAreas),
    unlike: take('ft', 'features left out', START.unlike, readList(ID, 20)),
    group: take('g', 'group', START.group, fitting(GROUP)),
    side: take('s', 'side', START.side, (t) => (t === 'map' || t === 'table' ? t : undefined)),
    filter: take('q', 'filter', START.filter, (t) => (t.length <= 60 ? t : undefined)),
    only: take('t', 'choice of rows', START.only, (t) => (t === 'only' ? true : undefined)),
    sort: take('o', 'order', START.sort, readSort),
    changeSort: take('oc', 'order of change', START.changeSort, readChangeSort),
    lines: take('l', 'open lines', START.lines, readLines),
    at: take<string | null>('at', 'entry', START.at, fitting(ID)),
    scenario: take<string | null>('scenario', 'scenario', START.scenario, fitting(ITEM)),
    version: take<number | null>('ver', 'version', START.version, readVersion),
    preset: take<string | null>('preset', 'preset', START.preset, fitting(ID)),
    against: take<string | null>('with', 'comparison', START.against, fitting(AGAINST)),
    counted: take<string | null>('count', 'count', START.counted, fitting(HASH)),
    pinned: take<string | null>('of', 'count', START.pinned, fitting(HASH)),
    intake: take<string | null>('intake', 'files', START.intake, fitting(ITEM)),
    step: take('step', 'step', START.step, (t) => STEPS.find((step) => step === t)),
  }
  return { view, faults }
}

const readDefinition = (text: string) => canonical(text) ?? (ID.test(text) ? text : undefined)

const readName = (text: string) =>
  text.length > 0 && text.length <= MOST_NAME && text === text.trim() && !/[\p{C}]/u.test(text)
    ? text
    : undefined

function readAreas(text: string) {
  const areas = text.split(',')
  return areas.length <= MOST_VERSUS && areas.every((area) => AREA.test(area))
    ? [...new Set(areas)]
    : undefined
}
const readVersion = (text: string) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined)

const readList = (pattern: RegExp, most: number) => (text: string) => {
  const parts = text === '' ? [] : text.split(',')
  if (parts.length > most || !parts.every((part) => pattern.test(part))) return undefined
  return [...new Set(parts)].sort()
}

function readChangeSort(text: string): ChangeSort | undefined {
  const descending = text.startsWith('-')
  const column = CHANGE_COLUMNS.find((name) => name === text.slice(descending ? 1 : 0))
  return column && { column, descending }
}

function readSort(text: string): Sort | undefined {
  const descending = text.startsWith('-')
  const column = SORT_COLUMNS.find((name) => name === text.slice(descending ? 1 : 0))
  return column && { column, descending }
}

function readLines(text: string): LinesOf | undefined {
  const [, name, rest, , place] = /^([a-z]+):([^@]+)(@(.+))?$/.exec(text) ?? []
  const kind = LINES_KINDS.find((one: LinesKind) => one === name)
  const id = readDefinition(rest ?? '')
  if (!kind || !id || (place !== undefined && !PLACE.test(place))) return undefined
  return { kind, id, place: place ?? null }
}

const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%40', '@')
    .replaceAll('%20', '+')
