import type { PlanRequest } from '../api/contract-publish.ts'
import { type Does, plus, type Sum } from './terms.ts'

type Decision = PlanRequest['decisions'][number]

/** What is done with a group and why. */
export interface Decided {
  readonly does: Does
  readonly covers: Decision['covers']
  readonly classes: Decision['classes']
  readonly why: string
  /** Whether it is left out only until it is decided, as it is doubtful. */
  readonly waits?: boolean
}

const RECORDED: Record<Does, string> = {
  leave: 'The count has it as recorded: that stays, and these are left out.',
  add: 'Put beside what the count has as recorded.',
  replace: 'What the count has as recorded is taken out for it.',
}
const ESTIMATED: Record<Does, string> = {
  leave: 'Both are shares of wider figures: that of the count stays, and these are left out.',
  add: 'Put beside the share of another wider figure that the count has.',
  replace: 'Both are shares of wider figures: that of the count is taken out for these.',
}
const BUDGET: Record<Does, string> = {
  replace: 'The count has only a budget in place of its missing return: that is taken out for it.',
  add: 'Put beside the budget that the count has in place of its missing return.',
  leave: 'The count has a budget in place of its missing return: that stays, and these are left out.',
}
const SHARED: Record<Does, string> = {
  replace: 'The count has it only as a share of a wider figure: that is taken out for it.',
  add: 'Put beside the share of a wider figure that the count has.',
  leave: 'The count has a share of a wider figure: that stays, and these are left out.',
}

export type Doubt = 'far' | 'districts'

const FAR = 2
/** Whether a figure is more than twice another, or less than half. */
export const isFar = (own: number, other: number): boolean =>
  other !== 0 && (own > FAR * other || FAR * own < other)

const DOUBTFUL: Record<Doubt, string> = {
  far: 'more than twice what the count has, or less than half',
  districts: 'of some of its districts only',
}
const IN_DOUBT: Record<Does, string> = {
  leave: 'what the count has stays, and these are left out until it is decided.',
  add: 'they are put beside what the count has.',
  replace: 'what the count has is taken out for them all the same.',
}

const MONTHLY = 'Payments, and the count has earlier ones of your own: these are put beside them.'

/** What figures are, beside what they are of. */
interface Kind {
  /** Whether all of it is shared out from a wider place. */
  readonly estimated: boolean
  /** Why it may not be the whole of what it would take out, if it may not. */
  readonly doubt: Doubt | null
  /** Whether they are payments, and all the count has as recorded was brought by readers. */
  readonly monthly: boolean
}

interface Before {
  readonly recorded: Sum
  readonly sharedOut: Sum
  readonly budget: Sum
}

/** What the count has of the same that figures recorded for the place may take out. */
export const standingOf = ({ recorded, sharedOut, budget }: Before): Sum =>
  recorded.lines > 0 ? recorded : plus(sharedOut, budget)

type Usual = Pick<PlanRequest, 'whereSharedOut' | 'whereRecorded' | 'whereEstimated' | 'whereDoubtful'>

/**
 * Why it is doubtful that figures recorded for a place can take out what the count has of it, where they would.
 * @param pounds brought, own spending
 * @param partly whether they are of some districts of a county only
 */
export function doubtOf(pounds: number, before: Before, partly: boolean, usual: Usual): Doubt | null {
  if ((before.recorded.lines > 0 ? usual.whereRecorded : usual.whereSharedOut) !== 'replace') return null
  const standing = standingOf(before)
  if (standing.lines === 0) return null
  if (partly) return 'districts'
  return isFar(pounds, standing.pounds) ? 'far' : null
}

/**
 * What is done with the lines of a place, agency, year and class.
 * @param before what the count has of the same; null where only transfers are brought, which replace nothing
 * @param before.budget in place of a missing return, where recorded outturn is brought for it
 */
export function decide(
  before: Before | null,
  decision: Decision | undefined,
  usual: Usual,
  { estimated, doubt, monthly }: Kind,
): Decided {
  const plain = { covers: 'agency', classes: 'same' } as const
  if (!before) {
    const why = 'Transfers only: they are kept and not counted, and nothing is taken out for them.'
    return { ...plain, does: decision?.does === 'leave' ? 'leave' : 'add', why }
  }
  if (decision) {
    const { does, covers, classes } = decision
    return { does, covers, classes, why: 'As decided.' }
  }
  const { recorded, sharedOut, budget } = before
  if (doubt) {
    const why = `These are ${DOUBTFUL[doubt]}: ${IN_DOUBT[usual.whereDoubtful]}`
    return { ...plain, does: usual.whereDoubtful, why, waits: usual.whereDoubtful === 'leave' }
  }
  if (recorded.lines > 0 && monthly && usual.whereRecorded === 'leave')
    return { ...plain, does: 'add', why: MONTHLY }
  if (recorded.lines > 0) return { ...plain, does: usual.whereRecorded, why: RECORDED[usual.whereRecorded] }
  if (sharedOut.lines > 0 && estimated)
    return { ...plain, does: usual.whereEstimated, why: ESTIMATED[usual.whereEstimated] }
  if (sharedOut.lines > 0) return { ...plain, does: usual.whereSharedOut, why: SHARED[usual.whereSharedOut] }
  if (budget.lines > 0) return { ...plain, does: usual.whereSharedOut, why: BUDGET[usual.whereSharedOut] }
  return { ...plain, does: 'add', why: 'The count has nothing of it.' }
}
