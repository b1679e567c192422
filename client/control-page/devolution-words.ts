import type { DevolutionReply } from '../../server/api/contract.ts'
import { money, percentTenth } from '../format.ts'
import type { Shift } from './shifts.ts'

/** Pounds by class after some of them moved; the sum stays. */
export function afterShifts(classes: readonly number[], shifts: readonly Shift[]): number[] {
  const next = [...classes]
  for (const { from, to, amount } of shifts) {
    next[from - 1]! -= amount
    next[to - 1]! += amount
  }
  return next
}

type Effect = NonNullable<DevolutionReply['together']>

/** What a what-if does to a place, in sentences; says so where nothing becomes local. */
export function effectInWords(
  name: string,
  classes: readonly number[],
  effect: Effect,
  shifts: readonly Shift[],
) {
  const { moved, into_local, out_of_local, share_before, share_after, denominator } = effect
  const same = `No pound is gained or lost: the total stays ${money(denominator)}.`
  if (shifts.length === 0) return ['Nothing moves here: no money in these places fits the moves.', same]
  const told = `${money(moved)} moves from one class to another.`
  if (into_local === 0 && out_of_local === 0) {
    const local = shifts.some(({ from }) => classes.includes(from))
    const why = local
      ? 'it counted as local before and still does'
      : 'neither where it was nor where it goes is local'
    return [
      told,
      `Under “${name}” nothing changes: ${why}. A narrower or wider definition may show it.`,
      same,
    ]
  }
  const shares =
    share_before !== null && share_after !== null
      ? ` The share goes from ${percentTenth(share_before)} to ${percentTenth(share_after)}.`
      : ''
  const within = moved - into_local - out_of_local
  const parts = [
    ...(into_local !== 0 ? [`${money(into_local)} becomes local`] : []),
    ...(out_of_local !== 0 ? [`${money(out_of_local)} stops being local`] : []),
    ...(within !== 0 ? [`${money(within)} moves without crossing that line`] : []),
  ]
  return [told, `Under “${name}”, ${parts.join('; ')}.${shares}`, same]
}
