import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { readDistricts } from '../../server/intake/districts.ts'
import { table } from '../../server/tables.ts'
import { ORIGINALS, testOnOriginals } from './originals.ts'

const lookup = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(ORIGINALS, 'lookups', name)), { columns: true, bom: true })
const register = () => lookup('mysociety-uk_local_authorities_future.csv')
const codesOf = (one: Record<string, string>) =>
  [one['gss-code']!, ...one['former-gss-codes']!.split(',')].filter(Boolean)
const areas = () => {
  const { areacd, areanm } = JSON.parse(
    readFileSync(join(ORIGINALS, 'lookups/ons-els-areas-list.json'), 'utf8'),
  ) as { areacd: string[]; areanm: string[] }
  return new Map(areacd.map((code, at) => [code, areanm[at]!]))
}
const UPPER = /^E(?:06|08|09|10)/

const places = table('places')
const counties = new Set(places.map(({ code }) => code).filter((code) => code!.startsWith('E10')))
const rows = table('districts')

test('every district lies in a county of the count, and merged ones are of districts there', () => {
  const districts = readDistricts()
  expect(rows.filter(({ place }) => !counties.has(place))).toEqual([])
  expect([...counties].flatMap((place) => districts.in(place!))).toHaveLength(201)
  expect([...counties].filter((place) => districts.in(place!).length === 0)).toEqual([])
  for (const { code, place } of rows)
    for (const part of districts.of(code!)!.districts)
      expect(districts.of(part)).toMatchObject({ code: part, place })
})

test('a name stands for the district as it was in 2017', () => {
  const districts = readDistricts()
  for (const { code, names, districts: parts } of rows)
    if (parts === code) for (const name of names!.split('|')) expect(districts.of(name)?.code).toBe(code)
  expect(districts.of('St Albans')?.code).toBe('E07000240')
  expect(districts.of('Folkestone and Hythe')?.name).toBe('Shepway')
  expect(districts.of('E10000029')).toBeUndefined()
  expect(districts.of('Suffolk')).toBeUndefined()
})

testOnOriginals(
  'every code of an upper-tier council, then or since, is one of the count or taken to one',
  async () => {
    const known = new Set([
      ...places.flatMap(({ code, aliases }) => [code!, ...aliases!.split('|')]),
      ...table('successors').map(({ code }) => code!),
      ...table('codes-since').map(({ code }) => code!),
    ])
    const registered = register()
      .filter(({ nation }) => nation === 'England')
      .flatMap(codesOf)
    const codes = [...registered, ...areas().keys()].filter((code) => UPPER.test(code))
    expect(codes.length).toBeGreaterThan(300)
    expect(codes.filter((code) => !known.has(code))).toEqual([])
  },
  20_000,
)

testOnOriginals(
  'codes of the years since the count are by their names in the register or the list of areas',
  async () => {
    const named = areas()
    const registered = new Map(
      register().flatMap((one) => codesOf(one).map((code) => [code, one['nice-name']!])),
    )
    for (const { code, name } of table('codes-since'))
      expect([code, named.get(code!) ?? registered.get(code!)]).toEqual([code, name])
  },
  20_000,
)

testOnOriginals(
  'districts are those of the register and of the lookup of December 2017',
  async () => {
    const ours = new Map(rows.map((row) => [row.code!, row]))
    const all = register()
    const county = new Map(all.map((one) => [one['local-authority-code'], one['gss-code']]))
    const registered = all.flatMap((one) =>
      codesOf(one)
        .filter((code) => code.startsWith('E07'))
        .map(
          (code) =>
            [code, county.get(one['county-la']!), one['replaced-by'], one['local-authority-code']] as const,
        ),
    )
    expect(registered.map(([code]) => code).sort()).toEqual(
      [...ours.keys()].filter((code) => !UPPER.test(code)).sort(),
    )
    // The register puts Forest Heath in Surrey.
    const misprint = ['E07000201', 'E10000030']
    expect(
      registered
        .filter(([code, place]) => ours.get(code)!.place !== place)
        .map(([code, place]) => [code, place]),
    ).toEqual([misprint])
    const then = lookup('ons-lad17-county17-lookup.csv').filter(({ LAD17CD }) => LAD17CD!.startsWith('E07'))
    expect(then).toHaveLength(201)
    for (const { LAD17CD, LAD17NM, CTY17CD } of then) {
      const { names, place, districts } = ours.get(LAD17CD!)!
      expect([names!.split('|')[0], place, districts]).toEqual([LAD17NM, CTY17CD, LAD17CD])
    }
    const codeOf = new Map(registered.map(([code, , , letters]) => [letters, code]))
    for (const [code, , replacedBy] of registered)
      if (codeOf.has(replacedBy)) expect(ours.get(codeOf.get(replacedBy)!)!.districts).toContain(code)
  },
  20_000,
)

testOnOriginals(
  'councils that took the place of districts are of those the register says, and the others are whole counties',
  async () => {
    const all = register()
    const codeOf = new Map(all.map((one) => [one['local-authority-code']!, one['gss-code']!]))
    const county = new Map(rows.map(({ code, place }) => [code!, place!]))
    const replaced = new Map<string, string[]>()
    for (const one of all) {
      const by = codeOf.get(one['replaced-by']!) ?? ''
      const code = one['gss-code']!
      if (UPPER.test(by) && /^E07/.test(code) && counties.has(county.get(code)))
        replaced.set(by, [...(replaced.get(by) ?? []), code])
    }
    const ours = new Map(
      rows
        .filter(({ code }) => UPPER.test(code!))
        .map(({ code, districts }) => [code!, districts!.split('|')]),
    )
    expect([...ours.keys()]).toEqual(['E06000059', 'E06000061', 'E06000062', 'E06000063', 'E06000064'])
    for (const [code, parts] of ours) {
      expect([code, replaced.get(code)!.sort()]).toEqual([code, parts])
      expect(new Set(parts.map((part) => county.get(part)))).toEqual(new Set([county.get(code)]))
    }
    const others = [...replaced].filter(([code]) => !ours.has(code))
    expect(others.map(([code]) => code).sort()).toEqual(['E06000058', 'E06000060', 'E06000065', 'E06000066'])
    const districts = readDistricts()
    for (const [code, parts] of others) {
      const all = districts.in(county.get(parts[0]!)!).map((one) => one.code)
      const merged = parts.flatMap((part) => districts.of(part)!.districts).sort()
      expect([code, merged]).toEqual([code, code === 'E06000058' ? ['E07000048'] : all])
    }
  },
  20_000,
)
