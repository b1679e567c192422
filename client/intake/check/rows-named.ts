import { integer } from '../../format.ts'
import { list } from '../../words.ts'
import type { FindingReply } from '../state/server.ts'

const FEW = 5

/** The first rows of like findings in words, null where they are of the whole, and how many rows there are beside them. */
export function rowsNamed({ row, also = [], count }: Pick<FindingReply, 'row' | 'also' | 'count'>) {
  if (row === null) return { named: null, others: count - 1 }
  const rows = [row, ...also].slice(0, FEW)
  const named = rows.length === 1 ? `row ${integer(row)}` : `rows ${list(rows.map((one) => integer(one)))}`
  return { named, others: Math.max(0, count - rows.length) }
}
