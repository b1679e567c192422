import { normal } from './clean.ts'
import { columnSums, type Sums } from './column-sums.ts'
import { functionNamed } from './functions.ts'
import type { Known } from './known.ts'
import type { Says } from './mapping.ts'
import type { ProposedColumn } from './propose-column.ts'
import { lineOf, type ServiceLine } from './service-lines.ts'
import type { Part } from './terms.ts'
import { yearIn } from './years.ts'

export type Told = Pick<ProposedColumn, 'meaning' | 'why' | 'confidence' | 'says'>

/** Which of several figures given of each service is what was spent on it. */
const MEASURES = [
  /\bnet (?:current )?expenditure\b/,
  /\btotal capital expenditure\b/,
  /\bnet\b/,
  /\btotal expenditure\b/,
  /\b(?:spend|outturn|expenditure|actual)\b/,
]
const TOTAL = /^(?:(?:grand|sub|overall)[ -]?)?totals?\b|\btotals?$|^all (?:services|spending|years)\b/
const NOT_SPENDING = /^(?:variance|difference|change|%|per cent|forecast|share)\b/

interface Column {
  readonly at: number
  readonly section: string
  readonly own: string
  readonly line: ServiceLine | undefined
}

const ofMeaning = (
  meaning: Told['meaning'],
  why: string,
  confidence: Told['confidence'] = 'medium',
): Told => ({
  meaning,
  why,
  confidence,
})

/** The name of a measure without the columns it is worked out from. */
const measured = (own: string) => normal(own.replace(/\((?:cols?|c\d)\b[^)]*\)/gi, ''))

const OTHER_MEASURE = ofMeaning(
  'other-amount',
  'Several figures are given of each service: another one is what was spent.',
  'high',
)
const NO_SERVICE = ofMeaning(
  'ignore',
  'The count has no line of service of this name, nor of a total it is in: it is not spending on a service, or is told beside it.',
)

/** Section and own name of the columns of a table whose names come again in each of its sections. */
function halves(part: Part, columns: readonly number[]): { section: string; own: string }[] {
  const split = columns.map((at) => /^(.+?): (.+)$/.exec(part.headers[at]!))
  const own = split.map((found) => measured(found?.[2] ?? ''))
  const repeats = own.filter((name) => name !== '' && own.indexOf(name) !== own.lastIndexOf(name)).length
  const blocks = repeats > columns.length * 0.8
  return columns.map((at, place) =>
    blocks && split[place]
      ? { section: split[place][1]!, own: split[place][2]! }
      : { section: '', own: part.headers[at]! },
  )
}

/** The measure that is taken where a table gives several of each service. */
function measureOf(columns: readonly Column[]): string | undefined {
  const names = [...new Set(columns.filter(({ section }) => section).map(({ own }) => measured(own)))]
  if (names.length < 2) return undefined
  for (const pattern of MEASURES) {
    const found = names.find((name) => pattern.test(name))
    if (found) return found
  }
  return undefined
}

/** The nearest total above a column that is a line of the returns. */
function within(
  at: number,
  sums: Sums,
  line: (at: number) => ServiceLine | undefined,
): ServiceLine | undefined {
  const up = [...sums].find(([, parts]) => parts.includes(at))?.[0]
  return up === undefined ? undefined : (line(up) ?? within(up, sums, line))
}

/** What the name of a column says that names a year; undefined where it does not. */
export function yearSaid(own: string): (Says & { year: string }) | undefined {
  const year = yearIn(own)
  if (!year) return undefined
  const rest = own
    .replace(year, '')
    .replace(/[():,]|£\s?(?:000s?|m)|\b(?:outturn|actuals?|spend(?:ing)?|final)\b/gi, ' ')
  const budget = /\bbudget|\bplan/i.test(rest)
  const programme = rest
    .replace(/\b(?:budget(?:ed)?|plan(?:ned)?)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { year, ...(programme ? { programme } : {}), ...(budget ? { phase: 'budget' } : {}) }
}

function said(column: Column, { known, lines }: Around, line: ServiceLine | undefined, part: boolean): Says {
  const year = line ? undefined : yearSaid(column.own)
  if (year) return year
  const name = column.section || column.own
  const code = line
    ? line.function
    : (lines.get(`short ${normal(name)}`)?.function ?? functionNamed(name, known))
  return {
    programme: (line && !part ? line.programme : name).slice(0, 300),
    ...(code ? { function: code } : {}),
    ...(line && line.economic !== 'current' ? { economic: line.economic } : {}),
    ...(line?.flow ? { flow: line.flow } : {}),
  }
}

interface Around {
  readonly known: Known
  readonly lines: ReadonlyMap<string, ServiceLine>
  /** Whether the table is of capital spending. */
  readonly capital: boolean
  /** Whether authorities stand under their codes, as in releases. */
  readonly coded: boolean
}

export interface Amounts {
  readonly told: ReadonlyMap<number, Told>
  /** Whether the table is a return that the count is made of, so that what is no line of it is no spending. */
  readonly released: boolean
}

/** What each of several columns of figures is: an amount of a service or year, a total of others, or no spending. */
export function proposeAmounts(part: Part, numbers: readonly number[], around: Around): Amounts {
  const split = halves(part, numbers)
  const columns = numbers.map((at, place): Column => {
    const names = split[place]!
    const above = (part.above ?? []).map((row) => row[at] ?? '')
    return { at, ...names, line: lineOf(around.lines, { ...names, above }, around.capital) }
  })
  const told = new Map<number, Told>()
  const measure = measureOf(columns)
  const taken = columns.filter(({ at, section, own }) => {
    if (NOT_SPENDING.test(normal(own)))
      told.set(at, ofMeaning('other-amount', 'Its name is not that of what was spent.'))
    else if (measure && (!section || measured(own) !== measure)) told.set(at, OTHER_MEASURE)
    return !told.has(at)
  })
  const named = new Map(taken.map((column) => [column.at, column]))
  const total = (at: number) => TOTAL.test(normal(named.get(at)!.section || named.get(at)!.own))
  const sums = columnSums(part.sample, [...named.keys()], total)
  const line = (at: number) => named.get(at)?.line
  const leaves = taken.filter(({ at }) => !sums.has(at))
  const lineFor = new Map(leaves.map(({ at }) => [at, line(at) ?? within(at, sums, line)]))
  const beside = new Set(
    [...sums.values()].filter((parts) => parts.filter(line).length > parts.length / 2).flat(),
  )
  const released =
    around.coded &&
    (taken.filter((column) => column.line).length >= 3 ||
      [...lineFor.values()].filter(Boolean).length > leaves.length / 2)
  for (const column of taken) {
    const { at } = column
    const found = lineFor.get(at)
    const parts = sums.get(at)
    if (parts) told.set(at, asTotal(part, parts))
    else if (released && !found && !beside.has(at)) told.set(at, NO_SERVICE)
    else if (!found && total(at))
      told.set(at, ofMeaning('other-amount', 'Its name says that it is a total.', 'low'))
    else
      told.set(at, {
        meaning: 'amount',
        says: said(column, around, found, column.line === undefined),
        why: reason(column, found),
        confidence: found ? 'high' : 'medium',
      })
  }
  return { told, released }
}

const asTotal = ({ headers }: Part, parts: readonly number[]): Told =>
  ofMeaning(
    'ignore',
    parts.length === 1
      ? `It is the same as ${headers[parts[0]!]}, and its name says that it is a total.`
      : `It is the sum of ${parts.length} columns, ${headers[parts[0]!]} to ${headers[parts.at(-1)!]}: counting it as well would count them twice.`,
    'high',
  )

function reason({ line, own }: Column, found: ServiceLine | undefined): string {
  if (line) return 'It is a line of the returns that the count is made of.'
  if (found) return `It is a part of ${found.programme} in the returns that the count is made of.`
  return yearIn(own)
    ? 'Its name is a year and its cells are figures.'
    : 'Its cells are figures, as those beside it, and its name is taken as what they are for.'
}
