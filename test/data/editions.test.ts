import { beforeAll, describe, expect, test } from '@jest/globals'
import { bySize, type Edition, regionalEditions, revenueEditions } from '../../data/compile/editions.ts'
import type { RevenueOutturn } from '../../data/sources/council-revenue-outturn/read.ts'
import { type RegionalRow, readRegionalAnalysis } from '../../data/sources/regional-analysis/read.ts'
import { sheetOf, withCell } from './sheets.ts'
import { shipped, shippedSources } from './shipped.ts'

const pair = { year: '2013-14', used: 'later', compared: 'earlier' }
const REGIONS = new Map([
  ['E12000001', 'North East'],
  ['E12000007', 'London'],
])
const regional = (department: string, region: string, group: string, pounds: bigint): RegionalRow => ({
  department,
  organisation: department,
  segment: 'S1',
  division: group.split('.')[0]!,
  group,
  subfunction: group,
  capital: false,
  body: 'CG',
  region,
  pounds,
  row: 1,
  column: 1,
})
const figures = (rows: readonly Edition[], level: string) =>
  rows
    .filter((one) => one.level === level)
    .map((one) => [
      one.id,
      one.used_amount,
      one.compared_amount,
      one.difference,
      Number(one.changed),
      Number(one.cells),
    ])

describe('the edition of 2014', () => {
  const sheet = sheetOf([
    [
      'Department',
      'COFOG Level 0',
      'HMT Function',
      'COFOG Level 1',
      'HMT Subfunction',
      'CRA Segment',
      'CRA Segment Description',
      'ID/non-ID',
      'CAP or CUR',
      'CG, LG or PC',
      'NUTS Region',
      'Country',
      '2013-14',
    ],
    ...[
      ['ENGLAND_London', 'ENGLAND', '213.7386'],
      ['Not Identifiable', 'Not Identifiable', '5'],
      ['OUTSIDE UK', 'OUTSIDE UK', '7'],
    ].map(([region, country, amount]) => [
      'Department of Health',
      '7. Health',
      '7. Health',
      '7.A Medical services',
      '7.A Medical services',
      'x',
      'S1-TRUSTS',
      'ID',
      'CUR',
      'CG',
      region!,
      country!,
      amount!,
    ]),
  ])

  test('is read by its own headings, in whole pounds, England only', () =>
    expect(readRegionalAnalysis(sheet, '2013-14', 2014)).toMatchObject([
      {
        department: 'Department of Health',
        organisation: 'Department of Health',
        segment: 'S1-TRUSTS',
        body: 'CG',
        region: 'E12000007',
        pounds: 213_739n,
      },
    ]))

  test('the headings of the other edition are not taken for it', () => {
    expect(() => readRegionalAnalysis(sheet, '2013-14')).toThrow('no column is headed "Department Name"')
    expect(() => readRegionalAnalysis(withCell(sheet, 0, 0, 'Ministry'), '2013-14', 2014)).toThrow(
      'no column is headed "Department"',
    )
  })
})

describe('two editions of the regional analysis', () => {
  const rows = regionalEditions(
    pair,
    {
      used: [
        regional('Health and Care', 'E12000001', '7.A', 10_000n),
        regional('Health and Care', 'E12000007', '7.A', 20_000n),
        regional('Energy', 'E12000007', '4.3', 4_000n),
      ],
      compared: [
        regional('Health', 'E12000001', '7.A', 10_999n),
        regional('Health', 'E12000007', '7.A', 15_000n),
        regional('Health', 'E12000007', '7.B', 1_000n),
        regional('Defence', 'E12000007', '2.1', 0n),
        regional('Business', 'E12000007', '4.3', 3_000n),
      ],
    },
    REGIONS,
    new Map([['Health', 'Health and Care']]),
  )

  test('England, regions, and departments under their later names', () => {
    expect(figures(rows, 'total')).toEqual([['england', 34_000n, 29_999n, 4_001n, 4, 5]])
    expect(figures(rows, 'region')).toEqual([
      ['E12000001', 10_000n, 10_999n, -999n, 0, 1],
      ['E12000007', 24_000n, 19_000n, 5_000n, 4, 4],
    ])
    expect(figures(rows, 'department')).toEqual([
      ['Business', null, 3_000n, null, 1, 1],
      ['Energy', 4_000n, null, null, 1, 1],
      ['Health and Care', 30_000n, 26_999n, 3_001n, 2, 3],
    ])
  })

  test('the parts add up to the whole, edition by edition', () => {
    const [england] = rows
    for (const level of ['region', 'department'])
      for (const side of ['used_amount', 'compared_amount'] as const)
        expect(
          rows.filter((one) => one.level === level).reduce((all, one) => all + (one[side] ?? 0n), 0n),
        ).toBe(england![side])
  })
})

describe('two releases of the revenue outturn', () => {
  const release = (
    england: [string, bigint][],
    returns: [string, string, [bigint | null, bigint | null]][],
  ) =>
    ({
      england: new Map(england),
      authorities: returns.map(([ecode, name]) => ({ ecode, name })),
      cells: returns.flatMap(([ecode, , [roads, all]]) => [
        { ecode, line: '290', pounds: roads },
        { ecode, line: '699', pounds: all },
      ]),
    }) as unknown as RevenueOutturn
  const rows = revenueEditions(
    pair,
    {
      used: release(
        [
          ['290', 40_000n],
          ['699', 90_000n],
        ],
        [
          ['E1', 'Alpha', [10_000n, 30_000n]],
          ['E2', 'Beta', [12_000n, 40_000n]],
          ['E3', 'Gamma', [null, null]],
          ['E4', 'Delta', [5_000n, 9_000n]],
        ],
      ),
      compared: release(
        [
          ['290', 41_000n],
          ['699', 88_000n],
        ],
        [
          ['E1', 'Alpha', [10_400n, 30_400n]],
          ['E2', 'Beta', [12_000n, 38_000n]],
          ['E3', 'Gamma', [null, null]],
          ['E4', 'Delta', [null, null]],
        ],
      ),
    },
    new Map([['290', 'Roads']]),
  )

  test("England's published rows, and how many authorities changed", () => {
    expect(figures(rows, 'total')).toEqual([['699', 90_000n, 88_000n, 2_000n, 2, 3]])
    expect(figures(rows, 'service')).toEqual([['290', 40_000n, 41_000n, -1_000n, 1, 3]])
  })

  test('authorities that changed by name; one that returned later has no difference, not its whole', () =>
    expect(figures(rows, 'authority')).toEqual([
      ['E2', 40_000n, 38_000n, 2_000n, 1, 1],
      ['E4', 9_000n, null, null, 1, 1],
    ]))

  test('the largest stand first, ties by code', () =>
    expect(bySize(rows).map(({ id }) => id)).toEqual(['E4', '699', 'E2', '290']))
})

describe('the count that ships', () => {
  let editions: Edition[]
  const of = (level: string, id: string) => editions.find((one) => one.level === level && one.id === id)!
  beforeAll(async () => {
    editions = await shipped<Edition>('edition')
  })

  test('2013-14 by the editions of 2018 and 2014', () => {
    expect(of('total', 'england')).toMatchObject({
      year: '2013-14',
      used: 'hmt-cra-2018',
      compared: 'hmt-cra-2014',
      used_amount: 461_683_721_000n,
      difference: -5_769_619_774n,
    })
    const regions = editions.filter(({ level }) => level === 'region')
    expect(regions).toHaveLength(9)
    expect(regions.reduce((all, { difference }) => all + difference!, 0n)).toBe(-5_769_619_774n)
    expect(of('department', 'Department of Health and Social Care').difference).not.toBeNull()
    expect(of('department', 'Department for Business Innovation and Skills').used_amount).toBeNull()
  })

  test('2017-18 by its final release and the first', () => {
    expect(of('total', '699')).toMatchObject({
      used_amount: 89_800_070_682n,
      compared_amount: 89_996_119_004n,
      difference: -196_048_322n,
      changed: 44n,
      cells: 444n,
    })
    const authorities = editions.filter(({ level }) => level === 'authority')
    expect(authorities).toHaveLength(44)
    expect(
      authorities
        .filter(({ compared_amount }) => compared_amount === null)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'Greater Manchester Waste Disposal Authority',
      'North Yorkshire',
      'Reading UA',
      'The West Yorkshire Combined Authority',
      'Warwick',
    ])
  })

  test('no line of spending comes from an edition that is only compared', async () => {
    const compared = new Set(editions.map((one) => one.compared))
    const totals = await shipped<{ source: string }>('control_total')
    const counted = new Set([...(await shippedSources()), ...totals.map(({ source }) => source)])
    expect(counted.size).toBeGreaterThan(8)
    expect([...counted].filter((source) => compared.has(source))).toEqual([])
    const sources = await shipped<{ id: string; note: string }>('source')
    for (const id of compared)
      expect(sources.find((one) => one.id === id)!.note).toMatch(/none of it counted/)
  })
})
