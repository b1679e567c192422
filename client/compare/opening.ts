import type { View } from '../state/state.ts'
import { list, yearInWords } from '../words.ts'

/** What opening a view changes of the question on screen, in words; null where that is nothing. */
export function opens(to: Partial<View>, now: View, shownYear: string): string | null {
  const year = to.year ?? shownYear
  const differs = (key: 'without' | 'measure' | 'definition' | 'prices') =>
    String(to[key] ?? now[key]) !== String(now[key])
  const changed = [
    ...(year === shownYear ? [] : [`the year to ${yearInWords(year)}`]),
    ...(differs('without') ? ['what is counted'] : []),
    ...(differs('measure') ? ['the measure'] : []),
    ...(differs('definition') ? ['what local means'] : []),
    ...(differs('prices') ? ['prices'] : []),
  ]
  return changed.length === 0 ? null : `Changes ${list(changed)}; your browser’s Back returns here.`
}
