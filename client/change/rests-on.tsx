import { sum } from 'd3-array'
import { change } from '../format.ts'
import type { Changed } from './changed.ts'
import { largestSharedOut } from './resting.ts'

/** Where the largest change is money shared out from a wider area: how much of the whole change is recorded here. */
export function RestsOn({ shown }: { shown: Changed }) {
  const largest = largestSharedOut(shown.sectors)
  if (largest === null || !shown.together.change) return null
  const recorded = sum(shown.sectors, (row) => (row.recorded_after ?? 0) - (row.recorded_before ?? 0))
  return (
    <p class="caution rests-on">
      Of the change, {change(recorded)} is recorded here and {change(shown.together.change - recorded)} is
      shared out from a wider area. The largest, {change(largest.change)} in {largest.row.name}, is{' '}
      {largest.whole ? '' : 'mostly '}shared out, not recorded here.
    </p>
  )
}
