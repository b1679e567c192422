import type { PlanRequest } from '../api/contract-publish.ts'
import type { Does, Sum } from './terms.ts'

type Decision = PlanRequest['decisions'][number]

/** What is done with a group and why. */
export interface Decided {
  readonly does: Does
  readonly covers: Decision['covers']
  readonly classes: Decision['classes']
  readonly why: string
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

const PARTLY =
  'These are of some of its districts only: what the count has for the whole stays, and these are left out.'

/**
 * What is done with the lines of a place, agency, year and class.
 * @param before what the count has of the same; null where only transfers are brought, which replace nothing
 * @param before.budget in place of a missing return, where recorded outturn is brought for it
 * @param brought.estimated whether all of it is shared out from a wider place
 * @param brought.partly whether it is of some districts of a county only, which takes nothing out unless it is decided
 */
export function decide(
  before: { readonly recorded: Sum; readonly sharedOut: Sum; readonly budget: Sum } | null,
  decision: Decision | undefined,
  usual: Pick<PlanRequest, 'whereSharedOut' | 'whereRecorded' | 'whereEstimated'>,
  { estimated, partly }: { readonly estimated: boolean; readonly partly: boolean },
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
  if (recorded.lines > 0) return { ...plain, does: usual.whereRecorded, why: RECORDED[usual.whereRecorded] }
  if (sharedOut.lines > 0 && estimated)
    return { ...plain, does: usual.whereEstimated, why: ESTIMATED[usual.whereEstimated] }
  if (partly && usual.whereSharedOut === 'replace' && sharedOut.lines + budget.lines > 0)
    return { ...plain, does: 'leave', why: PARTLY }
  if (sharedOut.lines > 0) return { ...plain, does: usual.whereSharedOut, why: SHARED[usual.whereSharedOut] }
  if (budget.lines > 0) return { ...plain, does: usual.whereSharedOut, why: BUDGET[usual.whereSharedOut] }
  return { ...plain, does: 'add', why: 'The count has nothing of it.' }
}
