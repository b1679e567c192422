import { partnerLabel } from './names.ts'
import type { Shown } from './shown.ts'
import type { Cell, Twin } from './twin.ts'
import type { SimulationReply, Spread } from './uncertainty/simulation.ts'

/** The programme's outcomes and each partner's, in that order; a partner that the draws do not know is left out. */
export function spreads(
  shown: Shown,
  result: SimulationReply,
): { id: string | null; name: string; spread: Spread }[] {
  return [
    { id: null, name: 'All partners', spread: result.programme },
    ...shown.reply.partners.flatMap((id) => {
      const spread = result.partners[id]
      return spread ? [{ id, name: partnerLabel(shown, id), spread }] : []
    }),
  ]
}

export function spreadTwin(shown: Shown, result: SimulationReply): Twin {
  return {
    caption: 'Net present value over all draws',
    columns: [
      { head: 'Who', unit: 'text' },
      { head: '5 in 100 are below', unit: 'pounds' },
      { head: '25 in 100 are below', unit: 'pounds' },
      { head: 'Half are below', unit: 'pounds' },
      { head: '75 in 100 are below', unit: 'pounds' },
      { head: '95 in 100 are below', unit: 'pounds' },
      { head: 'Mean', unit: 'pounds' },
      { head: 'Chance of a loss', unit: 'share' },
    ],
    rows: spreads(shown, result).map(({ name, spread }): Cell[] => {
      const { p5, p25, p50, p75, p95 } = spread.percentiles
      return [name, p5, p25, p50, p75, p95, spread.mean, spread.probabilityOfLoss]
    }),
  }
}
