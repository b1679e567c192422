import type { Missing } from '../api-types.ts'

interface Question {
  year: string
  scope: string
  fill: string
}

/**
 * How many returns are missing in these places, each counted once whatever number of places its body serves.
 * @param own whether those are counted for which own figures are, and no others
 */
export function distinctReturns(
  missing: readonly Missing[],
  asked: Question,
  places: ReadonlySet<string>,
  own = false,
) {
  const noCapital = asked.scope.split(',').includes('-capital')
  const here = missing.filter(
    (row) =>
      row.year === asked.year &&
      places.has(row.place) &&
      !(noCapital && row.what === 'capital') &&
      row.own === own &&
      !(asked.fill === 'budget' && row.budget && !row.own),
  )
  return new Set(here.map(({ agency, what }) => `${agency} ${what}`)).size
}
