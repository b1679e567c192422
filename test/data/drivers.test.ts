import { describe, expect, test } from '@jest/globals'
import { schoolsResidual } from '../../data/compile/drivers.ts'
import type { Frame, Place } from '../../data/compile/frame.ts'
import type { People } from '../../data/compile/people.ts'
import { readDeprivation } from '../../data/sources/deprivation/read.ts'
import { readAllocations, readCommissionerDistricts } from '../../data/sources/nhs-allocations/read.ts'
import { readCensusAges, readMidYear, readPublishedPersons } from '../../data/sources/population/read.ts'
import { sheetOf, withCell } from './sheets.ts'

describe('sources of drivers', () => {
  const allocations = sheetOf([
    ['CCG_Code', 'CCG_Name', 'year', 'Allocation_000s'],
    ['99P', 'NORTH EAST WEST DEVON', '2018', '1156173'],
    ['99P', 'NORTHERN EASTERN AND WESTERN DEVON', '2018', '1156173'],
    ['07L', 'BARKING', '2004', '5'],
  ])
  test('a commissioning group spelled two ways counts once', () =>
    expect([...readAllocations(allocations, '2017-18')]).toEqual([['99P', 1_156_173]]))
  test('two amounts for one group, and a year without any, are errors', () => {
    expect(() => readAllocations(withCell(allocations, 2, 3, '7'), '2017-18')).toThrow(
      'row 3, column 4: 99P stands twice',
    )
    expect(() => readAllocations(allocations, '2030-31')).toThrow('no allocation is of 2030-31')
  })

  test('areas are counted by group and district', () => {
    const lookup = sheetOf([
      ['LSOA11CD', 'CCG16CDH', 'LAD16CD'],
      ['a', '02N', 'X'],
      ['b', '02N', 'X'],
      ['c', '02N', 'Y'],
    ])
    expect([...readCommissionerDistricts(lookup).get('02N')!]).toEqual([
      ['X', 2],
      ['Y', 1],
    ])
  })

  test('headings of the indices of deprivation are matched without their stray spaces', () => {
    const indices = sheetOf([
      ['Local Authority District code (2019)', 'Employment scale '],
      ['E06000001', '9715.25'],
      ['', ''],
    ])
    expect([...readDeprivation(indices, 'Employment scale')]).toEqual([['E06000001', 9715.25]])
  })

  test('England only, of the year asked', () => {
    const people = sheetOf([
      ['ladcode20', 'laname20', 'country', 'population_2016', 'population_2017'],
      ['E06000001', 'Hartlepool', 'E', '1', '92498'],
      ['W06000001', 'Anglesey', 'W', '1', '2'],
    ])
    expect([...readMidYear(people, 2017)]).toEqual([['E06000001', 92_498]])
    expect(() => readMidYear(people, 1999)).toThrow('no column is headed "population_1999"')
  })

  test('the Census has titles above, thousands commas and a last age that adds up', () => {
    const ages = (n: string) => Array.from({ length: 90 }, () => n)
    const census = sheetOf([
      ['QS103EW - Age by single year'],
      [],
      [
        'local authority',
        'All categories: Age',
        ...Array.from({ length: 90 }, (_, age) => `Age ${age}`),
        'Age 90',
        'Age 100 and over',
      ],
      ['Poole', '147,645', ...ages('1,000'), '5', '2'],
      ['In order to protect against disclosure'],
    ])
    const poole = readCensusAges(census).get('Poole')!
    expect([poole.length, poole[0], poole[90]]).toEqual([91, 1000, 7])
  })

  test('a published total is found by its code', () => {
    const sheet = sheetOf([
      [],
      [],
      [],
      [],
      ['Code', 'Name', 'Estimated Population mid-2017'],
      ['E92000001', 'ENGLAND', '55619430'],
    ])
    expect(readPublishedPersons(sheet, 'E92000001', 2017)).toBe(55_619_430)
    expect(() => readPublishedPersons(sheet, 'W92000004', 2017)).toThrow('there is no row for W92000004')
  })
})

describe('residual driver of academies', () => {
  /*
   * A region with £900 of schools money (£600 recorded by councils, £300 academies) and 90 children: £10 a child.
   *   a: 40 children bring £400, £100 recorded -> £300 left
   *   b: 30 children bring £300, £300 recorded -> nothing left
   *   c: 20 children bring £200, £200 recorded -> nothing; were it £250 recorded, still nothing, never below zero
   */
  const place = (code: string): Place => ({
    code,
    name: code,
    region: 'R',
    valid_from: '',
    valid_to: '',
    lon: 0,
    lat: 0,
    area: 1,
    aliases: [],
  })
  const places = ['a', 'b', 'c'].map(place)
  const frame = { places, byRegion: new Map([['R', places]]) } as unknown as Frame
  const children: Record<string, number> = { a: 40, b: 30, c: 20 }
  const people = new Map<string, People>(
    places.map(({ code }) => [
      code,
      { persons: 100, estimate: false, aged: (from, to) => (from === 5 && to === 15 ? children[code]! : 0) },
    ]),
  )
  test('what the children would bring less what is recorded', () =>
    expect([
      ...schoolsResidual(
        frame,
        people,
        new Map([
          ['a', 100n],
          ['b', 300n],
          ['c', 200n],
        ]),
        new Map([['R', 300n]]),
      ),
    ]).toEqual([
      ['a', 300],
      ['b', 0],
      ['c', 0],
    ]))
  test('a place that records more than its share is never paid less than nothing', () =>
    expect(
      schoolsResidual(
        frame,
        people,
        new Map([
          ['a', 0n],
          ['b', 0n],
          ['c', 600n],
        ]),
        new Map([['R', 300n]]),
      ).get('c'),
    ).toBe(0))
})
