import type { Row } from '../../server/count/schema.ts'
import { readDeprivation } from '../sources/deprivation/read.ts'
import { readAllocations, readCommissionerDistricts } from '../sources/nhs-allocations/read.ts'
import { readMidYearAges } from '../sources/population/read.ts'
import type { Publications } from '../sources/publication.ts'
import type { Frame } from './frame.ts'
import { model } from './model.ts'
import type { CensusShare, People } from './people.ts'

/** Weight of every place for one driver, in whole units of what it measures, so that a reader can check a share. */
export type Weights = ReadonlyMap<string, number>

/** Districts merged in April 2020: the indices have them, the ages do not. */
const BUCKINGHAMSHIRE: Record<string, string> = {
  E07000004: 'Aylesbury Vale',
  E07000005: 'Chiltern',
  E07000006: 'South Bucks',
  E07000007: 'Wycombe',
}

/** Every driver but the one for academies, which needs the councils' returns first. */
export function readDrivers(
  publications: Publications,
  frame: Frame,
  people: ReadonlyMap<string, People>,
  census: CensusShare,
  year: string,
): Map<string, Weights> {
  const each = (weigh: (code: string) => number): Weights =>
    new Map(frame.places.map(({ code }) => [code, weigh(code)]))
  const aged = (from: number, to: number) => each((code) => people.get(code)!.aged(from, to))
  const deprivation = (domain: string, heading: string) =>
    readDeprivation(publications.open('deprivation', `mhclg-iod-2019-${domain}`), heading)
  const areas = new Map(frame.places.map(({ code, area }) => [code, area]))
  const drivers = new Map<string, Weights>([
    ['population', each((code) => people.get(code)!.persons)],
    ['age_0_15', aged(0, 15)],
    ['age_16_18', aged(16, 18)],
    ['age_16_64', aged(16, 64)],
    ['age_18_24', aged(18, 24)],
    ['age_65_over', aged(65, 90)],
    ['employment_deprivation', counted(frame, census, deprivation('employment', 'Employment scale'))],
    ['income_deprivation', counted(frame, census, deprivation('income', 'Income scale'))],
    [
      'idaopi_60_over',
      olderPoor(publications, frame, census, deprivation('idaopi', 'IDAOPI - Average score')),
    ],
    ['ccg_allocation', allocated(publications, frame, year)],
    ['land_area', areas],
    ['site', sites(frame)],
  ])
  return new Map([...drivers].map(([id, weights]) => [id, id === 'land_area' ? weights : whole(weights)]))
}

const whole = (weights: Weights): Weights =>
  new Map([...weights].map(([place, weight]) => [place, Math.round(weight)]))

/** Counts by district added up to places; a merged district is split by the Census of 2011. */
function counted(frame: Frame, census: CensusShare, counts: ReadonlyMap<string, number>): Weights {
  const weights = new Map(frame.places.map(({ code }) => [code, 0]))
  const add = (place: string, count: number) => weights.set(place, weights.get(place)! + count)
  for (const [code, count] of counts) {
    const split = frame.split.get(code)
    const parts = split?.map(({ part }) => part)
    if (!split || !parts) add(frame.placeOf(code), count)
    else for (const { place, part } of split) add(place, count * census(part, parts))
  }
  return weights
}

/**
 * Average score of income deprivation among older people times people aged 60 and over, by district, added up.
 * The file gives scores and no counts. Ages of a district abolished since come from its successor by the Census.
 */
function olderPoor(
  publications: Publications,
  frame: Frame,
  census: CensusShare,
  scores: ReadonlyMap<string, number>,
): Weights {
  const older = districtsAged60(publications, census)
  const weights = new Map(frame.places.map(({ code }) => [code, 0]))
  for (const [code, score] of scores) {
    const split = frame.split.get(code)
    const parts = split?.map(({ part }) => part)
    const shares =
      split && parts
        ? split.map(({ place, part }) => ({
            place,
            share: census(part, parts, 60),
          }))
        : [{ place: frame.placeOf(code), share: 1 }]
    const persons = older.get(code)
    if (persons === undefined) throw new Error(`${code} has a score of older people's income and no ages`)
    for (const { place, share } of shares) weights.set(place, weights.get(place)! + score * persons * share)
  }
  return weights
}

function allocated(publications: Publications, frame: Frame, year: string): Weights {
  const allocations = readAllocations(publications.open('nhs-allocations', 'nhse-allocations'), year)
  const successors = new Map(
    model<'code' | 'successor'>('commissioners').map((row) => [row.code, row.successor]),
  )
  const districts = readCommissionerDistricts(publications.open('nhs-allocations', 'ons-lsoa-ccg-lad-2016'))
  const weights = new Map(frame.places.map(({ code }) => [code, 0]))
  for (const [group, allocation] of allocations) {
    const areas = districts.get(group) ?? districts.get(successors.get(group) ?? '')
    if (!areas) throw new Error(`Clinical commissioning group ${group} is not in the lookup of 2016`)
    const all = [...areas.values()].reduce((sum, n) => sum + n, 0)
    for (const [district, count] of areas) {
      const place = frame.placeOf(district)
      weights.set(place, weights.get(place)! + (allocation * count) / all)
    }
  }
  return weights
}

function sites(frame: Frame): Weights {
  const rows = model<'place' | 'weight'>('sites')
  return new Map(
    frame.places.map(({ code }) => [
      code,
      rows.filter(({ place }) => place === code).reduce((sum, { weight }) => sum + Number(weight), 0),
    ]),
  )
}

/**
 * Driver for academies to age 16, in pounds: what a place's children would bring at the region's schools money
 * a child (council education and academies together), less the education its councils already record, never
 * below zero. Plain children would pay places whose schools stayed with the council twice.
 */
export function schoolsResidual(
  frame: Frame,
  people: ReadonlyMap<string, People>,
  recorded: ReadonlyMap<string, bigint>,
  academies: ReadonlyMap<string, bigint>,
): Weights {
  const weights = new Map<string, number>()
  for (const [region, places] of frame.byRegion) {
    const children = (code: string) => people.get(code)!.aged(5, 15)
    const own = (code: string) => Number(recorded.get(code) ?? 0n)
    const money = Number(academies.get(region) ?? 0n) + places.reduce((sum, { code }) => sum + own(code), 0)
    const each = money / places.reduce((sum, { code }) => sum + children(code), 0)
    for (const { code } of places)
      weights.set(code, Math.max(0, Math.round(each * children(code) - own(code))))
  }
  return weights
}

/** Rows of the table of drivers for one area shared over. */
export function driverRows(
  driver: string,
  area: string,
  year: string,
  weights: Weights,
  people: ReadonlyMap<string, People>,
): Row[] {
  const about = model<'id' | 'name' | 'source'>('drivers').find(({ id }) => id === driver)
  if (!about) throw new Error(`data/model/drivers.csv has no driver ${driver}`)
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return [...weights].map(([place, weight]) => ({
    driver,
    name: about.name,
    area,
    place,
    year,
    weight,
    total,
    estimate: people.get(place)!.estimate,
    source: about.source,
  }))
}

/** Persons aged 60 and over by district on 2019 codes: Buckinghamshire's four are split from their successor. */
function districtsAged60(publications: Publications, census: CensusShare): Map<string, number> {
  const ages = readMidYearAges(publications.open('population', 'ons-mye2-2019'))
  const older = new Map(
    [...ages].map(([code, counts]) => [code, counts.slice(60).reduce((sum, n) => sum + n, 0)]),
  )
  const merged = older.get('E06000060')
  if (merged === undefined) throw new Error('Buckinghamshire (E06000060) has no ages')
  const parts = Object.values(BUCKINGHAMSHIRE)
  for (const [code, name] of Object.entries(BUCKINGHAMSHIRE))
    older.set(code, merged * census(name, parts, 60))
  return older
}
