import type { Count } from '../count/open.ts'
import { BUDGET_FILL } from '../count/schema.ts'
import { rowsOf } from '../engine/columns.ts'
import { gathered } from './gathered.ts'
import { inOrder } from './terms.ts'

interface Kin {
  readonly agency: string
  readonly sector: string
  readonly function: string
  readonly economic: string
  readonly decides: string
  readonly holds: string
  readonly influences: string
  readonly finance: string
  readonly tags: string
  readonly pounds: number
}

export interface Purpose {
  readonly agency: string
  /** null where the files do not say. */
  readonly function: string | null
  readonly economic: string
}

/** Who decides, holds, influences and pays for lines, as the count's own lines nearest to them have it. */
export interface Profile extends Purpose {
  readonly decides: string
  readonly holds: string
  readonly influences: string
  readonly finance: string
  /** Scope tags, parted by |. */
  readonly tags: string
}

/** Tags that say something of a line itself, and nothing of lines like it. */
const OWN_TAGS = new Set(['capital', BUDGET_FILL, 'sites'])

const NEARNESS: readonly ((kin: Kin, purpose: Purpose) => boolean)[] = [
  (kin, one) => kin.agency === one.agency && kin.function === one.function && kin.economic === one.economic,
  (kin, one) => kin.agency === one.agency && kin.function === one.function,
  (kin, one) => kin.agency === one.agency && kin.economic === one.economic,
  (kin, one) => kin.agency === one.agency,
  (kin, one) => kin.function === one.function && kin.economic === one.economic,
  (kin, one) => kin.economic === one.economic,
  () => true,
]

/** The answer that has most pounds behind it; of equals, the one that sorts first. */
function heaviest(kin: readonly Kin[], answer: (one: Kin) => string): string | undefined {
  const sums = new Map<string, number>()
  for (const one of kin) sums.set(answer(one), (sums.get(answer(one)) ?? 0) + one.pounds)
  return [...sums].sort(([a, x], [b, y]) => y - x || inOrder(a, b))[0]?.[0]
}

function tagsOf(kin: readonly Kin[], purpose: Purpose): string {
  const same = kin.filter((one) => NEARNESS[0]!(one, purpose))
  const alike =
    same.length === 0 && purpose.economic === 'transfer_to_people'
      ? kin.filter((one) => NEARNESS[2]!(one, purpose))
      : same
  const tags = (heaviest(alike, ({ tags }) => tags) ?? '')
    .split('|')
    .filter((tag) => tag && !OWN_TAGS.has(tag))
  return [...tags, ...(purpose.economic === 'capital' ? ['capital'] : [])].sort().join('|')
}

/**
 * Profiles of what agencies spend on: as their own lines of the same function and class have it, else of the same
 * function, of the same class, of the agency, of its sector. Those that nothing is like are left out.
 */
export async function profilesOf(
  { catalogue, engine }: Count,
  purposes: readonly Purpose[],
): Promise<Profile[]> {
  const sectorOf = new Map(catalogue.agencies.map(({ id, sector }) => [id, sector]))
  const sectors = [...new Set(purposes.flatMap(({ agency }) => sectorOf.get(agency) ?? []))]
  if (sectors.length === 0) return []
  const all = rowsOf<Kin>(await engine.ask('publish-kindred', { sectors }))
  const inSector = gathered(all, ({ sector }) => sector)
  return purposes.flatMap((purpose) => {
    const kin = inSector(sectorOf.get(purpose.agency) ?? '')
    const near = NEARNESS.map((fits) => kin.filter((one) => fits(one, purpose))).find(
      ({ length }) => length > 0,
    )
    if (!near) return []
    const way = heaviest(near, (one) => [one.decides, one.holds, one.influences, one.finance].join('|'))!
    const [decides, holds, influences, finance] = way.split('|') as [string, string, string, string]
    const { agency, function: code, economic } = purpose
    return {
      agency,
      function: code,
      economic,
      decides,
      holds,
      influences,
      finance,
      tags: tagsOf(kin, purpose),
    }
  })
}
