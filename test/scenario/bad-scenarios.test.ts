import { describe, expect, test } from '@jest/globals'
import { readScenario } from '../../server/scenario/document/read.ts'
import { parameters, presetDocument, read, run } from './setup.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests break documents in every way
type Broken = any

const good = () => presetDocument('birmingham-brighter-futures')
const faultsOf = (document: unknown) => {
  const found = readScenario(document, parameters)
  return 'faults' in found ? found.faults : []
}

/** Paths of the faults that a change to a good document brings. */
function where(change: (document: Broken) => void): string[] {
  const document = good()
  change(document)
  return faultsOf(document).map((fault) => fault.where)
}

const chain = (document: Broken, effect: object) => {
  document.outcomes[0].effect = {
    kind: 'chain',
    population: 100,
    prevalence: 1,
    engagement: 1,
    success: 1,
    deadweight: 0,
    ...effect,
  }
}
const contribute = (document: Broken, ...parts: object[]) => {
  document.pot.contributions = parts
}
const shares = (...parts: number[]) =>
  parts.map((share, i) => ({ kind: 'share', partner: ['Council', 'NHS', 'Police', 'DWP'][i], share }))
const line = (partner: string, id: string, amount: number, amounts: number[]) => ({
  kind: 'line',
  partner,
  line: { id, amount },
  amounts,
})

describe('a scenario is refused by path', () => {
  const cases: [string, string, (document: Broken) => void][] = [
    [
      'a version nobody wrote',
      'version',
      (d) => {
        d.version = 99
      },
    ],
    [
      'no version',
      'version',
      (d) => {
        delete d.version
      },
    ],
    [
      'a key that does not belong',
      'admin',
      (d) => {
        d.admin = true
      },
    ],
    ['shares above one', 'pot.contributions', (d) => contribute(d, ...shares(0.6, 0.6))],
    ['shares all nothing', 'pot.contributions', (d) => contribute(d, ...shares(0, 0))],
    ['a negative share', 'pot.contributions.1.share', (d) => contribute(d, ...shares(1.2, -0.2))],
    [
      'a split that does not add up',
      'outcomes.0.split',
      (d) => {
        d.outcomes[0].split[0].share = 0.5
      },
    ],
    [
      'a beneficiary who is no partner',
      'outcomes.0.split.0.partner',
      (d) => {
        d.outcomes[0].split[0].partner = 'Fire'
      },
    ],
    [
      'a contributor who is no partner',
      'pot.contributions.0.partner',
      (d) => {
        d.pot.contributions[0].partner = 'Fire'
      },
    ],
    [
      'a partner twice',
      'partners.1.id',
      (d) => {
        d.partners[1].id = 'Council'
      },
    ],
    [
      'a partner with two shares',
      'pot.contributions.1.partner',
      (d) => {
        d.pot.contributions[1].partner = 'Council'
      },
    ],
    [
      'a body abolished midway with no successor',
      'partners.1.successor',
      (d) => {
        d.partners[1].lastYear = 4
      },
    ],
    [
      'bodies that succeed each other',
      'partners.1.successor',
      (d) => {
        Object.assign(d.partners[1], { lastYear: 4, successor: 'Police' })
        Object.assign(d.partners[2], { lastYear: 4, successor: 'NHS' })
      },
    ],
    [
      'a pot larger than its line',
      'pot.contributions.0.amounts',
      (d) => contribute(d, line('Council', 'early years', 10, [11])),
    ],
    [
      'a line twice in the pot',
      'pot.contributions.1.line.id',
      (d) => contribute(d, line('Council', 'early years', 10, [5]), line('NHS', 'early years', 10, [5])),
    ],
    [
      'a line in two pots',
      'pot.contributions.0.amounts',
      (d) => {
        contribute(d, line('Council', 'early years', 10, [6]))
        d.pot.otherClaims = [{ line: 'early years', pot: 'another', amount: 6 }]
      },
    ],
    [
      'contributions that come to nothing',
      'pot.contributions',
      (d) => contribute(d, { kind: 'amounts', partner: 'NHS', amounts: [0] }),
    ],
    [
      'partners paying for each other in a circle',
      'pot.passedOn.0',
      (d) => {
        d.pot.passedOn = [
          { from: 'Council', to: 'NHS', share: 0.1 },
          { from: 'NHS', to: 'Council', share: 0.1 },
        ]
      },
    ],
    [
      'a partner paying for itself',
      'pot.passedOn.0',
      (d) => {
        d.pot.passedOn = [{ from: 'NHS', to: 'NHS', share: 0.1 }]
      },
    ],
    [
      'a discount rate of -100%',
      'discounting.rate',
      (d) => {
        d.discounting = { rate: -1 }
      },
    ],
    [
      'a schedule nobody has',
      'discounting.schedule',
      (d) => {
        d.discounting = { schedule: 'constructor' }
      },
    ],
    [
      'no horizon',
      'horizon',
      (d) => {
        d.horizon = 0
      },
    ],
    [
      'a horizon of years and a half',
      'horizon',
      (d) => {
        d.horizon = 14.5
      },
    ],
    [
      'money beyond the horizon',
      'investment.0.amounts',
      (d) => {
        d.horizon = 10
      },
    ],
    [
      'a lag beyond the horizon',
      'outcomes.0.lag',
      (d) => {
        d.outcomes[0].lag = 15
      },
    ],
    ['deadweight above one', 'outcomes.0.effect.deadweight', (d) => chain(d, { deadweight: 1.1 })],
    ['success below nothing', 'outcomes.0.effect.success', (d) => chain(d, { success: -0.1 })],
    [
      'optimism above one',
      'outcomes.0.optimismBias.share',
      (d) => {
        d.outcomes[0].optimismBias = { kind: 'share', share: 2 }
      },
    ],
    ['people in parts', 'outcomes.0.effect.population', (d) => chain(d, { population: 10.5 })],
    [
      'a rate without above the rate with',
      'outcomes.0.effect.without',
      (d) => {
        d.outcomes[0].effect = {
          kind: 'percentagePoints',
          population: 1,
          prevalence: 1,
          engagement: 1,
          with: 0.1,
          without: 0.2,
        }
      },
    ],
    [
      'a lowest value above the highest',
      'uncertainty.variables.0.min',
      (d) => {
        d.uncertainty.variables[0].min = 2
      },
    ],
    [
      'a likeliest value outside',
      'uncertainty.variables.0.mode',
      (d) => {
        d.uncertainty.variables[0].mode = 1.5
      },
    ],
    [
      'a low range above the high',
      'ranges.0.low',
      (d) => {
        d.ranges = [{ outcome: 'council', parameter: 'fiscal', low: 2, high: 1 }]
      },
    ],
    [
      'a price year that is not one',
      'investment.0.priceYear',
      (d) => {
        d.investment[0].priceYear = '2009'
      },
    ],
    [
      'a price year left out',
      'investment.0.priceYear',
      (d) => {
        delete d.investment[0].priceYear
      },
    ],
    [
      'a price year before the series',
      'outcomes.0.value.priceYear',
      (d) => {
        d.outcomes[0].value.priceYear = '1901-02'
      },
    ],
    [
      'a series nobody has',
      'deflator',
      (d) => {
        d.deflator = 'shells'
      },
    ],
    [
      'a project type nobody has',
      'investment.0.optimismBias.mix.0.type',
      (d) => {
        d.investment[0].optimismBias = {
          kind: 'project',
          mix: [{ type: 'moon base', share: 1 }],
          mitigation: 0,
        }
      },
    ],
    [
      'coverage that does not add up',
      'coalition.coverage',
      (d) => {
        d.coalition.coverage.DWP = 0.5
      },
    ],
    [
      'a veto for a stranger',
      'coalition.veto.0',
      (d) => {
        d.coalition.veto = ['Fire']
      },
    ],
    [
      'a coalition left out',
      'coalition.values.NHS',
      (d) => {
        d.coalition = { kind: 'values', values: { Council: 1 } }
      },
    ],
    [
      'correlations that contradict',
      'uncertainty.correlations',
      (d) => {
        d.uncertainty.variables = ['council', 'nhs', 'police'].map((outcome) => ({
          id: outcome,
          of: { outcome },
          distribution: 'uniform',
          min: 0,
          max: 1,
        }))
        d.uncertainty.correlations = [
          { a: 'council', b: 'nhs', correlation: 0.9 },
          { a: 'nhs', b: 'police', correlation: 0.9 },
          { a: 'council', b: 'police', correlation: -0.9 },
        ]
      },
    ],
    [
      'not a number',
      'investment.0.amounts.0',
      (d) => {
        d.investment[0].amounts[0] = Number.NaN
      },
    ],
    [
      'more money than there is',
      'investment.0.amounts.0',
      (d) => {
        d.investment[0].amounts[0] = 1e300
      },
    ],
    [
      'more money than there is once people are counted',
      'outcomes.0.value.fiscal',
      (d) => chain(d, { population: 1e8 }),
    ],
    [
      'one form of a union, wrong within',
      'discounting.rate',
      (d) => {
        d.discounting = { rate: 'low' }
      },
    ],
    [
      'a word every object has for a name',
      'partners.0.id',
      (d) => {
        d.partners[0].id = 'hasOwnProperty'
      },
    ],
    [
      'a reserved word for a name',
      'partners.0.id',
      (d) => {
        d.partners[0].id = 'constructor'
      },
    ],
  ]

  test.each(cases)('%s', (_, path, change) => {
    expect(where(change)).toContain(path)
  })

  test.each([null, 7, 'text', [], {}, { version: 2 }, JSON.parse('{"version":2,"__proto__":{"x":1}}')])(
    'what is no scenario at all: %j',
    (document) => {
      expect(faultsOf(document).length).toBeGreaterThan(0)
    },
  )

  test('every fault at once, those of form beside those of sense', () => {
    const found = where((d) => {
      d.horizon = 0
      d.partners[1].id = 'Council'
      d.outcomes[2].split[0].share = 0.4
      d.outcomes[3].value.priceYear = 'then'
      contribute(d, ...shares(0.9))
    })
    for (const path of [
      'horizon',
      'partners.1.id',
      'outcomes.2.split',
      'outcomes.3.value.priceYear',
      'pot.contributions',
    ])
      expect(found).toContain(path)
  })
})

describe('a scenario that is odd but sound is worked out', () => {
  test('thirds written to four places', () => {
    const document = good()
    document.pot.contributions = shares(0.3333, 0.3333, 0.3333)
    const { nets } = run(document).sharing.rules.flatMap((rule) => (rule.available ? [rule] : []))[1]!
    expect(nets.reduce((a, b) => a + b, 0)).toBeCloseTo(run(document).sharing.npv, 5)
  })

  test('no cost: no ratio, and a notice that says so', () => {
    const document = good()
    document.investment[0].amounts = [0]
    const result = run(document)
    expect(result.financial.cashable.bcr).toBeNull()
    expect(result.notices.map((notice) => notice.code)).toContain('no-cost')
    expect(result.sharing.rules.find((rule) => rule.rule === 'byContribution')!.available).toBe(false)
  })

  test('no benefit, negative benefit, nobody in scope', () => {
    const document = good()
    for (const outcome of document.outcomes) outcome.value.fiscal = 0
    expect(run(document).notices.map((notice) => notice.code)).toEqual(['no-benefit', 'loss'])
    for (const outcome of document.outcomes) outcome.value.fiscal = -1e6
    expect(run(document).notices.map((notice) => notice.code)).toEqual(['harm', 'loss'])
    chain(document, { population: 0 })
    expect(run(document).notices.map((notice) => notice.code)).toContain('nobody')
  })

  test.each([
    [{ rate: 0 }, 1],
    [{ rate: 0.5 }, 100],
    [{ rate: -0.5 }, 15],
    [{ schedule: 'standard' }, 200],
  ])('discounting %j over %d years', (discounting, horizon) => {
    const document = good()
    Object.assign(document, { discounting, horizon })
    document.investment[0].amounts = [1e6]
    const { sharing } = run(document)
    expect(Number.isFinite(sharing.npv)).toBe(true)
    for (const rule of sharing.rules) if (rule.available) expect(rule.nets.every(Number.isFinite)).toBe(true)
  })

  test('transfers that nobody could pay: the rule is refused and the rest is worked out', () => {
    const document = good()
    Object.assign(document, { discounting: { rate: -0.5 }, horizon: 200 })
    document.outcomes[1].value.fiscal = -1e12
    const { rules } = run(document).sharing
    expect(rules.find((rule) => rule.rule === 'liesWhereItFalls')!.available).toBe(true)
    expect(rules.find((rule) => rule.rule === 'equalSplit')).toMatchObject({
      available: false,
      reason: expect.stringContaining('beyond any public budget'),
    })
  })

  test('prices of other years are rebased and never just added', () => {
    const document = good()
    const before = run(document).sharing.npv
    document.priceBase = '2024-25'
    expect(run(document).sharing.npv / before).toBeCloseTo(100 / 67.7042, 6)
  })

  test('a document of version 1 is brought forward', () => {
    const document = good()
    const { pot, discounting, ...rest } = document
    const old = {
      ...rest,
      version: 1,
      discountRate: 0.035,
      contributionShares: { Council: 0.6, NHS: 0.2, Police: 0.15, DWP: 0.05 },
    }
    expect(discounting).toEqual({ schedule: 'standard' })
    expect(pot.contributions).toHaveLength(4)
    expect(run(old).sharing.npv).toBeCloseTo(run(document).sharing.npv, 4)
    expect(read(old).version).toBe(2)
  })
})
