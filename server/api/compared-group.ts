import type { Catalogue } from '../count/catalogue.ts'
import { Refusal } from './problem.ts'

/** One of a group of places compared: its upper-tier members, itself alone where it is one of them. */
export interface Compared {
  readonly code: string
  readonly name: string
  readonly members: readonly string[]
}

interface Group {
  readonly own: Compared
  readonly group: readonly Compared[]
  /** In words, plural. */
  readonly kind: string
}

const TIERS: Readonly<Record<string, string>> = { upper: 'upper-tier places', region: 'regions' }

const refusal = (message: string, value?: string) =>
  new Refusal(400, 'The question has a fault.', [
    { where: 'query.places', message, ...(value === undefined ? {} : { value }) },
  ])

function groupOf({ places, sets, members }: Catalogue, code: string): Omit<Group, 'own'> | null {
  const set = sets.find(({ id }) => `set:${id}` === code)
  if (set) {
    const alike = sets.filter(({ kind }) => kind === set.kind)
    return {
      kind: `sets of the kind ${set.kind.replaceAll('_', ' ')}`,
      group: alike.map(({ id, name }) => ({ code: `set:${id}`, name, members: members([`set:${id}`]) })),
    }
  }
  const tier = places.get(code)?.tier
  const kind = tier && TIERS[tier]
  if (!kind) return null
  const alike = [...places.values()].filter((place) => place.tier === tier)
  return {
    kind,
    group: alike.map((one) => ({ code: one.code, name: one.name, members: members([one.code]) })),
  }
}

/**
 * The one place or set asked about, and the group it is compared within.
 * @throws Refusal 400 for none or several, for the country and for what has no other of its kind
 */
export function comparedGroup(catalogue: Catalogue, asked: readonly string[] | undefined): Group {
  if (asked?.length !== 1)
    throw refusal('must be one place, one region or one set:<id>', asked?.join(',') ?? undefined)
  const code = asked[0]!
  const found = groupOf(catalogue, code)
  if (!found) throw refusal('has nothing of its kind to be compared with', code)
  if (found.group.length < 2) throw refusal('is the only one of its kind', code)
  return { own: found.group.find((one) => one.code === code)!, ...found }
}
