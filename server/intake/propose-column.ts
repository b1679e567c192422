import { amountOf } from './amount.ts'
import { clean, isPlaceCode, normal } from './clean.ts'
import type { Known } from './known.ts'
import type { Says } from './mapping.ts'
import { HEADERS, PEOPLE } from './propose-headers.ts'
import { resolved } from './resolve.ts'
import type { Meaning, Part } from './terms.ts'
import { dayOf, financialYear } from './years.ts'

/** What a column seems to mean, and why. */
export interface ProposedColumn {
  readonly header: string
  readonly meaning: Meaning
  /** What all its amounts are of, where it is one of several columns of amounts. */
  readonly says?: Says
  readonly why: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly sample: readonly string[]
}

type Test = (cell: string) => boolean

export interface Look {
  readonly cells: readonly string[]
  readonly share: (test: Test) => number
}

export function lookAt(part: Part, column: number): Look {
  const cells = part.sample.map((row) => row[column] ?? '').filter((cell) => clean(cell) !== '')
  return { cells, share: (test) => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length) }
}

export const isFigure: Test = (cell) =>
  'pence' in amountOf(cell, 'point', 1) || 'pence' in amountOf(cell, 'comma', 1)
const isAmount: Test = (cell) => {
  const amount = amountOf(cell, 'point', 1)
  return !('rule' in amount && amount.rule === 'amount-unreadable') || isFigure(cell)
}
const isAddress: Test = (cell) => /^https?:/i.test(cell)
export const isYear: Test = (cell) => /^\d{4}-\d{2}$/.test(financialYear(cell) ?? '')
const isDate: Test = (cell) =>
  /[-/. ]/.test(cell) && (dayOf(cell, 'day-month') ?? dayOf(cell, 'month-day')) !== undefined

/** Whether a cell is a class of spending and no more: benefits alone may also be those of staff. */
const isEconomic: Test = (cell) =>
  /^(?:capital|current|revenue|resource|benefits?|transfers? to people)(?: (?:spending|spend|expenditure|outturn))?$/.test(
    normal(cell),
  )

/** Whether rows are payments, each with its own day, supplier or number, which those make who are named. */
export const isLedger = (found: readonly ProposedColumn[]): boolean =>
  found.some(({ meaning }) => ['date', 'supplier', 'reference'].includes(meaning))

const MOST = 0.8

/** What a column seems to mean by its name and its cells. */
export function proposed(
  header: string,
  look: Look,
  known: Known,
): Omit<ProposedColumn, 'header' | 'sample'> {
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
  if (cells.every(isEconomic) && cells.some((cell) => !/^benefits?\b/i.test(clean(cell))))
    return {
      meaning: 'economic',
      why: 'Its cells are current, capital or transfers to people.',
      confidence: 'high',
    }
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
  const order =
    byName?.meaning === 'place'
      ? (['place', 'agency', 'function'] as const)
      : (['agency', 'place', 'function'] as const)
  for (const meaning of order)
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
