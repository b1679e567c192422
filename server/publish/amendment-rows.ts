import type { Row } from '../count/schema.ts'
import type { About } from './about.ts'
import { gathered } from './gathered.ts'
import type { Planned } from './plan.ts'
import { summed } from './plan-reply.ts'
import { groupKey } from './terms.ts'

/** What the import did, a row a place, year, agency and class. */
export function amendmentRows(
  { groups, published, taken, budgets }: Planned,
  { id, title, publisher, made }: About,
  base: string,
  position: number,
  sources: readonly string[],
): Row[] {
  const going = gathered(
    published.filter((one) => one.stays && one.flow === 'own'),
    groupKey,
  )
  return groups.map(({ key, place, year, agency, economic, decided }) => {
    const added = summed(going(key))
    const replaced = summed(taken.get(key) ?? [])
    const budget = summed(budgets.get(key) ?? [])
    const { does, covers, classes } = decided
    return {
      id,
      position,
      title,
      publisher,
      made,
      base,
      place,
      year,
      agency,
      economic,
      does,
      covers,
      classes,
      added_lines: added.lines,
      added: added.pounds,
      replaced_lines: replaced.lines,
      replaced: replaced.pounds,
      budget_lines: budget.lines,
      budget: budget.pounds,
      sources: [...sources].sort(),
    }
  })
}
