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
const SHARED: Record<Does, string> = {
  replace: 'The count has it only as a share of a wider figure: that is taken out for it.',
  add: 'Put beside the share of a wider figure that the count has.',
  leave: 'The count has a share of a wider figure: that stays, and these are left out.',
}

/**
 * What is done with the lines of a place, agency, year and class.
 * @param before what the count has of the same; null where only transfers are brought, which replace nothing
 * @param estimated whether all that is brought is shared out from a wider place
 */
export function decide(
  before: { readonly recorded: Sum; readonly sharedOut: Sum } | null,
  decision: Decision | undefined,
  usual: Pick<PlanRequest, 'whereSharedOut' | 'whereRecorded' | 'whereEstimated'>,
  estimated: boolean,
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
  const { recorded, sharedOut } = before
  if (recorded.lines > 0) return { ...plain, does: usual.whereRecorded, why: RECORDED[usual.whereRecorded] }
  if (sharedOut.lines > 0 && estimated)
    return { ...plain, does: usual.whereEstimated, why: ESTIMATED[usual.whereEstimated] }
  if (sharedOut.lines > 0) return { ...plain, does: usual.whereSharedOut, why: SHARED[usual.whereSharedOut] }
  return { ...plain, does: 'add', why: 'The count has nothing of it.' }
}
