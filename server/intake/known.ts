import type { Catalogue } from '../count/catalogue.ts'
import { table } from '../tables.ts'
import { core, normal } from './clean.ts'
import { type Districts, readDistricts } from './districts.ts'

export interface Successor {
  readonly code: string
  readonly places: readonly string[]
  readonly reason: string
}

/** What names and codes of a stranger's file are looked up in. */
export interface Known {
  /** Whether a name that is not known is answered with the nearest one. */
  readonly suggest: boolean
  readonly catalogue: Pick<Catalogue, 'places' | 'agencies' | 'functions' | 'years' | 'latest'>
  readonly successors: ReadonlyMap<string, Successor>
  readonly districts: Districts
  readonly placeNames: ReadonlyMap<string, readonly string[]>
  readonly agencyNames: ReadonlyMap<string, readonly string[]>
  readonly councils: ReadonlyMap<string, readonly string[]>
  readonly functionNames: ReadonlyMap<string, string>
}

function grouped(pairs: Iterable<readonly [string, string]>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    if (key === '') continue
    const group = groups.get(key)
    if (!group) groups.set(key, [value])
    else if (!group.includes(value)) group.push(value)
  }
  return groups
}

function successors(): Map<string, Successor> {
  const found = new Map<string, Successor>()
  for (const { code, place, reason } of [...table('successors'), ...table('codes-since')]) {
    const places = [...(found.get(code!)?.places ?? []), place!]
    found.set(code!, { code: code!, places, reason: reason! })
  }
  return found
}

/** Gathers the names and codes of a count. */
export function knownOf(catalogue: Known['catalogue']): Known {
  const places = [...catalogue.places.values()].filter(({ code }) => /^E\d{8}$/.test(code))
  return {
    suggest: true,
    catalogue,
    successors: successors(),
    districts: readDistricts(),
    placeNames: grouped(
      places.flatMap(({ code, name, aliases }) =>
        [name, ...aliases].flatMap((each) => [normal(each), core(each)].map((key) => [key, code] as const)),
      ),
    ),
    agencyNames: grouped(
      catalogue.agencies.flatMap(({ id, name }) => [id, name].map((each) => [normal(each), id] as const)),
    ),
    councils: grouped(
      catalogue.agencies
        .filter(({ sector }) => sector === 'council')
        .map(({ id, name }) => [core(name), id] as const),
    ),
    functionNames: new Map(catalogue.functions.toReversed().map(({ code, name }) => [normal(name), code])),
  }
}

export const placeName = ({ catalogue }: Known, code: string): string =>
  catalogue.places.get(code)?.name ?? code
export const agencyName = ({ catalogue }: Known, id: string): string =>
  catalogue.agencies.find((one) => one.id === id)?.name ?? id
