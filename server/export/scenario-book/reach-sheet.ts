import type { TableSheet } from '../book.ts'
import { CASH, presentOf } from './cash-table.ts'
import { cellAt, downFrom, HOW, live, POUNDS, SHARE, yesNo } from './cells.ts'
import { reachCell, valueCell } from './coalition-sheet.ts'
import { type Material, yearsOf } from './material.ts'

const REACH = 'Reach and staying out'
const [GIVEN, SCALED, OUT] = [1, 2, 4]

/** Cell of the part of the programme's reach that a partner brings. */
export const coverageCell = (partner: number): string => cellAt(REACH, SCALED, partner + 2)
/** Cell of what a partner would get by staying out while the others went on. */
export const stayingOut = (partner: number): string => cellAt(REACH, OUT, partner + 2)

/** The stretch of them; null where the scenario does not say. */
export const stayingOutCells = ({ context, compiled }: Material): string | null =>
  context.freeRiding ? downFrom(REACH, OUT, 2, compiled.partners.length + 1) : null

/** What each partner brings to the reach, and what it would get by staying out. */
export function reachSheet(material: Material): TableSheet {
  const { scenario, compiled, context, assumptions } = material
  const { coalition } = scenario
  const n = compiled.partners.length
  const coverage = coalition?.kind === 'coverage' ? coalition : undefined
  const whole = coverage ? Object.values(coverage.coverage).reduce((a, b) => a + b, 0) : 1
  const given = downFrom(REACH, GIVEN, 2, n + 1)
  const payoffs = context.freeRiding
  const add = (id: string, input: string, value: number, unit: string, name: string, format: string) =>
    assumptions.add({ about: 'Coalitions', item: id, input, value, unit, format, name, of: [id] })
  return {
    name: REACH,
    about: 'What each partner brings to the reach of the programme, and would get by staying out',
    table: 'ReachAndStayingOut',
    columns: [
      { title: 'Partner', width: 20 },
      { title: 'Part of the reach given', width: 18, format: SHARE },
      { title: 'Part of the reach scaled to one', width: 18, format: SHARE },
      { title: 'Nothing happens without it', width: 18 },
      { title: 'Gets by staying out present value £', width: 24, format: POUNDS },
      { title: 'How', width: 20 },
    ],
    rows: compiled.partners.map((id, i) => {
      const others = (2 ** n - 1) & ~(1 << i)
      const benefit = presentOf(yearsOf(material, CASH), 'benefit', i)
      const mine = coverage?.coverage[id] ?? 0
      return [
        id,
        coverage ? live(add(id, 'Part of the reach', mine, 'share', 'reach', SHARE), mine) : '[z]',
        coverage ? live(`${cellAt(REACH, GIVEN, i + 2)}/SUM(${given})`, mine / whole) : '[z]',
        coverage ? yesNo(coverage.veto.includes(id)) : '[z]',
        !payoffs
          ? '[x]'
          : coverage
            ? live(
                others === 0 ? '0' : `IF(${valueCell(others)}>0,${reachCell(others)}*${benefit},0)`,
                payoffs[i]!,
              )
            : live(
                add(id, 'Gets by staying out', payoffs[i]!, '£ present value', 'staying_out', POUNDS),
                payoffs[i]!,
              ),
        !payoffs ? HOW.fixed : HOW.live,
      ]
    }),
  }
}
