import type { Measure, View } from '../state/state.ts'
import type { Changed } from './changed.ts'

const over = (after: number | null, before: number | null) =>
  after === null || before === null || before <= 0 ? null : (after - before) / before
const each = (amount: number | null, persons: number | null) =>
  amount === null || !persons ? null : amount / persons
const less = (after: number | null, before: number | null) =>
  after === null || before === null ? null : after - before

/** The change of places together in a measure that does not grow with their number; null for pounds in all. */
export function togetherBy({ together, share }: Changed, measure: Measure, unit: View['unit']) {
  if (measure === 'share') return less(share.after, share.before)
  if (measure === 'total') return unit === 'ratio' ? together.ratio : null
  const before = each(together.before, together.persons_before)
  const after = each(together.after, together.persons_after)
  return unit === 'ratio' ? over(after, before) : less(after, before)
}
