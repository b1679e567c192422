import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { inProportion, spread, sum } from '../../../client/scenario/build/amounts.ts'
import { withUnitCost } from '../../../client/scenario/build/apply-unit-cost.ts'
import { chainInWords, stepsOf } from '../../../client/scenario/build/chain.ts'
import { groupsOf } from '../../../client/scenario/build/groups.ts'
import { asKind } from '../../../client/scenario/build/outcome-start.ts'
import { moved, profile, riseOf, rising } from '../../../client/scenario/build/trajectory.ts'
import { readNumber, writeNumber } from '../../../client/scenario/field/read-number.ts'
import { EMPTY } from '../../../client/scenario/state/draft.ts'
import { loadUnitCosts } from '../../../server/parameters/unit-costs.ts'
import { attainment } from '../../../server/scenario/value/profiles.ts'

test('numbers are read as people type them, and as they are written', () => {
  const given = ['2,000,000', '£2m', '1.5bn', '40%', '−3', '500k', '.5', '', ' ', 'abc', '2x', '1.2.3', '-']
  const read = [2e6, 2e6, 1.5e9, 40, -3, 5e5, 0.5, undefined, undefined, null, null, null, null]
  expect(given.map(readNumber)).toEqual(read)
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
      expect(readNumber(writeNumber(value))).toBe(value === 0 ? 0 : value)
    }),
  )
  expect(writeNumber(2009, true)).toBe('2009')
})

test('pounds spread over years, or by a profile, add to the total exactly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e10 }),
      fc.nat(9),
      fc.integer({ min: 1, max: 10 }),
      fc.array(fc.nat(1e6), { minLength: 1, maxLength: 15 }).filter((parts) => sum(parts) > 0),
      (total, from, years, parts) => {
        const even = spread(total, from, years, 10)
        expect(sum(even)).toBe(total)
        expect(even).toHaveLength(10)
        const shaped = inProportion(total, parts)
        expect(sum(shaped)).toBe(total)
        shaped.forEach((part, i) => {
          expect(Math.abs(part - (total * parts[i]!) / sum(parts))).toBeLessThan(1 + 1e-6)
        })
      },
    ),
  )
  expect(spread(10, 1, 3, 5)).toEqual([0, 4, 3, 3, 0])
})

test('the named trajectories are drawn as the server works them out', () => {
  for (const shape of ['low', 'mid', 'high'] as const)
    for (const years of [1, 5, 15, 40]) expect(profile(shape, years)).toEqual(attainment(shape, years))
})

test('a rise is read back from its years, and its ends never cross', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1, max: 10 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: -5, max: 30 }),
      (from, long, to) => {
        const years = 20
        const rise = { from, full: from + long }
        const again = riseOf(rising(rise, years), years)!
        expect(rising(again, years)).toEqual(rising(rise, years))
        for (const end of ['from', 'full'] as const) {
          const next = moved(rise, end, to, years)
          expect(next.from).toBeLessThan(next.full)
          expect(sum(rising(next, years))).toBeGreaterThan(0)
        }
      },
    ),
  )
})

test('the chain is said with its numbers, and what is missing is said too', () => {
  const chain = {
    kind: 'chain' as const,
    population: 1000,
    prevalence: 0.5,
    engagement: 0.4,
    success: 0.4,
    deadweight: 0.375,
  }
  expect(stepsOf(chain)).toEqual({ target: 500, engaged: 200, successes: 80, attributable: 50 })
  expect(chainInWords({ effect: chain, value: { fiscal: 9800, priceYear: '2012-13' } })).toBe(
    'Of 1,000 people, 50% have the problem (500) and 40% of them take part (200). 40% succeed (80), 38% of whom would have anyway: 50 are due to the programme. Each is worth £9,800 a year to public bodies at 2012 to 2013 prices: £490,000 a year at full effect.',
  )
  expect(chainInWords({ effect: { kind: 'chain' } })).toMatch(/still to be given/)
})

test('percentage points and deadweight are two ways of saying one thing', () => {
  const points = {
    kind: 'percentagePoints' as const,
    population: 10,
    prevalence: 1,
    engagement: 1,
    with: 0.4,
    without: 0.15,
  }
  const chain = asKind(points, 'chain')
  expect(chain).toMatchObject({ success: 0.4, deadweight: 0.375 })
  expect(asKind(chain, 'percentagePoints')).toEqual(points)
  expect(stepsOf(chain)!.attributable).toBeCloseTo(stepsOf(points)!.attributable, 9)
})

test('a unit cost brings value, source and the part of each partner it can be told to fall to', () => {
  const cost = loadUnitCosts().find(({ code }) => code === 'E&E1.0')!
  const document = {
    ...EMPTY,
    partners: [
      { id: 'nhs', name: 'NHS' },
      { id: 'dwp', name: 'DWP and the Exchequer' },
    ],
  }
  const made = withUnitCost(document, { id: 'o', name: '', split: [] }, cost, 'Unit Cost Database')
  expect(made).toMatchObject({
    name: 'JSA claimant enters work',
    value: { fiscal: 9800, economic: 14044, priceYear: '2012-13', code: 'E&E1.0' },
    provenance: { status: 'published', source: 'Unit Cost Database, E&E1.0' },
  })
  expect(made.split).toEqual([
    { partner: 'dwp', share: 0.942245, transfer: true },
    { partner: 'nhs', share: 0.0577551 },
  ])
})

test('a split is given to nobody where its agency could be two partners, or none', () => {
  const cost = loadUnitCosts().find(({ code }) => code === 'HE11.9')!
  const two = {
    ...EMPTY,
    partners: [
      { id: 'a', name: 'North Council' },
      { id: 'b', name: 'South Council' },
    ],
  }
  expect(withUnitCost(two, { id: 'o', split: [] }, cost, 'x').split).toEqual([])
  const unsplit = loadUnitCosts().find(({ code }) => code === 'SS10.0')!
  const one = {
    ...EMPTY,
    partners: [
      { id: 'a', name: 'Council' },
      { id: 'b', name: 'NHS' },
    ],
  }
  expect(withUnitCost(one, { id: 'o', split: [] }, unsplit, 'x').split).toEqual([])
})

test('every group but all of them is asked of, once', () => {
  const groups = groupsOf(['a', 'b', 'c']).map((group) => group.join('+'))
  expect(groups).toEqual(['a', 'b', 'c', 'a+b', 'a+c', 'b+c'])
})
