import { coalitionName, members, take } from '../../scenario/games/game.ts'
import { reach } from '../../scenario/sharing/coalition-model.ts'
import type { Cell, Formula, TableSheet } from '../book.ts'
import { SHARED } from './basis-sheet.ts'
import { CASH, presentOf } from './cash-table.ts'
import { cellAt, downFrom, live, POUNDS, SHARE } from './cells.ts'
import { type Material, yearsOf } from './material.ts'
import { coverageCell } from './reach-sheet.ts'

const COALITIONS = 'Coalition values'
const [REACH, VALUE, WEIGHTS] = [2, 4, 5]

export const hasGame = ({ context }: Material): boolean => context.game !== undefined

/** Cells of a coalition, whose partners are the bits of `mask`. */
export const valueCell = (mask: number): string => cellAt(COALITIONS, VALUE, mask + 1)
export const reachCell = (mask: number): string => cellAt(COALITIONS, REACH, mask + 1)

/** A partner's Shapley value: the values of all coalitions, each by its weight for the partner. */
export function shapleyFormula({ compiled }: Material, partner: number): string {
  const last = 2 ** compiled.partners.length
  return `SUMPRODUCT(${downFrom(COALITIONS, VALUE, 2, last)},${downFrom(COALITIONS, WEIGHTS + partner, 2, last)})`
}

const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1))

/** What a coalition's value counts for in a partner's Shapley value (Shapley 1953). */
function shapleyWeight(mask: number, partner: number, n: number): number {
  const size = members(mask, n).length
  return mask & (1 << partner)
    ? (factorial(size - 1) * factorial(n - size)) / factorial(n)
    : -(factorial(size) * factorial(n - size - 1)) / factorial(n)
}

/** What every group of partners could make by itself, with the weights that make the Shapley value of it. */
export function coalitionSheet(material: Material): TableSheet {
  const { scenario, compiled, totals, assumptions } = material
  const { partners } = compiled
  const n = partners.length
  const all = 2 ** n - 1
  const coalition = scenario.coalition!
  const { v } = material.context.game!
  const cash = yearsOf(material, CASH)
  const fixed =
    coalition.kind === 'coverage'
      ? assumptions.add({
          about: 'Coalitions',
          item: 'Programme',
          input: 'Part of the cost met whatever the reach',
          value: coalition.fixedCostShare,
          unit: 'share',
          format: SHARE,
          name: 'fixed_cost_share',
        })
      : ''
  const sums = (mask: number, cell: (partner: number) => string) => members(mask, n).map(cell).join('+')
  const worked = (mask: number): (Formula | string)[] => {
    if (coalition.kind === 'values') return ['[z]', '[z]']
    const whole = Object.values(coalition.coverage).reduce((a, b) => a + b, 0)
    const veto = partners.map((id) => coalition.veto.includes(id))
    const coverage = partners.map((id) => (coalition.coverage[id] ?? 0) / whole)
    const missing = veto.some((needed, i) => needed && !(mask & (1 << i)))
    return [
      live(
        missing ? '0' : sums(mask, coverageCell),
        reach({ coverage, veto, fixedCostShare: coalition.fixedCostShare }, mask),
      ),
      live(
        sums(mask, (i) => presentOf(cash, 'benefit', i)),
        take(mask, totals.pvBenefit),
      ),
    ]
  }
  const worth = (mask: number): Formula | Cell => {
    const value = v[mask]!
    const row = mask + 1
    if (mask === all) return live(`MAX(0,${SHARED.npv})`, value)
    if (coalition.kind === 'values') return { value, look: 'input', format: POUNDS }
    return live(`MAX(0,C${row}*D${row}-(${fixed}+(1-${fixed})*C${row})*${SHARED.cost})`, value)
  }
  return {
    name: COALITIONS,
    about: 'What every group of partners could make by itself, by the coalition model of the scenario',
    table: 'CoalitionValues',
    frozen: 1,
    columns: [
      { title: 'Coalition', width: 40 },
      { title: 'Partners in it', width: 12, format: '0' },
      { title: 'Reach', width: 12, format: SHARE },
      { title: 'Benefit of its partners present value £', width: 22, format: POUNDS },
      { title: 'Value £', width: 20, format: POUNDS },
      ...partners.map((id, i) => ({
        title: `Shapley weight ${i + 1} ${id.replaceAll(/[^A-Za-z\d ]/g, ' ')}`.trim(),
        width: 16,
        format: '0.0000',
      })),
    ],
    rows: Array.from({ length: all }, (_, at) => {
      const mask = at + 1
      return [
        coalitionName(mask, partners),
        members(mask, n).length,
        ...worked(mask),
        worth(mask),
        ...partners.map((__, i) => shapleyWeight(mask, i, n)),
      ]
    }),
  }
}
