import type { Payback } from '../../scenario/appraisal/payback.ts'
import type { Formula } from '../book.ts'
import { live } from './cells.ts'
import type { YearTable } from './year-table.ts'

export const NEVER = 'never'

/** Cumulative flow by year, discounted where factors are given, and whether it is repaid, as payback() tells. */
export function repaid(
  flow: readonly number[],
  stake: number,
  factors?: readonly number[],
): { cumulative: number[]; flags: number[] } {
  let sum = 0
  const cumulative = flow.map((amount, t) => {
    sum += amount * (factors?.[t] ?? 1)
    return sum
  })
  return { cumulative, flags: cumulative.map((amount) => (amount >= -stake * 1e-12 ? 1 : 0)) }
}

/** Formula for whether a cumulative amount is repaid; `stakes` is the stretch whose largest is at stake. */
export const repaidFormula = (cumulative: string, stakes: string): string =>
  `IF(${cumulative}>=-1E-12*MAX(MAX(${stakes}),-MIN(${stakes})),1,0)`

/** The first year repaid and the first that stays so, as formulas over a row of flags. */
export function paybackCells(
  table: YearTable,
  key: string,
  years: { table: YearTable; last: number },
  { first, sustained }: Payback,
): { first: Formula; sustained: Formula } {
  const flags = table.across(key)
  const numbers = years.table.across('year')
  return {
    first: live(`IF(COUNTIF(${flags},1)=0,"${NEVER}",MATCH(1,${flags},0)-1)`, first ?? NEVER),
    sustained: live(
      `IF(${table.at(key, years.last)}=0,"${NEVER}",SUMPRODUCT(MAX((${flags}=0)*(${numbers}+1))))`,
      sustained ?? NEVER,
    ),
  }
}
