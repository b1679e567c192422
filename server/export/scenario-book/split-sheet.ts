import type { TableSheet } from '../book.ts'
import { cellAt, downFrom, live, SHARE, WHOLE, yesNo } from './cells.ts'
import type { Material } from './material.ts'

const SPLIT = 'Split by agency'
const [GIVEN, PART, CASHABLE, RESOURCE] = [2, 3, 4, 5]

/** One agency's part of one outcome, in the order of the sheet. */
export interface Part {
  readonly outcome: number
  readonly at: number
  readonly row: number
}

export const partsOf = ({ scenario }: Material): Part[] =>
  scenario.outcomes
    .flatMap(({ split }, outcome) => split.map((_, at) => ({ outcome, at })))
    .map((part, place) => ({ ...part, row: place + 2 }))

export const shareCell = ({ row }: Part): string => cellAt(SPLIT, PART, row)
export const cashableCell = ({ row }: Part): string => cellAt(SPLIT, CASHABLE, row)

const rowsOf = (material: Material, outcome: number) => {
  const rows = partsOf(material).filter((part) => part.outcome === outcome)
  return [rows[0]!.row, rows.at(-1)!.row] as const
}

/** Formula for the share of an outcome's fiscal value that is not a saved transfer payment. */
export function resourceShare(material: Material, outcome: number): string {
  const [first, last] = rowsOf(material, outcome)
  const [shares, flags] = [PART, RESOURCE].map((column) => downFrom(SPLIT, column, first, last))
  return `SUMPRODUCT(${shares},${flags})`
}

/** Whose money each outcome's fiscal value is, and how much of it can be taken out of a budget. */
export function splitSheet(material: Material): TableSheet {
  const { scenario, compiled, assumptions } = material
  return {
    name: SPLIT,
    about: 'Whose money each outcome is: shares scaled to add to one, and the cashable part',
    table: 'SplitByAgency',
    columns: [
      { title: 'Outcome', width: 34 },
      { title: 'Partner', width: 30 },
      { title: 'Share given', width: 14, format: SHARE },
      { title: 'Share of the fiscal value', width: 18, format: SHARE },
      { title: 'Cashable part', width: 14, format: SHARE },
      { title: 'Counts in the economic case 1 or 0', width: 20, format: WHOLE },
    ],
    rows: partsOf(material).map((part) => {
      const outcome = scenario.outcomes[part.outcome]!
      const { partner, share, cashable, transfer } = outcome.split[part.at]!
      const add = (input: string, value: number | string, unit: string, name: string, format?: string) =>
        assumptions.add({
          about: 'Split by agency',
          item: outcome.name,
          input: `${input}: ${partner}`,
          value,
          unit,
          name,
          of: [outcome.id, partner],
          ...(format ? { format } : {}),
          confidence: outcome.provenance?.status,
          source: outcome.provenance?.source,
          note: outcome.provenance?.note,
        })
      const [first, last] = rowsOf(material, part.outcome)
      return [
        outcome.name,
        partner,
        live(add('Share of fiscal value', share, 'share', 'split_share', SHARE), share),
        live(
          `${cellAt(SPLIT, GIVEN, part.row)}/SUM(${downFrom(SPLIT, GIVEN, first, last)})`,
          compiled.outcomes[part.outcome]!.split[part.at]!.share,
        ),
        live(add('Cashable part', cashable, 'share', 'cashable', SHARE), cashable),
        live(
          `IF(${add('Saved transfer payment', yesNo(transfer ?? false), 'yes or no', 'saved_transfer')}="yes",0,1)`,
          transfer ? 0 : 1,
        ),
      ]
    }),
  }
}
