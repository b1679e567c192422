import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { DELTA, EPSILON, NORTH, SOUTH } from '../fixtures/five-places.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'

let fixture: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  fixture = await serveFixture()
})
afterAll(() => fixture.close())

const ask = async (address: string) => (await request(fixture.app).get(`/api/v1${address}`).expect(200)).body

describe('/spend', () => {
  test('England, its published total and its coverage', async () => {
    const reply = await ask('/spend')
    expect(reply).toMatchObject({
      rows: 1,
      data: { amount: [5146], recorded: [2455], lines: [20] },
      total: 5146,
      population: 11_000,
      eliminated: 50,
      control: { published: 5126, difference: 20, status: 'bridged' },
      question: 'What is spent in England in 2017-18, cash?',
    })
    expect(reply.coverage.recorded).toBeCloseTo(2455 / 5146, 12)
    expect(reply.coverage.missing).toHaveLength(3)
  })

  test('regions and divisions have their own published totals; narrower questions none', async () => {
    expect((await ask(`/spend?places=${NORTH}`)).control).toMatchObject({ published: 2730, status: 'equal' })
    expect((await ask(`/spend?places=${SOUTH}`)).control).toMatchObject({ difference: -9, unexplained: -9 })
    expect((await ask('/spend?division=09')).control).toMatchObject({ published: 900 })
    for (const question of [
      `places=${DELTA}`,
      'scope=-schools',
      'year=2016-17',
      `places=${NORTH}&division=09`,
    ])
      expect((await ask(`/spend?${question}`)).control).toBeNull()
  })

  test('overlapping places count once', async () => {
    const { total, population } = await ask(`/spend?places=${SOUTH},set:coast,${EPSILON}`)
    expect(total).toBe(599 + 814 + 978 + 1000)
    expect(population).toBe(7000)
  })

  test('per head divides by the people of the row, unrounded, and is missing where they are', async () => {
    const { data } = await ask('/spend?by=place,year&year=2016-17,2017-18&per=head')
    const rows = data.place.map((place: string, row: number) => [place, data.year[row], data.amount[row]])
    expect(rows).toContainEqual([DELTA, '2016-17', 300 / 1500])
    expect(rows).toContainEqual([DELTA, '2017-18', 814 / 2000])
    expect(rows).toContainEqual(['not-placed', '2017-18', null])
    expect((await ask('/spend?per=head&year=2016-17')).data.amount).toEqual([null])
  })

  test('an agency that made no return has no figure; one that spends nothing has nought', async () => {
    expect(await ask('/spend?agency=epsilon')).toMatchObject({
      total: null,
      data: { amount: [null], lines: [0] },
    })
    expect(await ask(`/spend?agency=alpha&places=${DELTA}`)).toMatchObject({
      total: 0,
      data: { amount: [0] },
    })
  })

  test('shares are not given where a part is negative', async () => {
    const { coverage } = await ask('/spend?function=04.5&agency=betashire')
    expect(coverage).toMatchObject({ recorded: null, grades: { A: null } })
  })

  test('only the returns a question would hold are missing from it', async () => {
    const whats = async (question: string) =>
      (await ask(`/spend?${question}`)).coverage.missing.map((one: { what: string }) => one.what)
    expect(await whats('scope=-capital')).toEqual(['revenue', 'revenue'])
    expect(await whats('economic=capital')).toEqual(['capital'])
    expect(await whats(`places=${DELTA}`)).toEqual([])
  })
})

describe('/control', () => {
  test('every definition from the same classes', async () => {
    const { definitions } = await ask('/control')
    expect(definitions.map(({ id, numerator, denominator }: never) => [id, numerator, denominator])).toEqual([
      ['councillors', 340, 5146],
      ['locally-held', 2430, 5146],
      ['local-bodies', 3430, 5146],
      ['can-be-pooled', 3455, 5146],
    ])
  })

  test('any set of classes is a definition, with breaks of its own, whatever the scope', async () => {
    const custom = await ask('/control?definition=classes:4,1,1')
    expect(custom.definition).toMatchObject({ id: 'classes:1,4', classes: [1, 4] })
    expect(custom.data.numerator).toEqual(
      [200, 0, 0, 50, 90, 0].map((own, i) => own + [300, 0, 0, 0, 700, 0][i]!),
    )
    const named = await ask('/control?definition=classes:1')
    const { breaks } = await ask('/count')
    expect(named.breaks).toEqual(breaks['2017-18'].councillors)
    expect((await ask('/control?definition=councillors&scope=-capital')).breaks).toEqual(named.breaks)
  })

  test('a row a place, and what no place holds', async () => {
    const { data } = await ask('/control?definition=councillors')
    expect(data.place_name).toEqual(['Alpha', 'Gamma', 'Epsilon', 'Delta', 'Betashire', 'Not placed'])
    expect(data.numerator).toEqual([200, 0, 0, 50, 90, 0])
    expect(data.denominator).toEqual([1000, 599, 978, 814, 1730, 25])
    expect(data.share[0]).toBe(0.2)
    expect(data.missing).toEqual([0, 0, 2, 0, 1, 0])
  })

  test('a place with no line has no figure', async () => {
    const { data } = await ask(`/control?year=2016-17&places=${EPSILON}`)
    expect(data).toMatchObject({ numerator: [null], denominator: [null], share: [null], class_1: [null] })
  })

  test('together is the sum of the places', async () => {
    const { data, rows } = await ask(`/control?places=set:coast&together=true`)
    expect(rows).toBe(1)
    expect(data).toMatchObject({ numerator: [1000], denominator: [1978], class_6: [333], missing: [2] })
  })
})

describe('/lines', () => {
  test('pages lead on to the last', async () => {
    const seen: string[] = []
    let next: string | null = `/api/v1/lines?scope=-grade-d&limit=5&order=line`
    while (next) {
      const { body }: request.Response = await request(fixture.app).get(next).expect(200)
      seen.push(...body.data.line)
      expect(body).toMatchObject({ matched: 17, total: 5056 })
      next = body.next
    }
    expect(new Set(seen).size).toBe(17)
  })

  test('transfers are kept, apart', async () => {
    expect(await ask('/lines?flow=transfers')).toMatchObject({
      matched: 1,
      total: 50,
      data: { line: ['l16'] },
    })
  })
})

describe('/count', () => {
  test('names the deflator, its vintage, its base years and which of them are forecasts', async () => {
    const { deflator } = await ask('/count')
    const { deflation } = fixture
    const { title, publisher, published } = deflation
    expect(deflator).toMatchObject({ title, publisher, published })
    expect(deflator.years).toEqual(Object.keys(deflation.deflator.index).sort())
    expect(deflator.forecast_from).toBe(deflation.deflator.forecastFrom)
    const base = deflator.years.at(-1)
    const { deflation: used } = await ask(`/spend?prices=real:${base}`)
    expect(used).toMatchObject({ base, published, forecast: base >= deflator.forecast_from })
  })

  test('what the sums of the bridge leave unexplained, and breaks for the map', async () => {
    const { unexplained, breaks, latest, count } = await ask('/count')
    expect(unexplained).toEqual({ net: -5, gross: 13 })
    expect(latest).toBe('2017-18')
    expect(count).toMatchObject({ id: 'five-places', compiled: '2026-01-01' })
    expect(breaks['2017-18'].total).toEqual([814, 978, 1000, 1730].sort((a, b) => a - b))
    expect(Object.keys(breaks['2017-18'])).toEqual([
      'total',
      'head',
      'councillors',
      'locally-held',
      'local-bodies',
      'can-be-pooled',
    ])
  })
})

describe('/places and /outlines', () => {
  test('tiers and sets; a region has the people of its members', async () => {
    const { data } = await ask('/places?tier=region')
    expect(data).toMatchObject({ name: ['North', 'South'], persons: [5000, 6000], aliases: [null, null] })
    expect((await ask('/places?tier=set:coast')).data.name).toEqual(['Alpha', 'Epsilon'])
  })

  test('outlines carry only the arcs of their tier', async () => {
    const region = await ask('/outlines/region')
    expect(Object.keys(region.objects)).toEqual(['region'])
    expect(region.arcs).toEqual([
      [
        [1, 1],
        [2, 0],
      ],
      [
        [0, 0],
        [1, 1],
      ],
    ])
    expect(region.objects.region.geometries[0].arcs).toEqual([[~0, 1]])
  })
})
