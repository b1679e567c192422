import type { Count } from '../count/open.ts'
import type { PlacesReply } from './contract.ts'
import { table } from './table.ts'

/** Answers /places: the places of a tier or of a set, with the population of the latest year. */
export function answerPlaces(count: Count, { tier = 'upper' }: { tier?: string | undefined }): PlacesReply {
  const { places, members, persons, latest } = count.catalogue
  const found = tier.startsWith('set:')
    ? members([tier]).flatMap((code) => places.get(code) ?? [])
    : [...places.values()].filter((place) => place.tier === tier)
  const people = found.map(({ code }) => persons(code, latest))
  const column = <K extends keyof (typeof found)[number]>(name: K) => found.map((place) => place[name])
  return {
    ...table(count, 'places', found.length, {
      code: column('code'),
      name: column('name'),
      tier: column('tier'),
      parent: column('parent'),
      lon: column('lon'),
      lat: column('lat'),
      area: column('area'),
      persons: people.map((one) => one?.persons ?? null),
      estimate: people.map((one) => one?.estimate ?? null),
      aliases: found.map(({ aliases }) => aliases.join('|') || null),
    }),
    tier,
  }
}
