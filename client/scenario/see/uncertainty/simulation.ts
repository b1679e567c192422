import type { Draft } from '../../state/draft.ts'
import type { RuleName } from '../names.ts'

export interface Spread {
  mean: number
  sd: number
  percentiles: Record<'p5' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'p95', number>
  probabilityOfLoss: number
}

export interface SimulationReply {
  rule: RuleName
  seed: number
  draws: number
  programme: Spread
  partners: Record<string, Spread>
}

/** Draws with the document they were made from. */
export interface Simulated {
  of: Draft
  result: SimulationReply
}
