import type { Game } from '../games/game.ts'
import { MOST_PLAYERS } from '../games/game.ts'
import type { Solver } from '../games/lp.ts'
import { NoOptimum } from '../games/no-optimum.ts'
import { nucleolus } from '../games/nucleolus.ts'
import { shapley } from '../games/shapley.ts'
import { presentValue } from '../value/discounting.ts'
import { hasBenefit, type Programme, type Totals } from './programme.ts'
import { waterfall } from './waterfall.ts'

export const RULES = [
  'liesWhereItFalls',
  'byContribution',
  'byBenefit',
  'equalSplit',
  'shapley',
  'nucleolus',
  'waterfall',
  'freeRideProof',
  'byHand',
] as const
export type Rule = (typeof RULES)[number]

/** What a rule may need beyond the programme. */
export interface RuleContext {
  game?: Game
  /** What each partner would get by staying out, where the coalition model says. */
  freeRiding?: readonly number[]
  /** Each partner's part of the gain, as they set it themselves; taken as parts of their sum. */
  shares?: readonly number[]
  solve?: Solver
}

export type Split = { nets: number[]; received?: number[][] }
export type Share = Split | { refused: string }

const refuse = (refused: string): Share => ({ refused })

/** Why a rule that rests on what coalitions could do cannot be used, if it cannot. */
function gameFault(totals: Totals, game: Game | undefined, partners: number): string | undefined {
  if (partners > MOST_PLAYERS)
    return `It compares every group of partners, and there are too many beyond ${MOST_PLAYERS} partners.`
  if (!game) return 'It needs a coalition model: what each group of partners could do alone.'
  if (totals.npv < 0) return 'The programme makes a loss, so together the partners would not go ahead.'
  return undefined
}

type Method = (programme: Programme, totals: Totals, context: RuleContext) => Share

const methods: Record<Rule, Method> = {
  liesWhereItFalls: (_, { pvBenefit, pvCost }) => ({ nets: pvBenefit.map((b, i) => b - pvCost[i]!) }),
  byContribution: (_, { pvCost, cost, npv }) =>
    cost > 0
      ? { nets: pvCost.map((part) => (npv * part) / cost) }
      : refuse('Nobody contributes, so there is no share of contributions.'),
  byBenefit: (_, totals) =>
    hasBenefit(totals)
      ? { nets: totals.pvBenefit.map((part) => (totals.npv * part) / totals.benefit) }
      : refuse('There is no benefit, so there is no share of it.'),
  equalSplit: ({ partners }, { npv }) => ({ nets: partners.map(() => npv / partners.length) }),
  shapley: ({ partners }, totals, { game }) => {
    const fault = gameFault(totals, game, partners.length)
    return fault ? refuse(fault) : { nets: shapley(game!) }
  },
  nucleolus: ({ partners }, totals, { game, solve }) => {
    const fault = gameFault(totals, game, partners.length)
    if (fault) return refuse(fault)
    if (!solve) return refuse('It needs a linear programming solver, and none was given.')
    try {
      return { nets: nucleolus(game!, solve).allocation }
    } catch (error) {
      if (!(error instanceof NoOptimum)) throw error
      return refuse(`The solver did not answer: ${error.message}.`)
    }
  },
  waterfall: (programme, totals) => {
    const received = waterfall(programme, totals)
    const nets = received.map((row, i) => presentValue(row, programme.factors) - totals.pvCost[i]!)
    return { nets, received }
  },
  freeRideProof: ({ partners }, totals, { game, freeRiding }) => {
    const fault = gameFault(totals, game, partners.length)
    if (fault) return refuse(fault)
    if (!freeRiding) return refuse('The coalition model does not say what a partner gets by staying out.')
    const sum = freeRiding.reduce((a, b) => a + b, 0)
    if (sum > totals.npv)
      return refuse('Staying out is worth more in all than the programme makes, so nothing can match it.')
    return { nets: freeRiding.map((payoff) => payoff + (totals.npv - sum) / partners.length) }
  },
  byHand: (_, { npv }, { shares }) => {
    if (!shares) return refuse('No shares have been set by hand.')
    const sum = shares.reduce((a, b) => a + b, 0)
    return sum > 0
      ? { nets: shares.map((part) => (npv * part) / sum) }
      : refuse('The shares set by hand do not add up to more than nothing.')
  },
}

/**
 * Each partner's net position in present value under a rule, adding up to the programme's net present
 * value; for the waterfall also what each receives each year. A rule that cannot be used says why.
 */
export const share = (rule: Rule, programme: Programme, totals: Totals, context: RuleContext = {}): Share =>
  methods[rule](programme, totals, context)
