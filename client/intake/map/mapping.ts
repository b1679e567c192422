import type { IntakeReply, MappingDocument } from '../state/server.ts'
import type { Confidence, Meaning } from './meanings.ts'
import { normal } from './normal.ts'

export type Mapping = MappingDocument
export type Proposal = NonNullable<IntakeReply['proposal']>
export type Constant = keyof Mapping['constants']
export type Matched = 'place' | 'agency' | 'function'

const MOST_PROGRAMMES = 3
const SEVERAL: readonly Meaning[] = ['ignore', 'other-amount', 'programme']

export type Says = NonNullable<Mapping['columns'][number]['says']>

export interface Column {
  header: string
  meaning: Meaning
  /** What all its amounts are of, where several columns hold amounts. */
  says: Says | undefined
  sample: readonly string[]
  why: string
  confidence: Confidence
  proposed: Meaning
  /** Whether it is read otherwise than was proposed. */
  changed: boolean
}

/** The column of a mapping that a header names: one of that very text, else the first that is it but for case and punctuation. */
function namedIn(columns: Mapping['columns']) {
  const exact = new Map(columns.map((column) => [column.header, column]))
  const alike = new Map([...columns].reverse().map((column) => [normal(column.header), column]))
  return (header: string) => exact.get(header) ?? alike.get(normal(header))
}

/** A mapping that names every column: those it leaves unsaid are as proposed, or left out of a saved one. */
export function complete(
  mapping: Mapping,
  proposal: Proposal,
  unsaid: 'proposed' | 'ignore' = 'proposed',
): Mapping {
  const named = namedIn(mapping.columns)
  const more = proposal.columns
    .filter(({ header }) => !named(header))
    .map(({ header, meaning, says }) =>
      unsaid === 'ignore'
        ? { header, meaning: 'ignore' as const }
        : { header, meaning, ...(says ? { says } : {}) },
    )
  return more.length === 0 ? mapping : { ...mapping, columns: [...mapping.columns, ...more] }
}

/** The columns of the files as a mapping reads them, in the order of the files. */
export function columnsOf(proposal: Proposal, mapping: Mapping): Column[] {
  const named = namedIn(mapping.columns)
  return proposal.columns.map(({ header, meaning, why, confidence, sample }) => {
    const now = named(header)
    const own = now?.meaning ?? 'ignore'
    return {
      header,
      meaning: own,
      says: now?.says,
      proposed: meaning,
      why,
      confidence,
      sample,
      changed: own !== meaning,
    }
  })
}

/** Says what a column means; what its amounts are of goes when it holds none, and comes back from `proposed`. */
export function withMeaning(
  mapping: Mapping,
  header: string,
  meaning: Meaning,
  proposed: Mapping['columns'] = [],
): Mapping {
  const is = (column: { header: string }) => column.header === header
  const others = mapping.columns.some((column) => !is(column) && column.meaning === 'amount')
  const says =
    meaning === 'amount' && others
      ? (namedIn(mapping.columns)(header)?.says ?? proposed.find(is)?.says ?? { programme: header })
      : undefined
  const now = { header, meaning, ...(says ? { says } : {}) }
  const columns = mapping.columns.some(is)
    ? mapping.columns.map((column) => (is(column) ? now : column))
    : [...mapping.columns, now]
  return { ...mapping, columns }
}

/** Says what all amounts of a column are of; null says it no more. */
export function withSays(mapping: Mapping, header: string, name: keyof Says, value: string | null): Mapping {
  const of = namedIn(mapping.columns)(header)
  const columns = mapping.columns.map((column) => {
    if (column !== of) return column
    const { [name]: _, ...rest } = column.says ?? {}
    return { ...column, says: value === null ? rest : { ...rest, [name]: value } }
  })
  return { ...mapping, columns }
}

/** Where no column says where: in the one place where the count has each agency, or not so. */
export function withPlaceOf(mapping: Mapping, agency: boolean): Mapping {
  const { placeOf: _, ...rest } = mapping
  return agency ? { ...rest, placeOf: 'agency' } : rest
}

/** Says of all rows what no column does; null says it no more. */
export function withConstant<K extends Constant>(
  mapping: Mapping,
  name: K,
  value: Mapping['constants'][K] | null,
): Mapping {
  const { [name]: _, ...rest } = mapping.constants
  const of = name === 'place' && value !== null ? withPlaceOf(mapping, false) : mapping
  return { ...of, constants: value === null ? rest : { ...rest, [name]: value } }
}

/** Says what a text of a column stands for; null says it no more. */
export function withValue(mapping: Mapping, meaning: Matched, text: string, value: string | null): Mapping {
  const { [meaning]: before = {}, ...others } = mapping.values
  const kept = Object.entries(before).filter(([from]) => normal(from) !== normal(text))
  const now = value === null ? kept : [...kept, [text, value] as const]
  return { ...mapping, values: now.length === 0 ? others : { ...others, [meaning]: Object.fromEntries(now) } }
}

/** What a text stands for by the mapping; null where it does not say. */
export function standsFor(mapping: Mapping, meaning: Matched, text: string): string | null {
  const found = Object.entries(mapping.values[meaning] ?? {}).find(([from]) => normal(from) === normal(text))
  return found?.[1] ?? null
}

/** The files a column is in, where not all of them have it; `all` are the names that columns go by. */
export function filesWith(header: string, files: IntakeReply['files'], all: readonly string[]): string[] {
  const goesBy = namedIn(all.map((each) => ({ header: each, meaning: 'ignore' })))
  const has = files.filter(({ tables }) =>
    tables.some(({ headers }) => headers.some((each) => goesBy(each)?.header === header)),
  )
  return has.length === files.length ? [] : has.map(({ name }) => name)
}

export interface Lack {
  /** What is to be mended: a part of the form. */
  at: 'columns' | 'place' | 'agency' | 'year'
  message: string
}

interface Table {
  sheet: string | null
  headers: readonly string[]
}

/** What has still to be said before rows can be checked; the server asks the same. */
export function lacking(mapping: Mapping, tables: readonly Table[]): Lack[] {
  const named = namedIn(mapping.columns)
  const found: Lack[] = []
  const lack = (at: Lack['at'], message: string) => {
    if (!found.some((one) => one.message === message)) found.push({ at, message })
  }
  for (const { sheet, headers } of tables) {
    const columns = headers.map(named)
    const meanings = columns.map((column) => column?.meaning ?? 'ignore')
    const amounts = columns.filter((column) => column?.meaning === 'amount')
    const all = (name: keyof Says) =>
      amounts.length > 0 && amounts.every((column) => column?.says?.[name] !== undefined)
    const has = (meaning: Meaning) => meanings.includes(meaning)
    const of = sheet === null ? '' : ` of the sheet ${sheet}`
    if (!has('amount')) lack('columns', `Say which column${of} is the amount.`)
    if (!has('agency') && !mapping.constants.agency && !all('agency'))
      lack('agency', `Say which agency spends: no column${of} does.`)
    if (!has('place') && !mapping.constants.place && !mapping.placeOf && !all('place'))
      lack('place', `Say where it is spent: no column${of} does.`)
    if (!has('year') && !has('date') && !mapping.constants.year && !all('year'))
      lack('year', `Say which financial year it is: no column${of} does.`)
    for (const meaning of new Set(meanings)) {
      const times = meanings.filter((one) => one === meaning).length
      const most = meaning === 'programme' ? MOST_PROGRAMMES : 1
      if (meaning === 'amount' && amounts.every((column) => Object.keys(column?.says ?? {}).length > 0))
        continue
      if (times > most && (meaning === 'programme' || !SEVERAL.includes(meaning)))
        lack('columns', twice(meaning, times, most, of))
    }
  }
  return found
}

const NOUNS: Partial<Record<Meaning, string>> = {
  amount: 'the amount',
  agency: 'the agency',
  place: 'the place',
  programme: 'what it is for',
}

const twice = (meaning: Meaning, times: number, most: number, of: string) =>
  `${times} columns${of} are read as ${NOUNS[meaning] ?? `the ${meaning}`}: keep ${most === 1 ? 'one' : `at most ${most}`} and leave the others out.`

/** Whether a saved mapping reads tables of these headers: every column it counts is there, in each table. */
export function fits(mapping: Mapping, tables: readonly Table[]): boolean {
  const wanted = mapping.columns
    .filter(({ meaning }) => meaning !== 'ignore')
    .map(({ header }) => normal(header))
  if (wanted.length === 0 || tables.length === 0) return false
  return tables.every(({ headers }) => {
    const there = new Set(headers.map(normal))
    return wanted.every((header) => there.has(header))
  })
}

/** Whether two mappings read files the same way, whatever the order they are written in. */
export function sameReading(a: Mapping, b: Mapping): boolean {
  const plain = ({ columns, constants, values, ...rest }: Mapping) =>
    JSON.stringify([
      columns
        .filter(({ meaning }) => meaning !== 'ignore')
        .map(({ header, meaning, says }) => [normal(header), meaning, Object.entries(says ?? {}).sort()])
        .sort(),
      Object.entries(constants).sort(),
      Object.entries(values)
        .map(([meaning, texts]) => [
          meaning,
          Object.entries(texts ?? {})
            .map(([from, to]) => [normal(from), to])
            .sort(),
        ])
        .sort(),
      Object.entries(rest).sort(),
    ])
  return plain(a) === plain(b)
}
