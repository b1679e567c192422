import { amountOf } from './amount.ts'
import { normal } from './clean.ts'
import { clean, type Known } from './known.ts'
import { type Mapping, MOST_PROGRAMMES } from './mapping.ts'
import { resolved } from './resolve.ts'
import type { Meaning, Part, Unit } from './terms.ts'
import { dayOf, financialYear } from './years.ts'

/** What a column seems to mean, and why. */
export interface ProposedColumn {
  readonly header: string
  readonly meaning: Meaning
  readonly why: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly sample: readonly string[]
}

export interface Proposal {
  readonly columns: readonly ProposedColumn[]
  readonly mapping: Mapping
  /** Why the unit is what it is. */
  readonly unit: string
  /** What the columns do not say and has to be given. */
  readonly needed: readonly ('place' | 'agency' | 'year' | 'amount')[]
  readonly notes: readonly string[]
}

/** Headers as publishers write them: Local Government Transparency Code 2015 and what councils make of it. */
const HEADERS: readonly (readonly [RegExp, Meaning, 'high' | 'medium'])[] = [
  [/\b(?:vat|gross|tax)\b/, 'other-amount', 'high'],
  [/^(?:budget|forecast|variance|prior year|previous year)\b/, 'other-amount', 'medium'],
  [/\b(?:currency|ccy)\b/, 'currency', 'high'],
  [/\b(?:share|proportion|percent(?:age)?|percent of total)\b|%/, 'share', 'medium'],
  [
    /\b(?:supplier|vendor|payee|beneficiary|creditor|merchant|recipient)\b.*\b(?:id|no|number|code|ref)\b/,
    'ignore',
    'high',
  ],
  [/\b(?:supplier|vendor|payee|beneficiary|creditor|merchant|recipient)\b/, 'supplier', 'high'],
  [/\b(?:financial|fiscal|fin)\b.*\byear\b|^fy$/, 'year', 'high'],
  [/\b(?:date|posted|paid on)\b/, 'date', 'high'],
  [/^(?:year|period)$/, 'year', 'medium'],
  [
    /\b(?:gss|ons|lad|ltla|utla|la|area|place|authority|geography)\b.*\bcode\b|^(?:place|area|geography)(?: name)?$|\bonscode\b/,
    'place',
    'high',
  ],
  [
    /\b(?:transaction|document|invoice|voucher|payment|sap|line|row)\b.*\b(?:no|number|ref|reference|id)\b|^(?:ref|reference|id|row id)$/,
    'reference',
    'high',
  ],
  [/\b(?:cofog|function(?:al)?)\b/, 'function', 'high'],
  [
    /\b(?:capital or revenue|revenue or capital|capital revenue|revenue capital|economic)\b/,
    'economic',
    'high',
  ],
  [/\b(?:flow|transfer)\b/, 'flow', 'medium'],
  [/\b(?:phase|stage|budget or outturn)\b/, 'phase', 'medium'],
  [/\b(?:basis|method)\b/, 'basis', 'medium'],
  [
    /\b(?:net amount|net|amount|value|spend|outturn|actual|expenditure £|costs?(?! cent)|total £|£000s?|£m?)\b|^£/,
    'amount',
    'high',
  ],
  [/\b(?:code|id)\b/, 'ignore', 'medium'],
  [/\b(?:body|agency|organisation|authority|department family|entity|council)\b/, 'agency', 'high'],
  [
    /\b(?:service|directorate|department|programme|purpose|description|category|expens|expenditure|cost centre|type|unit|what)\b|descrip/,
    'programme',
    'medium',
  ],
]

const PEOPLE = /\b(?:number|count|no) of (?:people|persons|clients|children|users|cases)\b|\bclients\b/

type Test = (cell: string) => boolean

interface Look {
  readonly cells: readonly string[]
  readonly share: (test: Test) => number
}

function lookAt(part: Part, column: number): Look {
  const cells = part.sample.map((row) => row[column] ?? '').filter((cell) => clean(cell) !== '')
  return { cells, share: (test) => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length) }
}

const isFigure: Test = (cell) =>
  'pence' in amountOf(cell, 'point', 1) || 'pence' in amountOf(cell, 'comma', 1)
const isAmount: Test = (cell) => {
  const amount = amountOf(cell, 'point', 1)
  return !('rule' in amount && amount.rule === 'amount-unreadable') || isFigure(cell)
}
const isAddress: Test = (cell) => /^https?:/i.test(cell)
const isPlaceCode: Test = (cell) => /^[EWSNK]\d{8}$/i.test(cell.replace(/\s/g, ''))
const isYear: Test = (cell) => /^\d{4}-\d{2}$/.test(financialYear(cell) ?? '')
const isDate: Test = (cell) =>
  /[-/. ]/.test(cell) && (dayOf(cell, 'day-month') ?? dayOf(cell, 'month-day')) !== undefined

const MOST = 0.8

function proposed(header: string, look: Look, known: Known): Omit<ProposedColumn, 'header' | 'sample'> {
  const name = normal(header)
  const context = { known, order: 'day-month', values: () => undefined } as const
  const knows =
    (meaning: 'agency' | 'place' | 'function'): Test =>
    (cell) =>
      resolved(meaning, cell, context).value !== null
  const { share, cells } = look
  if (cells.length === 0) return { meaning: 'ignore', why: 'The column is empty.', confidence: 'high' }
  if (PEOPLE.test(name))
    return {
      meaning: 'ignore',
      why: 'Counts of people are not read: small ones can tell who they are.',
      confidence: 'high',
    }
  const found = HEADERS.find(([pattern]) => pattern.test(name))
  const byName = found && { meaning: found[1], why: `The name of the column says so.`, confidence: found[2] }
  if (share(isAddress) > MOST)
    return { meaning: 'ignore', why: 'It holds web addresses, whatever it is called.', confidence: 'high' }
  if (share(isPlaceCode) > MOST)
    return { meaning: 'place', why: 'Its cells are GSS codes.', confidence: 'high' }
  if (byName?.meaning === 'amount' || byName?.meaning === 'other-amount') {
    if (share(isAmount) > 0.5) return byName
    return {
      meaning: 'ignore',
      why: 'Its name is that of an amount and its cells are no figures.',
      confidence: 'low',
    }
  }
  if (share(isYear) > MOST)
    return { meaning: 'year', why: 'Its cells are financial years.', confidence: 'high' }
  if (byName?.meaning === 'year' && share(isYear) <= MOST)
    return { meaning: 'year', why: 'Its name says so, though its cells are single years.', confidence: 'low' }
  if (byName?.meaning === 'date' && share(isDate) < 0.5 && share((cell) => /^\d{5}$/.test(cell)) < 0.5)
    return { meaning: 'ignore', why: 'Its name is that of a date and its cells are none.', confidence: 'low' }
  if (byName && !['agency', 'place', 'programme'].includes(byName.meaning)) return byName
  if (share(isFigure) > MOST && byName?.meaning !== 'programme' && byName?.meaning !== 'place')
    return {
      meaning: 'ignore',
      why: 'Its cells are figures and its name does not say of what.',
      confidence: 'low',
    }
  if (share(isDate) > MOST) return { meaning: 'date', why: 'Its cells are dates.', confidence: 'medium' }
  for (const meaning of ['agency', 'place', 'function'] as const)
    if (share(knows(meaning)) > MOST)
      return {
        meaning,
        why: `Its cells are ${meaning === 'agency' ? 'agencies' : `${meaning}s`} of the count.`,
        confidence: 'high',
      }
  return (
    byName ?? { meaning: 'ignore', why: 'Neither its name nor its cells say what it is.', confidence: 'low' }
  )
}

const ONE_ONLY: readonly Meaning[] = [
  'place',
  'agency',
  'function',
  'amount',
  'year',
  'date',
  'economic',
  'flow',
  'phase',
  'basis',
  'supplier',
  'reference',
  'currency',
  'share',
]
const CERTAINTY = { high: 2, medium: 1, low: 0 } as const
/** The likelier amount where several columns could be it. */
const amountRank = (header: string) =>
  /\bnet\b/.test(normal(header)) ? 2 : /amount|value/.test(normal(header)) ? 1 : 0

/** Leaves one column to a meaning that only one can have, and three to what lines are for. */
function settled(columns: ProposedColumn[]): ProposedColumn[] {
  const rank = (column: ProposedColumn) =>
    CERTAINTY[column.confidence] * 4 + (column.meaning === 'amount' ? amountRank(column.header) : 0)
  let result = columns
  for (const meaning of ONE_ONLY) {
    const same = result.filter((column) => column.meaning === meaning)
    if (same.length < 2) continue
    const best = same.reduce((a, b) => (rank(b) > rank(a) ? b : a))
    const instead: Meaning =
      meaning === 'amount'
        ? 'other-amount'
        : meaning === 'agency' || meaning === 'function'
          ? 'programme'
          : 'ignore'
    result = result.map((column) =>
      column.meaning !== meaning || column === best
        ? column
        : {
            ...column,
            meaning: instead,
            why: `${best.header} is taken as the ${meaning}.`,
            confidence: 'low',
          },
    )
  }
  let programmes = 0
  result = result.map((column) => {
    if (column.meaning !== 'programme') return column
    programmes += 1
    return programmes <= MOST_PROGRAMMES
      ? column
      : {
          ...column,
          meaning: 'ignore',
          why: 'Three columns already say what lines are for.',
          confidence: 'low',
        }
  })
  const dated = result.some(({ meaning }) => meaning === 'date')
  return result.map((column) =>
    dated && column.meaning === 'year' && column.confidence === 'low'
      ? { ...column, meaning: 'ignore', why: 'The date gives the year.', confidence: 'medium' }
      : column,
  )
}

const SAYS_UNIT: readonly (readonly [RegExp, Unit])[] = [
  [/£\s?m(?:illions?|n)?\b|\bin millions\b|\bmillions of pounds\b|£ million/i, 'millions'],
  [/£\s?['’]?000s?|£\s?k\b|\bin thousands\b|\bthousands of pounds\b|£ thousand/i, 'thousands'],
]

function unitOf(parts: readonly Part[], amount: string | undefined): { unit: Unit; why: string } {
  const titles = parts.flatMap(({ passedRows }) => passedRows.map(({ text }) => text))
  for (const text of [amount ?? '', ...titles])
    for (const [pattern, unit] of SAYS_UNIT)
      if (pattern.test(text)) return { unit, why: `The file says so: ${text.slice(0, 80)}` }
  return { unit: 'pounds', why: 'Nothing in the file says otherwise.' }
}

export interface Hints {
  /** The one place an agency's recorded lines are in. */
  readonly placeOfAgency: (agency: string) => string | undefined
}

/** A first mapping of the tables of an intake, with the reason for each column. */
export function propose(parts: readonly Part[], all: Known, hints: Hints): Proposal {
  const known = { ...all, suggest: false }
  const columns: ProposedColumn[] = []
  for (const part of parts) {
    const found = part.headers.map((header, column): ProposedColumn => {
      const look = lookAt(part, column)
      return { header, sample: [...new Set(look.cells)].slice(0, 5), ...proposed(header, look, known) }
    })
    for (const column of settled(found))
      if (!columns.some(({ header }) => normal(header) === normal(column.header))) columns.push(column)
  }
  const has = (meaning: Meaning) => columns.some((column) => column.meaning === meaning)
  const { unit, why } = unitOf(parts, columns.find(({ meaning }) => meaning === 'amount')?.header)
  const constants: Mapping['constants'] = {}
  const notes: string[] = []
  const place = has('place') ? undefined : onePlace(parts, columns, known, hints)
  if (place) {
    constants.place = place
    notes.push(
      `No column says where: ${known.catalogue.places.get(place)?.name} (${place}) is where the count has this agency.`,
    )
  }
  const needed = (['amount', 'agency', 'place', 'year'] as const).filter(
    (meaning) => !has(meaning) && !(meaning === 'year' && has('date')) && !(meaning === 'place' && place),
  )
  const mapping: Mapping = {
    columns: columns.map(({ header, meaning }) => ({ header, meaning })),
    constants,
    unit,
    sign: 1,
    values: {},
  }
  return { columns, mapping, unit: why, needed, notes }
}

function onePlace(
  parts: readonly Part[],
  columns: readonly ProposedColumn[],
  known: Known,
  { placeOfAgency }: Hints,
): string | undefined {
  const header = columns.find(({ meaning }) => meaning === 'agency')?.header
  const places = new Set<string | undefined>()
  for (const part of parts) {
    const at = part.headers.findIndex((each) => header !== undefined && normal(each) === normal(header))
    for (const row of part.sample) {
      const agency = resolved('agency', row[at] ?? '', {
        known,
        order: 'day-month',
        values: () => undefined,
      }).value
      places.add(agency === null ? undefined : placeOfAgency(agency))
    }
  }
  return places.size === 1 ? [...places][0] : undefined
}
