import type { SpendRow } from '../api-types.ts'
import type { Measure } from '../state/state.ts'
import type { Compared, Kind } from './compared.ts'

/** A part of spending on one side, in the unit of the page. */
export interface Cell {
  amount: number | null
  recorded: number
  pounds: number | null
}

export interface BesideRow {
  id: string
  name: string
  cells: Cell[]
}

/** What pounds of a side are divided by: nothing, its people, or its total where no part is negative. */
function divisorOf(side: Compared, kind: Kind, by: Measure) {
  if (by === 'total') return 1
  if (by === 'head') return side.persons
  const whole = side.spend[kind].every(({ amount }) => (amount ?? 0) >= 0)
  return whole && side.total !== null && side.total > 0 ? side.total : null
}

/** The unit every side can be shown in: pounds a head where shares are asked for and a part is negative. */
export const unitOf = (sides: readonly Compared[], kind: Kind, by: Measure): Measure =>
  sides.every((side) => divisorOf(side, kind, by) !== null) || by !== 'share' ? by : 'head'

/** Parts of spending with every side's figure beside the others', the largest on the first side first. */
export function besideOf(sides: readonly Compared[], kind: Kind, by: Measure): BesideRow[] {
  const rows = new Map<string, BesideRow>()
  sides.forEach((side, at) => {
    const divisor = divisorOf(side, kind, by)
    for (const one of side.spend[kind]) {
      const id = String(one[kind])
      const row = rows.get(id) ?? { id, name: nameOf(one, kind), cells: sides.map(() => NOTHING) }
      rows.set(id, row)
      row.cells[at] = {
        pounds: one.amount,
        amount: one.amount === null || divisor === null ? null : one.amount / divisor,
        recorded: divisor === null ? 0 : (one.recorded ?? 0) / divisor,
      }
    }
  })
  const size = ({ cells }: BesideRow) => cells[0]?.pounds ?? 0
  return [...rows.values()].sort((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1))
}

const NOTHING: Cell = { amount: null, recorded: 0, pounds: null }
const nameOf = (row: SpendRow, kind: Kind) => String(row[`${kind}_name`] ?? row[kind])
