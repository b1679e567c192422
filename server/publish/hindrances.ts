import type { PlanReply } from '../api/contract-publish.ts'
import type { Catalogue } from '../count/catalogue.ts'
import type { Brought } from './groups.ts'
import type { Profile, Purpose } from './kindred.ts'
import type { Coarse } from './terms.ts'

type Hindrance = PlanReply['hindrances'][number]

export interface NamedFile {
  readonly name: string
  readonly sha256: string
}

/** Source a file of one's own stands under. */
export const sourceOf = ({ sha256 }: NamedFile) => `own-${sha256.slice(0, 8)}`

/** Most lines that figures of wider places may become. */
export const MOST_PARTS = 1_000_000

/** What of an import the count does not know: it was checked against another one. */
export function unknownNames(
  coarse: readonly Coarse[],
  functions: readonly (string | null)[],
  catalogue: Catalogue,
): Hindrance[] {
  const missing = (where: string, values: Iterable<string | null>, known: ReadonlySet<string>) =>
    [...new Set(values)]
      .filter((one): one is string => one !== null && !known.has(one))
      .map((one) => ({ where, message: `The count does not have ${one}: check the files again.` }))
  return [
    ...missing(
      'places',
      coarse.map(({ place }) => place),
      new Set(catalogue.places.keys()),
    ),
    ...missing(
      'agencies',
      coarse.map(({ agency }) => agency),
      new Set(catalogue.agencies.map(({ id }) => id)),
    ),
    ...missing('functions', functions, new Set(catalogue.functions.map(({ code }) => code))),
  ]
}

/** Agencies of which nothing says who decides and holds their money. */
export const unlike = (purposes: readonly Purpose[], profiles: readonly Profile[]): Hindrance[] =>
  [...new Set(purposes.map(({ agency }) => agency))]
    .filter((agency) => !profiles.some((one) => one.agency === agency))
    .map((agency) => ({
      where: 'agencies',
      message: `The count has no line of ${agency} or its sector: who decides and holds its money is not known.`,
    }))

/** Why what was planned cannot be published as it stands. */
export function hindrancesOf(
  files: readonly NamedFile[],
  catalogue: Catalogue,
  groups: readonly Brought[],
  parts: number,
): Hindrance[] {
  const sources = new Map(catalogue.sources.map((source) => [source.id, source]))
  const found = files.flatMap((file): Hindrance[] => {
    const there = sources.get(sourceOf(file))
    return there
      ? [
          {
            where: `files.${file.name}`,
            message: `${file.name} is in this count already, as ${there.title}. Take that back before it is published again.`,
          },
        ]
      : []
  })
  if (!groups.some(({ decided }) => decided.does !== 'leave'))
    found.push({
      where: 'groups',
      message: 'Nothing is left to publish: no line would be put into the count.',
    })
  if (parts > MOST_PARTS)
    found.push({
      where: 'wide',
      message: `Figures of wider places would become ${parts} lines, and ${MOST_PARTS} are taken: add them up first.`,
    })
  return found
}
