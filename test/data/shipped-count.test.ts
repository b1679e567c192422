import { beforeAll, describe, expect, test } from '@jest/globals'
import { type ControlledLine, local } from '../../data/compile/line.ts'
import type { ControlTotal } from '../../data/compile/reconcile/control-total.ts'
import type { Catalogue } from '../../server/count/catalogue.ts'
import { movedTotals } from '../../server/publish/control-totals.ts'
import { shipped, shippedWholes } from './shipped.ts'

const YEAR = '2017-18'
let spend: ControlledLine[]
let own: ControlledLine[]
let totals: ControlTotal[]
let agencies: { id: string; name: string; sector: string; department: string }[]

beforeAll(async () => {
  spend = await shipped('spend', YEAR)
  own = spend.filter(({ flow, phase }) => flow === 'own' && phase === 'outturn')
  totals = await shipped('control_total', YEAR)
  agencies = await shipped('agency')
})

const sum = (lines: readonly { amount: bigint }[]) => lines.reduce((all, { amount }) => all + amount, 0n)
const of = (kind: string, id: string) => totals.find((total) => total.kind === kind && total.id === id)!
const returned = ({ source }: ControlledLine) => source !== 'hmt-cra-2018'

describe('the count that ships', () => {
  test("England's total, and how it departs from the Treasury's", () => {
    expect(sum(own)).toBe(505_759_707_083n)
    expect(of('total', 'england-identifiable')).toMatchObject({
      published: 505_032_074_000n,
      compiled: sum(own),
      difference: 727_633_083n,
      status: 'unexplained',
    })
  })

  test('152 places, every one with population and spending; nothing is left without a place', async () => {
    const places = await shipped<{ code: string; tier: string; parent: string }>('place')
    const upper = places.filter(({ tier }) => tier === 'upper').map(({ code }) => code)
    expect(upper).toHaveLength(152)
    expect(places.filter(({ tier }) => tier === 'region')).toHaveLength(9)
    expect(new Set(own.map(({ place }) => place))).toEqual(new Set(upper))
    const people = await shipped<{ place: string; persons: bigint; estimate: boolean }>('population', YEAR)
    expect(people.reduce((all, { persons }) => all + persons, 0n)).toBe(55_619_430n)
    expect(
      people
        .filter(({ estimate }) => estimate)
        .map(({ place }) => place)
        .sort(),
    ).toEqual(['E06000028', 'E06000029', 'E10000009'])
  })

  test('thirteen pilots and nine combined authorities are named sets', async () => {
    const sets = await shipped<{ kind: string; members: unknown }>('place_set')
    expect(sets.filter(({ kind }) => kind === 'pilot')).toHaveLength(13)
    expect(sets.filter(({ kind }) => kind === 'combined_authority')).toHaveLength(9)
  })

  test('every region, department and function is equal or bridged to the pound', () => {
    for (const kind of ['region', 'department', 'function'])
      for (const total of totals.filter((one) => one.kind === kind)) {
        expect(total.compiled - total.published).toBe(total.difference)
        expect(total.status === 'equal' ? total.difference : total.unexplained).toBe(0n)
        expect(sum(total.bridge)).toBe(total.status === 'equal' ? 0n : total.difference)
      }
    expect(totals.filter(({ kind }) => kind === 'region')).toHaveLength(9)
    expect(totals.filter(({ kind }) => kind === 'function')).toHaveLength(10)
    expect(totals.filter(({ kind }) => kind === 'department')).toHaveLength(46)
  })

  test('pounds that no file explains are those of the bridge between the two publications', () => {
    const blocks = totals.filter(({ kind }) => kind === 'bridge')
    expect(blocks).toHaveLength(13)
    const unexplained = blocks.reduce((all, one) => all + one.unexplained, 0n)
    expect(unexplained).toBe(1_533_701_083n)
    expect(of('total', 'england-identifiable').unexplained).toBe(unexplained)
    expect(sum(blocks.map(({ difference }) => ({ amount: difference })))).toBe(727_633_083n)
  })

  test.each(['2010-11', '2013-14', '2014-15', '2015-16', '2016-17', '2017-18'])(
    'each shared-out cell of %s sums back to its whole',
    async (year) => {
      const { cells, wrong } = await shippedWholes(year)
      expect(cells).toBeGreaterThan(100n)
      expect(wrong).toBe(0n)
    },
  )

  test('the five pilots named in the issue can be opened: Croydon, Birmingham, Worcestershire, Kent, Cumbria', () => {
    for (const place of ['E09000008', 'E08000025', 'E10000034', 'E10000016', 'E10000006'])
      expect(sum(own.filter((line) => line.place === place))).toBeGreaterThan(1_000_000_000n)
  })
})

describe('double counting', () => {
  test('1. precepts, levies, interest and financing lines are left out; parish precepts are shown as left out', () => {
    const programmes = new Set(
      own.filter(({ source }) => source === 'mhclg-rs-2017-18').map(({ programme }) => programme),
    )
    expect(programmes.size).toBe(16)
    for (const programme of programmes)
      expect(programme).not.toMatch(/precept|levy|interest|appropriation|reserve/i)
    expect(of('left_out', 'parish-precepts')).toMatchObject({
      published: 485_219_553n,
      compiled: 0n,
      status: 'bridged',
    })
    expect(of('left_out', 'levies').compiled).toBe(0n)
  })

  test('2. housing benefit is counted from the returns, never from DWP', () => {
    const benefit = own.filter(({ programme }) => /housing benefit/i.test(programme))
    expect(sum(benefit)).toBe(19_158_753_129n)
    expect(new Set(benefit.map(({ source }) => source))).toEqual(new Set(['mhclg-rs-2017-18']))
  })

  test('3. grants are how councils are paid, not spending: no line of a return is a grant', () => {
    expect(
      own.filter((line) => returned(line) && line.economic !== 'capital' && /grant/i.test(line.programme)),
    ).toEqual([])
    expect(sum(own.filter(({ programme }) => programme === 'Public health'))).toBe(3_365_435_345n)
  })

  test('4. the Better Care Fund is netted from adult social care as returned: no line adds it', () => {
    expect(own.filter((line) => returned(line) && /better care/i.test(line.programme))).toEqual([])
    expect(sum(own.filter(({ programme }) => programme === 'Adult social care'))).toBe(15_330_170_047n)
  })

  test('5. capital passed between authorities is kept as rows and not counted', () => {
    const passed = spend.filter(({ flow }) => flow !== 'own')
    expect(sum(passed)).toBe(971_216_327n)
    expect(new Set(passed.map(({ flow }) => flow))).toEqual(new Set(['transfer_in']))
    expect(sum(own.filter(({ source }) => source === 'mhclg-cor-b-2017-18'))).toBe(24_918_183_611n)
  })

  test('6. the GLA row holds the Metropolitan Police and the London Fire Brigade, each counted once', () => {
    const places = (agency: string) =>
      new Set(own.filter((line) => line.agency === agency).map(({ place }) => place))
    expect(places('E5100-police').size).toBe(32)
    expect(places('E5100-police').has('E09000001')).toBe(false)
    expect(places('E5100-fire').size).toBe(33)
    const police = own.filter(
      ({ agency, programme }) => agency === 'E5100-police' && programme === 'Police services',
    )
    expect(sum(police)).toBe(2_962_650_000n)
    expect(
      own.filter(({ agency, programme }) => agency === 'E5100' && /Police|Fire/.test(programme)),
    ).toEqual([])
  })

  test("7. maintained schools come from the returns and academies from the Treasury's rows", () => {
    expect(sum(own.filter(({ programme }) => programme === 'Education services'))).toBe(32_264_970_296n)
    const academies = own.filter(({ agency }) => agency === 'academies')
    expect(new Set(academies.map(({ source }) => source))).toEqual(new Set(['hmt-cra-2018']))
    expect(sum(academies)).toBe(21_185_104_000n)
  })

  test("8. the Treasury's local government rows, public corporations included, are replaced", () => {
    const department = new Map(agencies.map(({ id, department: name }) => [id, name]))
    const regional = own.filter((line) => !returned(line))
    expect(regional.filter(({ agency }) => department.get(agency) === 'Local Government England')).toEqual([])
    expect(
      regional.filter(({ programme }) => /LONDON UNDERGROUND|England Local Authorities/i.test(programme)),
    ).toEqual([])
    expect(sum(regional)).toBe(371_891_514_000n)
  })

  test('9. what may be counted twice and cannot be shown to be is listed', () =>
    expect(
      totals.filter(({ kind }) => kind === 'possible_double_count').map(({ id, compiled }) => [id, compiled]),
    ).toEqual([
      ['grants-to-schools', 142_773_000n],
      ['home-office-police', 560_256_000n],
      ['lep-grants', 480_372_789n],
    ]))
})

describe('returns', () => {
  test('one revenue and four capital returns are missing, by name, and no line stands in for them', async () => {
    const missing = await shipped<{ agency: string; what: string; why: string; place: string }>(
      'missing',
      YEAR,
    )
    expect(missing.map(({ what, agency }) => `${what} ${agency}`).sort()).toEqual([
      'capital E0303',
      'capital E0536',
      'capital E0934',
      'capital E3735',
      'revenue E0934',
    ])
    expect(missing.find(({ what }) => what === 'revenue')).toMatchObject({ place: 'E10000006' })
    expect(own.filter(({ agency }) => agency === 'E0934')).toEqual([])
    expect(own.filter(({ agency, economic }) => agency === 'E0303' && economic === 'capital')).toEqual([])
    expect(own.some(({ agency }) => agency === 'E0303')).toBe(true)
  })

  test('444 of 445 revenue returns, and every service line beside its published row', () => {
    const lines = own.filter(({ source }) => source === 'mhclg-rs-2017-18')
    expect(new Set(lines.map(({ source_row }) => source_row)).size).toBe(444)
    const service = of('return', 'service-expenditure')
    expect([service.compiled, service.published]).toEqual([89_791_256_343n, 89_800_070_682n])
    for (const total of totals.filter(({ kind }) => kind === 'return'))
      expect(total.status).not.toBe('unexplained')
    expect(totals.filter(({ kind, id }) => kind === 'return' && id.startsWith('line-'))).toHaveLength(16)
  })

  test("North Yorkshire's misprinted code is mended", () =>
    expect(new Set(own.filter(({ agency }) => agency === 'E2721').map(({ place }) => place))).toEqual(
      new Set(['E10000023']),
    ))
})

describe('eight years', () => {
  const full = ['2013-14', '2014-15', '2015-16', '2016-17', '2017-18']
  let years: ControlTotal[]
  beforeAll(async () => {
    years = await shipped('control_total')
  })

  test('five are full and three hold recorded lines only', async () => {
    const known = await shipped<{ year: string; coverage: string }>('financial_year')
    expect(known.filter(({ coverage }) => coverage === 'full').map(({ year }) => year)).toEqual(full)
    expect(known.filter(({ coverage }) => coverage === 'recorded').map(({ year }) => year)).toEqual([
      '2010-11',
      '2011-12',
      '2012-13',
    ])
  })

  test.each([
    ['2013-14', 461_683_721_000n, 461_092_582_000n],
    ['2014-15', 473_734_032_000n, 473_140_728_000n],
    ['2015-16', 483_469_634_000n, 488_160_226_040n],
    ['2016-17', 491_073_224_000n, 494_524_203_487n],
    ['2017-18', 505_032_074_000n, 505_759_707_083n],
  ])("%s has the Treasury's England beside the count's, block by block", (year, published, compiled) => {
    const england = years.find((total) => total.year === year && total.kind === 'total')!
    expect([england.published, england.compiled]).toEqual([published, compiled])
    expect(sum(england.bridge)).toBe(compiled - published)
    const mine = years.filter((total) => total.year === year)
    for (const kind of ['region', 'department', 'function'])
      for (const total of mine.filter((one) => one.kind === kind))
        expect(total.status).not.toBe('unexplained')
    expect(mine.filter(({ kind }) => kind === 'region')).toHaveLength(9)
    for (const total of mine.filter(({ kind }) => kind === 'return'))
      expect(total.status).not.toBe('unexplained')
  })

  test('total service expenditure is as published in each year, but for returns not made and rounding', () => {
    const published = years
      .filter(({ kind, id }) => kind === 'return' && id === 'service-expenditure')
      .map((total) => [total.year, total.published / 1_000_000n])
    expect(published).toEqual([
      ['2010-11', 102_629n],
      ['2011-12', 95_435n],
      ['2012-13', 91_072n],
      ['2013-14', 91_808n],
      ['2014-15', 91_198n],
      ['2015-16', 90_633n],
      ['2016-17', 90_443n],
      ['2017-18', 89_800n],
    ])
  })

  test('capital stands in, shared out and graded C, where no return gives it by authority', async () => {
    const lines = (await shipped<ControlledLine>('spend', '2014-15')).filter(
      ({ agency }) => agency === 'local-government-england',
    )
    expect(new Set(lines.map(({ grade, basis, economic }) => `${grade} ${basis} ${economic}`))).toEqual(
      new Set(['C shared_out capital']),
    )
    expect(spend.some(({ agency }) => agency === 'local-government-england')).toBe(false)
  })

  test('a figure shared out by age can be worked out again from what is shown', async () => {
    const drivers = await shipped<{ driver: string; place: string; weight: number; total: number }>(
      'driver',
      YEAR,
    )
    const pension = spend.find((line) => line.place === 'E09000008' && line.programme.startsWith('S032A044'))!
    const { weight, total } = drivers.find(
      (one) => one.driver === 'age_65_over' && one.place === 'E09000008',
    )!
    expect(weight).toBe(Math.round(weight))
    expect(Math.abs((Number(pension.whole) * weight) / total - Number(pension.amount))).toBeLessThan(1)
  })
})

describe('agencies', () => {
  test('a department whose rows stand in one sector has its published total there', () => {
    const sector = new Map(agencies.map((agency) => [agency.id, agency.sector]))
    for (const [id, department] of [
      ['dwp', 'Department for Work and Pensions'],
      ['hmrc', 'HM Revenue and Customs'],
      ['nhs', 'Department of Health and Social Care'],
      ['culture', 'Department for Digital, Culture, Media and Sport'],
    ]) {
      const lines = own.filter((line) => line.source === 'hmt-cra-2018' && sector.get(line.agency) === id)
      expect(`${id} ${sum(lines)}`).toBe(`${id} ${of('department', department!).published}`)
    }
  })

  test('own figures of an agency move the total of the department its lines are compiled under', () => {
    const departmentOf = new Map(agencies.map(({ id, department }) => [id, department]))
    const under = new Map(
      own.map((line) => [
        line.agency,
        local(line, 'hmt-cra-2018') ? 'Local Government England' : departmentOf.get(line.agency)!,
      ]),
    )
    expect(under.size).toBeGreaterThan(600)
    const catalogue = {
      ...{ agencies, functions: [] },
      controlTotals: totals
        .filter(({ kind }) => kind === 'department')
        .map((one) => ({ ...one, published: 0, compiled: 0 })),
    } as unknown as Catalogue
    const about = { id: 'own-1', title: 'T', publisher: 'P', licence: '', note: '', made: '', receipt: '' }
    const move = { place: '', year: YEAR, function: '', pounds: 1, recorded: 0, shared_out: 0 }
    const wrong = [...under].filter(([agency, department]) => {
      const moved = movedTotals(catalogue, [{ ...move, agency }], about, 'own-1').filter(
        ({ compiled }) => compiled !== 0,
      )
      return moved.length !== 1 || moved[0]!.id !== department
    })
    expect(wrong).toEqual([])
  })

  test('help into work is a national programme a place can shape, benefits are an entitlement', () => {
    const of = (programme: string) => own.find((line) => line.programme.startsWith(programme))!
    expect(of('S032A001')).toMatchObject({ decides: 'national', influences: 'place' })
    expect(of('S032A087')).toMatchObject({ decides: 'statute', influences: 'demand' })
  })
})

describe('switches', () => {
  test('single sites are in their host places and can be left out', () => {
    const sites = own.filter(({ tags }) => tags.includes('sites'))
    expect(new Set(sites.map(({ driver }) => driver))).toEqual(new Set(['site']))
    const cumbria = sites.filter(({ place }) => place === 'E10000006')
    expect(sum(cumbria)).toBe(1_779_521_000n)
    expect(new Set(sites.map(({ place }) => place)).size).toBe(9)
  })

  test('academies are shared by the residual driver and can be left out with schools', () => {
    const academies = own.filter(({ rule }) => rule === 'academies')
    expect(new Set(academies.map(({ driver }) => driver))).toEqual(new Set(['schools_residual']))
    for (const { tags } of academies.slice(0, 50)) expect(tags).toContain('schools')
  })

  test('capital lines carry the tag capital and no other line does', () => {
    for (const { tags, economic } of own)
      if (tags.includes('capital') !== (economic === 'capital')) throw new Error('a line is tagged wrongly')
    expect(own.some(({ economic }) => economic === 'capital')).toBe(true)
  })
})
