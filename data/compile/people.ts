import { apportion } from '../../server/count/apportion.ts'
import {
  type Ages,
  readAreas,
  readCensusAges,
  readMidYear,
  readMidYearAges,
} from '../sources/population/read.ts'
import type { Publications } from '../sources/publication.ts'
import type { Frame } from './frame.ts'

/** Persons of a place at the middle of the year; ages are of mid-2019, scaled to that total. */
export interface People {
  readonly persons: number
  /** Persons from one age to another, both inclusive; 90 stands for 90 and over. */
  readonly aged: (from: number, to: number) => number
  /** Whether the figures are our split of an area merged since. */
  readonly estimate: boolean
}

const OLDEST = 90
const between = (ages: Ages, from: number, to: number) =>
  ages.slice(from, to + 1).reduce((sum, n) => sum + n, 0)

/** Share of each part of a merged area, for some ages, at the Census of 2011. */
export type CensusShare = (part: string, parts: readonly string[], from?: number, to?: number) => number

export function readCensus(publications: Publications): CensusShare {
  const census = readCensusAges(publications.open('population', 'ons-census-2011-qs103'))
  const count = (part: string, from: number, to: number) => {
    const ages = census.get(part)
    if (!ages) throw new Error(`The Census has no district named ${part}`)
    return between(ages, from, to)
  }
  return (part, parts, from = 0, to = OLDEST) =>
    count(part, from, to) / parts.reduce((sum, one) => sum + count(one, from, to), 0)
}

/** Population of every place in the calendar year a financial year begins in. */
export function readPeople(
  publications: Publications,
  frame: Frame,
  census: CensusShare,
  year: string,
): Map<string, People> {
  checkAreas(publications, frame)
  const persons = readMidYear(publications.open('population', 'ons-population'), Number(year.slice(0, 4)))
  const ages = readMidYearAges(publications.open('population', 'ons-mye2-2019'))
  const totals = new Map<string, number>()
  const shares = new Map<string, ((from: number, to: number) => number)[]>()
  const estimates = new Set<string>()
  const add = (place: string, count: number, aged: (from: number, to: number) => number) => {
    totals.set(place, (totals.get(place) ?? 0) + count)
    shares.set(place, [...(shares.get(place) ?? []), aged])
  }
  for (const [code, count] of persons) {
    const own = ages.get(code)
    if (!own) throw new Error(`${code} has a population and no ages`)
    const split = frame.split.get(code)
    if (!split) {
      add(frame.placeOf(code), count, (from, to) => between(own, from, to))
      continue
    }
    const parts = split.map(({ part }) => part)
    const counts = apportion(BigInt(count), new Map(parts.map((part) => [part, census(part, parts) * 1e6])))
    for (const { place, part } of split) {
      estimates.add(place)
      add(
        place,
        Number(counts.get(part)),
        (from, to) => between(own, from, to) * census(part, parts, from, to),
      )
    }
  }
  return new Map(
    frame.places.map(({ code }) => {
      const total = totals.get(code) ?? 0
      const aged = (from: number, to: number) =>
        (shares.get(code) ?? []).reduce((sum, share) => sum + share(from, to), 0)
      const scale = total / aged(0, OLDEST)
      return [
        code,
        {
          persons: total,
          aged: (from, to) => aged(from, to) * scale,
          estimate: estimates.has(code),
        },
      ]
    }),
  )
}

/** The land areas of data/model/places.csv must be the published ones, merged areas by their sum. */
function checkAreas(publications: Publications, frame: Frame): void {
  const published = readAreas(publications.open('population', 'ons-mye5-area'))
  for (const { code, name, area } of frame.places) {
    const known = published.get(code)
    if (known !== undefined && known !== area)
      throw new Error(`${name} is published with ${known} sq km, not ${area}`)
  }
  for (const [code, split] of frame.split) {
    const successors = [code, 'E06000059']
    const merged = successors.reduce((sum, one) => sum + (published.get(one) ?? 0), 0)
    const ours = split.reduce(
      (sum, { place }) => sum + frame.places.find((one) => one.code === place)!.area,
      0,
    )
    if (Math.abs(merged - ours) > 1) throw new Error(`Parts of ${code} have ${ours} sq km of ${merged}`)
  }
}
