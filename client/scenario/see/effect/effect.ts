import { readLine } from '../../baseline/line.ts'
import type { Draft } from '../../state/draft.ts'

/** A row of /spend by sector, agency, division and class. */
export interface ClassRow {
  sector: string
  sector_name: string
  agency: string
  agency_name: string
  division: string
  class: number
  amount: number | null
}

export const POOLED = 3
const CLASSES = 7

/** The lines a partner's money is taken to come from. */
export interface Drawn {
  by: 'sector' | 'agency'
  id: string
  divisions: readonly string[]
  /** Whether the scenario names the lines, or they are told by the partner's name. */
  named: boolean
}

/** Sectors of the count by words in a partner's name; the first that fits. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bfire\b/i, 'fire'],
  [/police/i, 'police'],
  [/nhs|health|hospital/i, 'nhs'],
  [/dwp|work and pensions|jobcentre/i, 'dwp'],
  [/hmrc|revenue and customs/i, 'hmrc'],
  [/justice|prison|probation/i, 'justice'],
  [/council|borough|authority/i, 'council'],
]

/** Where a partner's money comes from, as far as the scenario or its name says. */
export function drawnOf({ partners, pot }: Draft, id: string): Drawn | null {
  for (const entry of pot.contributions) {
    const line = entry.partner === id && entry.kind === 'line' ? readLine(entry.line?.id) : null
    if (line) return { by: line.by, id: line.body, divisions: line.divisions, named: true }
  }
  const name = `${id} ${partners.find((partner) => partner.id === id)?.name ?? ''}`
  const sector = WORDS.find(([words]) => words.test(name))?.[1]
  return sector ? { by: 'sector', id: sector, divisions: [], named: false } : null
}

/** The year of the lines a scenario draws on, where it names any. */
export function drawnYear({ pot }: Draft): string | null {
  for (const entry of pot.contributions) {
    const line = entry.kind === 'line' ? readLine(entry.line?.id) : null
    if (line) return line.year
  }
  return null
}

export interface Moved {
  partner: string
  /** Pounds a year put in. */
  amount: number
  drawn: Drawn | null
  /** Pounds that leave each class for the pool; null where it is not known what they come from. */
  from: number[] | null
  /** What the count holds of the lines drawn on. */
  holds: number
}

export interface Effect {
  before: number[]
  after: number[]
  moves: Moved[]
}

const classes = (rows: readonly ClassRow[]) => {
  const sum = new Array<number>(CLASSES).fill(0)
  for (const row of rows) sum[row.class - 1]! += row.amount ?? 0
  return sum
}

/**
 * What a year of contributions moves into class 3, shared or pooled. Each partner's money leaves the classes
 * its lines stand in, in proportion to what they hold; a partner whose lines are not known moves nothing.
 */
export function effectOf(
  rows: readonly ClassRow[],
  partners: readonly { id: string; amount: number; drawn: Drawn | null }[],
): Effect {
  const before = classes(rows)
  const moves = partners.map(({ id, amount, drawn }): Moved => {
    const own = drawn
      ? rows.filter(
          (row) =>
            row[drawn.by] === drawn.id &&
            (drawn.divisions.length === 0 || drawn.divisions.includes(row.division)),
        )
      : []
    const held = classes(own).map((value) => Math.max(0, value))
    const holds = held.reduce((a, b) => a + b, 0)
    return {
      partner: id,
      amount,
      drawn,
      from: holds > 0 ? held.map((value) => (amount * value) / holds) : null,
      holds,
    }
  })
  const after = [...before]
  for (const { from, amount } of moves) {
    if (!from) continue
    from.forEach((part, i) => {
      after[i]! -= part
    })
    after[POOLED - 1]! += amount
  }
  return { before, after, moves }
}

/** Pounds of money a year on average over the years in which a partner puts any in. */
export function yearly(investment: readonly number[]): number {
  const years = investment.filter((amount) => amount > 0)
  return years.length === 0 ? 0 : years.reduce((a, b) => a + b, 0) / years.length
}
