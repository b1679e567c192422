import type { LedgerYear } from '../../scenario/cash/ledger.ts'
import type { TableSheet } from '../book.ts'
import { CASH, of } from './cash-table.ts'
import { HOW, POUNDS, SHARE } from './cells.ts'
import { COSTS } from './costs-sheet.ts'
import { type Material, yearsOf } from './material.ts'
import { YearTable } from './year-table.ts'
import { YEARLY } from './yearly-inputs.ts'

const POT = 'Pot as cash'
const ROWS = {
  opening: 'Opening balance',
  fixedContributions: 'Fixed contributions',
  calledContributions: 'Called from partners',
  receipts: 'Other receipts',
  recycled: 'Benefit paid back into the pot',
  spend: 'Spending',
  shortfall: 'Shortfall, to be made up',
  closing: 'Closing balance',
} as const
type Row = keyof typeof ROWS & keyof LedgerYear
const ADDED: readonly Row[] = [
  'fixedContributions',
  'calledContributions',
  'receipts',
  'recycled',
  'spend',
  'shortfall',
]

/** The pot's cash by year (cash/ledger.ts): money in, money out, and what is left. */
export function potSheet(material: Material): TableSheet {
  const { scenario, compiled, result, assumptions } = material
  const { pot } = scenario
  const rows = Object.keys(ROWS) as Row[]
  const table = new YearTable(
    POT,
    { about: 'The pot’s cash by year: money in, money out and what is left', table: 'PotAsCash' },
    ['Body', 'Line'],
    rows,
    compiled.factors,
  )
  const about = { about: 'Pot' as const, item: pot.holder ?? 'The pot' }
  const opening = assumptions.add({
    ...about,
    input: 'Opening balance',
    value: pot.opening,
    unit: '£',
    format: POUNDS,
    name: 'pot_opening',
  })
  const recycled = assumptions.add({
    ...about,
    input: 'Benefit paid back into the pot',
    note: 'Of cashable benefit, a year later',
    value: pot.recycled,
    unit: 'share',
    format: SHARE,
    name: 'pot_recycled',
  })
  const onCall = pot.contributions.some(({ kind }) => kind === 'share')
  const inputs = () => yearsOf(material, YEARLY)
  const cash = yearsOf(material, CASH)
  const at = (row: Row, t: number) => table.at(row, t)
  const money = (t: number) =>
    (['opening', 'fixedContributions', 'receipts', 'recycled'] as const).map((row) => at(row, t))
  const needed = (t: number) => `MAX(0,${[at('spend', t), ...money(t)].join('-')})`
  const formulas: Record<Row, (t: number) => string> = {
    opening: (t) => (t === 0 ? opening : at('closing', t - 1)),
    fixedContributions: (t) =>
      pot.contributions
        .flatMap(({ kind }, i) => (kind === 'share' ? [] : [inputs().at(`contribution ${i}`, t)]))
        .join('+') || '0',
    calledContributions: (t) => (onCall ? needed(t) : '0'),
    receipts: (t) => (pot.receipts ? inputs().at('receipts', t) : '0'),
    recycled: (t) => (t === 0 ? '0' : `MAX(0,${recycled}*${cash.at(of('cashable', 'all'), t - 1)})`),
    spend: (t) => yearsOf(material, COSTS).at('pot money', t),
    shortfall: (t) => (onCall ? '0' : needed(t)),
    closing: (t) =>
      `MAX(0,${[...money(t), at('calledContributions', t), at('shortfall', t)].join('+')}-${at('spend', t)})`,
  }
  for (const row of rows)
    table.put(
      row,
      {
        item: about.item,
        measure: ROWS[row],
        how: HOW.live,
        ...(ADDED.includes(row) ? { money: true } : {}),
      },
      formulas[row],
      result.ledger.map((year) => year[row]),
    )
  material.years.set(POT, table)
  return table.sheet
}
