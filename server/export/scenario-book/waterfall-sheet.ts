import { waterfall } from '../../scenario/sharing/waterfall.ts'
import type { TableSheet } from '../book.ts'
import { CASH, of } from './cash-table.ts'
import { HOW } from './cells.ts'
import { lossShare, surplusShare } from './deal-sheet.ts'
import { type Material, yearsOf } from './material.ts'
import { YearTable } from './year-table.ts'

export const WATERFALL = 'Waterfall'
const keys = (which: string, { compiled }: Material) => compiled.partners.map((_, i) => `${which} ${i}`)

/** The waterfall's table before anything is written in it. */
export function waterfallTable(material: Material): YearTable {
  const table = new YearTable(
    WATERFALL,
    {
      about: 'The waterfall worked through: owed, repaid, and what each receives, by year',
      table: 'Waterfall',
    },
    ['Partner', 'Step'],
    [
      ...keys('owed', material),
      'debt',
      'repaid',
      'rest',
      ...keys('received', material),
      ...keys('left', material),
    ],
    material.compiled.factors,
  )
  material.years.set(WATERFALL, table)
  return table
}

/** The shares of surplus and of loss of each partner (sharing/waterfall.ts). */
export function waterfallShares({ totals }: Material): { surplus: number[]; loss: number[] } {
  const shares = (amounts: readonly number[]) => {
    const sum = amounts.reduce((a, b) => a + b, 0)
    return sum > 0 && amounts.every((amount) => amount >= 0)
      ? amounts.map((amount) => amount / sum)
      : undefined
  }
  const equal = totals.pvCost.map(() => 1 / totals.pvCost.length)
  const surplus = shares(totals.pvBenefit) ?? shares(totals.pvCost) ?? equal
  return { surplus, loss: shares(totals.pvCost) ?? surplus }
}

function valuesOf(material: Material) {
  const { programme, totals } = material
  const received = waterfall(programme, totals)
  const { surplus } = waterfallShares(material)
  const blank = () => programme.cost.map((row) => new Array<number>(row.length).fill(0))
  const [owed, left] = [blank(), blank()]
  const [debt, repaid, rest]: [number[], number[], number[]] = [[], [], []]
  totals.benefitByYear.forEach((benefit, t) => {
    programme.cost.forEach((row, i) => {
      owed[i]![t] = (t === 0 ? 0 : left[i]![t - 1]!) + row[t]!
    })
    debt[t] = owed.reduce((sum, row) => sum + row[t]!, 0)
    repaid[t] = Math.min(Math.max(benefit, 0), Math.max(debt[t], 0))
    rest[t] = benefit - repaid[t]
    received.forEach((row, i) => {
      left[i]![t] = owed[i]![t]! - row[t]! + Math.max(rest[t]!, 0) * surplus[i]!
    })
  })
  return { owed, left, received, debt, repaid, rest }
}

/** Writes the waterfall: contributions not yet recovered are repaid first, the rest goes by benefit. */
export function waterfallSheet(material: Material): TableSheet {
  const { compiled } = material
  const [table, cash] = [yearsOf(material, WATERFALL), yearsOf(material, CASH)]
  const values = valuesOf(material)
  const line = { how: HOW.live } as const
  const all = { ...line, item: 'All partners' }
  table.put(
    'debt',
    { ...all, measure: 'Owed before the year’s benefit' },
    (t) => `SUM(${table.down(keys('owed', material), t)})`,
    values.debt,
  )
  table.put(
    'repaid',
    { ...all, measure: 'Repaid out of the year’s benefit', money: true },
    (t) => `MIN(MAX(${cash.at(of('benefit', 'all'), t)},0),MAX(${table.at('debt', t)},0))`,
    values.repaid,
  )
  table.put(
    'rest',
    { ...all, measure: 'Left to be shared, or to be met', money: true },
    (t) => `${cash.at(of('benefit', 'all'), t)}-${table.at('repaid', t)}`,
    values.rest,
  )
  compiled.partners.forEach((item, i) => {
    const [owed, received, left] = ['owed', 'received', 'left'].map((key) => `${key} ${i}`) as [
      string,
      string,
      string,
    ]
    const surplus = (t: number) => `MAX(${table.at('rest', t)},0)*${surplusShare(i)}`
    table.put(
      owed,
      { ...line, item, measure: 'Owed before the year’s benefit' },
      (t) => `${t === 0 ? '' : `${table.at(left, t - 1)}+`}${cash.at(of('cost', i), t)}`,
      values.owed[i]!,
    )
    table.put(
      received,
      { ...line, item, measure: 'Received', money: true },
      (t) =>
        `IF(${table.at('debt', t)}>0,${table.at('repaid', t)}*${table.at(owed, t)}/${table.at('debt', t)},0)+MIN(${table.at('rest', t)},0)*${lossShare(i)}+${surplus(t)}`,
      values.received[i]!,
    )
    table.put(
      left,
      { ...line, item, measure: 'Still owed after it' },
      (t) => `${table.at(owed, t)}-${table.at(received, t)}+${surplus(t)}`,
      values.left[i]!,
    )
  })
  return table.sheet
}
