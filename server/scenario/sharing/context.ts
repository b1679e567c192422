import type { Scenario } from '../document/schema.ts'
import { gameFromKeys } from '../games/coalition-keys.ts'
import { everyone, MOST_PLAYERS } from '../games/game.ts'
import type { Solver } from '../games/lp.ts'
import { type CoverageModel, coverageGame, freeRiding } from './coalition-model.ts'
import type { Totals } from './programme.ts'
import type { RuleContext } from './rules.ts'

/** The game and free-riding payoffs a scenario's coalition model gives, if it has one. */
export function contextFor(scenario: Scenario, totals: Totals, solve?: Solver): RuleContext {
  const { coalition, partners } = scenario
  const ids = partners.map((partner) => partner.id)
  const { shares } = scenario.sharing
  const given = {
    ...(solve ? { solve } : {}),
    ...(shares ? { shares: ids.map((id) => shares[id] ?? 0) } : {}),
  }
  if (!coalition || ids.length > MOST_PLAYERS) return given
  if (coalition.kind === 'coverage') {
    const whole = Object.values(coalition.coverage).reduce((a, b) => a + b, 0)
    const model: CoverageModel = {
      coverage: ids.map((id) => (coalition.coverage[id] ?? 0) / whole),
      fixedCostShare: coalition.fixedCostShare,
      veto: ids.map((id) => coalition.veto.includes(id)),
    }
    const game = coverageGame(ids, totals, model)
    return { ...given, game, freeRiding: freeRiding(game, totals, model) }
  }
  const read = gameFromKeys(ids, coalition.values, 0)
  if ('faults' in read) return given
  // Everybody together make what the programme makes, whatever the list says.
  read.game.v[everyone(ids.length)] = Math.max(0, totals.npv)
  const payoffs = coalition.freeRiding
  return payoffs
    ? { ...given, game: read.game, freeRiding: ids.map((id) => payoffs[id] ?? 0) }
    : { ...given, game: read.game }
}
