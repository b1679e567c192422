import { type RegisteredAuthority, readLookup, readRegister } from '../sources/authority-register/read.ts'
import type { Publications } from '../sources/publication.ts'
import { listed, model } from './model.ts'

export const COUNTRY = 'E92000001'

export const REGIONS: ReadonlyMap<string, string> = new Map([
  ['E12000001', 'North East'],
  ['E12000002', 'North West'],
  ['E12000003', 'Yorkshire and The Humber'],
  ['E12000004', 'East Midlands'],
  ['E12000005', 'West Midlands'],
  ['E12000006', 'East of England'],
  ['E12000007', 'London'],
  ['E12000008', 'South East'],
  ['E12000009', 'South West'],
])

export interface Place {
  readonly code: string
  readonly name: string
  readonly region: string
  readonly valid_from: string
  readonly valid_to: string
  readonly lon: number
  readonly lat: number
  readonly area: number
  readonly aliases: readonly string[]
}

/** The 152 upper tier places of 2009 to 2019, and the way to them from every code the publications use. */
export interface Frame {
  readonly places: readonly Place[]
  readonly byRegion: ReadonlyMap<string, readonly Place[]>
  /** Place of an authority or district code of any year; undefined for a code that is split between places. */
  readonly placeOf: (code: string) => string
  /** Places of a merged code that no longer lies in one, with the old district that makes each part. */
  readonly split: ReadonlyMap<string, readonly { place: string; part: string }[]>
  readonly register: ReadonlyMap<string, RegisteredAuthority>
  /** Force area of each place: code and name. */
  readonly police: ReadonlyMap<string, { code: string; name: string }>
  /** Districts of each county, by name. */
  readonly districts: ReadonlyMap<string, readonly string[]>
}

export function readFrame(publications: Publications): Frame {
  const rows = model<
    'code' | 'name' | 'region' | 'valid_from' | 'valid_to' | 'lon' | 'lat' | 'area' | 'aliases'
  >('places')
  const counties = readLookup(
    publications.open('authority-register', 'ons-lad-county-2017'),
    'LAD17CD',
    'CTY17CD',
    'LAD17NM',
  )
  const forces = readLookup(
    publications.open('authority-register', 'ons-lad-police-2017'),
    'LAD17CD',
    'PFA17CD',
    'PFA17NM',
  )
  const register = new Map(
    readRegister(publications.open('authority-register', 'mysociety-register')).map((one) => [
      one.ecode,
      one,
    ]),
  )

  const codes = new Set(rows.map(({ code }) => code))
  const to = new Map<string, string>(rows.map(({ code }) => [code, code]))
  const districts = new Map<string, string[]>()
  for (const [district, { to: county, name }] of counties) {
    if (!codes.has(county)) continue
    to.set(district, county)
    districts.set(county, [...(districts.get(county) ?? []), name].sort())
  }
  const split = new Map<string, { place: string; part: string }[]>()
  for (const { code, place, part } of model<'code' | 'place' | 'part'>('successors')) {
    if (part) split.set(code, [...(split.get(code) ?? []), { place, part }])
    else to.set(code, place)
  }
  for (const { gss, former } of register.values())
    for (const old of former) if (to.has(gss) && !to.has(old)) to.set(old, to.get(gss)!)

  const placeOf = (code: string) => {
    const place = to.get(code)
    if (!place) throw new Error(`${code} lies in no place of the frame`)
    return place
  }
  const police = new Map<string, { code: string; name: string }>()
  for (const [district, force] of forces) {
    if (!district.startsWith('E')) continue
    const place = placeOf(district)
    const before = police.get(place)
    if (before && before.code !== force.to) throw new Error(`${place} lies in two force areas`)
    police.set(place, { code: force.to, name: force.name })
  }

  const places = rows.map((row) => ({
    ...row,
    lon: Number(row.lon),
    lat: Number(row.lat),
    area: Number(row.area),
    aliases: [...new Set([...listed(row.aliases), ...(districts.get(row.code) ?? [])])].sort(),
  }))
  const byRegion = new Map(
    [...REGIONS.keys()].map((code) => [code, places.filter(({ region }) => region === code)]),
  )
  return { places, byRegion, placeOf, split, register, police, districts }
}
