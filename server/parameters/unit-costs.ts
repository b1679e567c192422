import { gathered, table } from '../tables.ts'

export interface UnitCost {
  code: string
  item: string
  per: string
  /** Fiscal value in pounds of its price year. */
  fiscal: number
  priceYear: string
  economic: number | null
  social: number | null
  confidence: 'high' | 'medium' | 'low'
  source: string
  /** Fiscal value by agency, in pounds of the price year; `transfer` marks saved benefit payments. */
  split: { agency: string; amount: number; transfer: boolean }[]
}

const optional = (cell: string | undefined) => (cell === undefined || cell === '' ? null : Number(cell))

/** The unit cost table of data/model with each code's split by agency. */
export function loadUnitCosts(): UnitCost[] {
  const splits = gathered(table('unit-cost-splits'), 'code')
  return table('unit-costs').map((row) => ({
    code: row.code!,
    item: row.item!,
    per: row.per!,
    fiscal: Number(row.fiscal),
    priceYear: row.price_year!,
    economic: optional(row.economic),
    social: optional(row.social),
    confidence: row.confidence as UnitCost['confidence'],
    source: row.source!,
    split: (splits.get(row.code!) ?? []).map((part) => ({
      agency: part.agency!,
      amount: Number(part.amount),
      transfer: part.transfer === 'yes',
    })),
  }))
}
