import { normal } from './clean.ts'
import { MOST_PROGRAMMES } from './mapping.ts'
import type { ProposedColumn } from './propose-column.ts'
import { MEANINGS, type Meaning, SEVERAL } from './terms.ts'

const ONE_ONLY = MEANINGS.filter((meaning) => !SEVERAL.has(meaning))
const CERTAINTY = { high: 2, medium: 1, low: 0 } as const
/** The likelier amount where several columns could be it. */
const amountRank = (header: string) =>
  /\bnet\b/.test(normal(header)) ? 2 : /amount|value/.test(normal(header)) ? 1 : 0

/** Leaves one column to a meaning that only one can have, and three to what lines are for. */
export function settled(columns: readonly ProposedColumn[]): ProposedColumn[] {
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
