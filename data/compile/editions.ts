import { type RevenueOutturn, TOTAL_SERVICE_EXPENDITURE } from '../sources/council-revenue-outturn/read.ts'
import type { RegionalRow } from '../sources/regional-analysis/read.ts'

/** A figure of two editions of one publication for the same year: a row of the count's table. */
export interface Edition {
  readonly year: string
  readonly used: string
  readonly compared: string
  readonly level: 'total' | 'region' | 'department' | 'service' | 'authority'
  readonly id: string
  readonly name: string
  /** Pounds; null where the edition has no such figure. */
  readonly used_amount: bigint | null
  readonly compared_amount: bigint | null
  readonly difference: bigint | null
  readonly cells: bigint
  readonly changed: bigint
}

type Pair = Pick<Edition, 'year' | 'used' | 'compared'>

/** Both publications give thousands of pounds: what differs by less is rounding. */
const THOUSAND = 1000n

const differs = (a: bigint, b: bigint) => a - b >= THOUSAND || b - a >= THOUSAND

type Figures = Pick<Edition, 'level' | 'id' | 'name' | 'used_amount' | 'compared_amount'>

function row(pair: Pair, figures: Figures, cells: number, changed: number): Edition {
  const { used_amount, compared_amount } = figures
  const difference = used_amount === null || compared_amount === null ? null : used_amount - compared_amount
  return { ...pair, ...figures, difference, cells: BigInt(cells), changed: BigInt(changed) }
}

function added<T>(rows: readonly T[], key: (one: T) => string, amount: (one: T) => bigint) {
  const sums = new Map<string, bigint>()
  for (const one of rows) sums.set(key(one), (sums.get(key(one)) ?? 0n) + amount(one))
  return sums
}

/**
 * Two editions of the regional analysis: England, each region and each department. A cell is a region's spending of
 * a department on a function, current or capital; cells of nothing in both editions are no cells.
 * @param regions names by GSS code
 * @param renamed later names of departments by the earlier ones, of those that only changed their name
 */
export function regionalEditions(
  pair: Pair,
  { used, compared }: { used: readonly RegionalRow[]; compared: readonly RegionalRow[] },
  regions: ReadonlyMap<string, string>,
  renamed: ReadonlyMap<string, string>,
): Edition[] {
  const later = used
  const earlier = compared.map((one) => ({
    ...one,
    department: renamed.get(one.department) ?? one.department,
  }))
  const pounds = ({ pounds }: RegionalRow) => pounds
  const cellOf = (one: RegionalRow) =>
    [one.region, one.department, one.group, one.capital ? 'CAP' : 'CUR'].join('\t')
  const [a, b] = [added(later, cellOf, pounds), added(earlier, cellOf, pounds)]
  const cells = [...new Set([...a.keys(), ...b.keys()])]
    .map((cell) => ({ parts: cell.split('\t'), used: a.get(cell) ?? 0n, compared: b.get(cell) ?? 0n }))
    .filter((one) => one.used !== 0n || one.compared !== 0n)
  const compare = (level: Edition['level'], id: string, name: string, at?: number) => {
    const of = at === undefined ? cells : cells.filter(({ parts }) => parts[at] === id)
    const key = (one: RegionalRow) => (at === undefined ? id : at === 0 ? one.region : one.department)
    const total = (rows: readonly RegionalRow[]) =>
      rows.some((one) => key(one) === id) ? (added(rows, key, pounds).get(id) ?? null) : null
    const changed = of.filter((one) => differs(one.used, one.compared)).length
    return row(
      pair,
      { level, id, name, used_amount: total(later), compared_amount: total(earlier) },
      of.length,
      changed,
    )
  }
  const departments = [...new Set([...later, ...earlier].map(({ department }) => department))].sort()
  return [
    compare('total', 'england', 'England, identifiable'),
    ...[...regions].map(([code, name]) => compare('region', code, name, 0)),
    ...departments.map((name) => compare('department', name, name, 1)).filter(({ cells }) => cells > 0n),
  ]
}

/**
 * Two releases of the revenue outturn: England's published row, all services and each line; and the total of every
 * authority that changed. A cell is an authority's figure of a line; a return in neither release is none.
 * @param names of the lines read, by number
 */
export function revenueEditions(
  pair: Pair,
  { used, compared }: { used: RevenueOutturn; compared: RevenueOutturn },
  names: ReadonlyMap<string, string>,
): Edition[] {
  const returned = ({ cells }: RevenueOutturn) =>
    new Map(cells.map(({ ecode, line, pounds }) => [`${ecode} ${line}`, pounds]))
  const [a, b] = [returned(used), returned(compared)]
  const authorities = new Map(
    [...compared.authorities, ...used.authorities].map(({ ecode, name }) => [ecode, name]),
  )
  const figures = (line: string) =>
    [...authorities]
      .map(([ecode, name]) => ({
        ecode,
        name,
        used: a.get(`${ecode} ${line}`) ?? null,
        compared: b.get(`${ecode} ${line}`) ?? null,
      }))
      .filter((one) => one.used !== null || one.compared !== null)
  const isChanged = (one: { used: bigint | null; compared: bigint | null }) =>
    one.used === null || one.compared === null || differs(one.used, one.compared)
  const england = (level: Edition['level'], line: string, name: string) => {
    const of = figures(line)
    return row(
      pair,
      {
        level,
        id: line,
        name,
        used_amount: used.england.get(line) ?? null,
        compared_amount: compared.england.get(line) ?? null,
      },
      of.length,
      of.filter(isChanged).length,
    )
  }
  return [
    england('total', TOTAL_SERVICE_EXPENDITURE, 'England, total service expenditure'),
    ...[...names].map(([line, name]) => england('service', line, name)),
    ...figures(TOTAL_SERVICE_EXPENDITURE)
      .filter(isChanged)
      .map((one) =>
        row(
          pair,
          {
            level: 'authority',
            id: one.ecode,
            name: one.name,
            used_amount: one.used,
            compared_amount: one.compared,
          },
          1,
          1,
        ),
      ),
  ]
}

/** Largest difference first; a figure only one edition has stands by its size. */
export const bySize = (rows: readonly Edition[]): Edition[] => {
  const size = ({ used_amount, compared_amount }: Edition) => {
    const away = (used_amount ?? 0n) - (compared_amount ?? 0n)
    return away < 0n ? -away : away
  }
  return [...rows].sort((a, b) => (size(a) === size(b) ? (a.id < b.id ? -1 : 1) : size(b) > size(a) ? 1 : -1))
}
