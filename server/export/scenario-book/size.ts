import type { Scenario } from '../../scenario/document/schema.ts'
import { MOST_PLAYERS } from '../../scenario/games/game.ts'
import { RULES } from '../../scenario/sharing/rules.ts'
import { MEASURES } from './cash-table.ts'

/** Most cells of a scenario's workbook: it is made in memory, on the thread that serves. */
export const MOST_CELLS = 100_000

const STEPS_OF_OUTCOME = 8
const ROWS_BESIDE = 60

/** About how many cells a scenario's workbook would have: its series by year, and its coalitions. */
export function cellsOf({ horizon, partners, investment, outcomes, pot, coalition }: Scenario): number {
  const splits = outcomes.reduce((sum, { split }) => sum + split.length, 0)
  const rows =
    ROWS_BESIDE +
    investment.length * 2 +
    outcomes.length * STEPS_OF_OUTCOME +
    splits * 2 +
    pot.contributions.length +
    partners.length * (Object.keys(MEASURES).length + 4)
  const game = coalition !== undefined && partners.length <= MOST_PLAYERS
  const coalitions = game ? 2 ** partners.length * (partners.length + RULES.length + 6) : 0
  return rows * horizon + coalitions + splits * 12 + partners.length * RULES.length * 16
}
