import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import request from 'supertest'
import type { ControlReply, DevolutionReply, LinesReply, SpendReply } from '../../server/api/contract.ts'
import { type ClassRule, readRules, TESTS, writeRules } from '../../server/count/classing.ts'
import { BETASHIRE, DELTA, EPSILON } from '../fixtures/five-places.ts'
import { references } from '../fixtures/references.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'

let fixture: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  fixture = await serveFixture()
})
afterAll(() => fixture.close())

const get = async <T>(path: string, query: Record<string, string> = {}): Promise<T> => {
  const { status, body } = await request(fixture.app).get(`/api/v1${path}?${new URLSearchParams(query)}`)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body
}
const add = (amounts: readonly unknown[]) =>
  amounts.reduce<number>((all, amount) => all + ((amount as number | null) ?? 0), 0)

const VALUES = {
  rule: references.control_rule.map(({ id }) => id as string),
  sector: references.sector.map(({ id }) => id as string),
  agency: references.agency.map(({ id }) => id as string),
  function: references.function.map(({ code }) => code as string),
  economic: ['capital', 'current', 'transfer_to_people'],
  finance: ['own', 'grant', 'mixed'],
  class: ['1', '2', '3', '4', '5', '6', '7'],
}
const rule: fc.Arbitrary<ClassRule> = fc.record({
  tests: fc
    .uniqueArray(fc.constantFrom(...TESTS), { minLength: 1, maxLength: 3 })
    .chain((tests) =>
      fc.tuple(
        ...tests.map((one) =>
          fc.subarray(VALUES[one], { minLength: 1 }).map((values) => [one, [...values].sort()] as const),
        ),
      ),
    )
    .map((entries) => Object.fromEntries(entries)),
  class: fc.integer({ min: 1, max: 7 }),
})
const rules = fc.array(rule, { maxLength: 4 })

describe("the reader's own rules", () => {
  test('survive being written', () => {
    fc.assert(fc.property(rules, (some) => expect(readRules(writeRules(some))).toEqual(some)))
  })

  test('that are no rules are refused, each for itself', () => {
    for (const text of [
      'rule',
      'rule:a',
      'rule:a>8',
      'rule:a>1>2',
      'kind:3>1',
      'class:9>1',
      'rule:a,rule:b>1',
      'rule:a|>1',
      ';',
      Array(41).fill('rule:a>1').join(';'),
    ])
      expect(readRules(text)).toBeNull()
    expect(readRules('')).toEqual([])
  })

  test('class lines anew: the first that fits, and the rest as counted', async () => {
    const rules = 'function:09.1,sector:council>1;rule:council-duty>3;agency:nhs>2'
    const { data } = await get<SpendReply>('/spend', { by: 'class', rules })
    expect(Object.fromEntries(data.class!.map((one, row) => [one, data.amount![row]]))).toEqual({
      1: 340 + 900,
      2: 40 + 1000,
      3: 900 + 250,
      5: 25,
      6: 1001,
      7: 690,
    })
  })

  test('move the share, the door on a class, and the name of the definition', async () => {
    const asked = { rules: 'function:09.1>1', definition: 'councillors', places: DELTA }
    const control = await get<ControlReply>('/control', asked)
    expect(control.definition).toMatchObject({
      name: 'Councillors decide, with rules changed',
      rules: asked.rules,
    })
    expect(control.data).toMatchObject({ numerator: [450], denominator: [814], class_1: [450], class_2: [0] })
    const lines = await get<LinesReply>('/lines', { rules: asked.rules, places: DELTA, class: '1' })
    expect(lines).toMatchObject({ total: 450, matched: 2 })
    expect(lines.data).toMatchObject({
      class: [1, 1],
      classed_anew: [true, false],
      control_rule: ['council-duty', 'council'],
    })
    expect((await get<ControlReply>('/control', { ...asked, named: 'Ours' })).definition.name).toBe('Ours')
  })

  test('that name what the count does not hold are refused by name', async () => {
    const { status, body } = await request(fixture.app).get('/api/v1/control?rules=agency:ministry>1')
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([
      { where: 'query.rules', message: expect.stringContaining("agency 'ministry'") },
    ])
  })
})

describe('/devolution', () => {
  test('un-ring-fencing schools, worked out by hand', async () => {
    const asked = { moves: 'function:09.1>1', definition: 'councillors' }
    const reply = await get<DevolutionReply>('/devolution', asked)
    expect(reply.together).toEqual({
      denominator: 5146,
      numerator_before: 340,
      numerator_after: 1240,
      share_before: 340 / 5146,
      share_after: 1240 / 5146,
      share_change: 1240 / 5146 - 340 / 5146,
      moved: 900,
      into_local: 900,
      out_of_local: 0,
    })
    expect(reply.between).toEqual([{ from: 2, to: 1, amount: 900 }])
    const row = reply.data.place!.indexOf(DELTA)
    expect([reply.data.numerator_before![row], reply.data.numerator_after![row]]).toEqual([50, 450])
    const held = await get<DevolutionReply>('/devolution', { ...asked, definition: 'locally-held' })
    expect(held.together).toMatchObject({ moved: 900, into_local: 0, share_change: 0 })
  })

  test("reads a move's class after the rules of the definition", async () => {
    const asked = { rules: 'rule:council>4', moves: 'class:4>3', definition: 'councillors' }
    const reply = await get<DevolutionReply>('/devolution', asked)
    expect(reply.between).toEqual([{ from: 4, to: 3, amount: 340 + 1000 }])
    expect(reply.together).toMatchObject({ numerator_before: 0, numerator_after: 0, share_before: 0 })
  })

  test('conserves every pound of every place, whatever the rules and moves', async () => {
    const whole = await get<SpendReply>('/spend', { by: 'place' })
    const totals = new Map(whole.data.place!.map((place, row) => [place, whole.data.amount![row]]))
    const property = fc.asyncProperty(rules, rules, async (before, moves) => {
      const asked = { rules: writeRules(before), moves: writeRules(moves), definition: 'locally-held' }
      const { data, together, between } = await get<DevolutionReply>('/devolution', asked)
      const after = await get<ControlReply>('/control', { definition: 'locally-held', rules: asked.rules })
      expect(data.place).toEqual(expect.arrayContaining([...totals.keys()]))
      for (const [row, place] of data.place!.entries()) {
        const figure = (name: string) => data[name]![row] as number
        expect(figure('denominator')).toBe(totals.get(place))
        expect(figure('numerator_after')).toBe(
          figure('numerator_before') + figure('into_local') - figure('out_of_local'),
        )
        expect(figure('numerator_before')).toBe(after.data.numerator![after.data.place!.indexOf(place)])
      }
      expect(together!.denominator).toBe(5146)
      expect(together!.moved).toBe(add(between.map(({ amount }) => amount)))
      expect(add(data.moved!)).toBe(together!.moved)
    })
    await fc.assert(property, { numRuns: 40 })
  }, 60_000)

  test('has nothing to say of a place without lines, and needs to be told the moves', async () => {
    const empty = await get<DevolutionReply>('/devolution', {
      moves: 'class:7>1',
      places: EPSILON,
      scope: '-benefits,-capital,-grade-d',
    })
    expect(empty.data).toMatchObject({ denominator: [null], share_before: [null], share_change: [null] })
    expect(empty.together).toBeNull()
    const { body } = await request(fixture.app).get('/api/v1/devolution').expect(400)
    expect(body.errors).toEqual([{ where: 'query.moves', message: 'is missing: this question needs it' }])
  })
})

test('/chain: each pound one way, and the transfers told', async () => {
  const reply = await get<SpendReply & { total: number }>('/chain')
  expect(reply).toMatchObject({ total: 5146, eliminated: 50 })
  const along = (stage: string) => {
    const sums: Record<string, number> = {}
    for (const [row, key] of (reply.data[stage] as string[]).entries())
      sums[key] = (sums[key] ?? 0) + ((reply.data.amount![row] as number | null) ?? 0)
    return sums
  }
  expect(along('decides')).toEqual({
    duty: 500 + 900 + 250 + 400,
    elected_local: 120 + 80 + 150 + 40 - 60 + 50,
    local_board: 1000,
    national: 600 + 90 + 25,
    statute: 1001,
  })
  expect(along('holds')).toEqual({ elected_local: 2430, local_board: 1000, national: 1716 })
  expect(along('sector')).toEqual({ central: 1716, council: 2430, nhs: 1000 })
  const one = await get<SpendReply>('/chain', { places: BETASHIRE })
  expect(add(one.data.amount!)).toBe(1730)
})
