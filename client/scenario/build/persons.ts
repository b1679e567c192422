import type { Opened } from '../../state/count.ts'
import { membersOf } from '../../state/members.ts'

/** People in some places together by the count on screen, each place once; null where it does not say. */
export function personsOf(known: Opened, places: readonly string[]): number | null {
  if (places.length === 0) return null
  const each = membersOf(known, places).map((code) => known.byCode.get(code)?.persons ?? null)
  return each.length === 0 || each.includes(null) ? null : each.reduce<number>((all, one) => all + one!, 0)
}
