import { describe, expect, test } from '@jest/globals'
import { loadPresets } from '../../server/parameters/presets.ts'
import { loadUnitCosts } from '../../server/parameters/unit-costs.ts'
import { outcome } from '../../server/scenario/sharing/outcome.ts'
import { totals } from '../../server/scenario/sharing/programme.ts'
import {
  cdf,
  type Distribution,
  mean,
  quantile,
  sampler,
  variance,
} from '../../server/scenario/uncertainty/distributions.ts'
import { jointDraws } from '../../server/scenario/uncertainty/draws.ts'
import { seeded } from '../../server/scenario/uncertainty/generator.ts'
import { simulation } from '../../server/scenario/uncertainty/simulate.ts'
import { parameters, presetDocument, read, ruleOf, run } from './setup.ts'

describe('Brighter Futures, cashable, mid', () => {
  const result = run(presetDocument('birmingham-brighter-futures'))
  const nets: Record<string, number[]> = {
    liesWhereItFalls: [8430073.37, 2835170.01, -306455.38, 82651884.98],
    byContribution: [56166403.78, 18722134.59, 14041600.95, 4680533.65],
    byBenefit: [21885828.63, 7313333.83, 3737926.18, 60673584.33],
    equalSplit: [23402668.24, 23402668.24, 23402668.24, 23402668.24],
    shapley: [38500230.64, 13049032.03, 5258726.2, 36802684.11],
    nucleolus: [33388605.96, 19259459.89, 7574001.15, 33388605.96],
    waterfall: [21519143.44, 7191298.58, 3627712.01, 61272518.93],
    freeRideProof: [3551506.19, 10680272.34, 8236123.95, 71142770.49],
  }

  test('the programme', () => {
    expect(result.sharing.npv).toBeCloseTo(93610672.97, 2)
    expect(result.financial.cashable.bcr).toBeCloseTo(3.54765150402, 9)
    expect(result.financial.gross.npv).toBeCloseTo(265002807.47, 2)
    expect(result.financial.cashable.payback.discounted.sustained).toBe(5)
    expect(result.financial.cashable.irr).toBeCloseTo(0.4644956396, 8)
    expect(result.breakEven.benefitsFall).toBeCloseTo(0.718123384197, 9)
    expect(result.sensitivities.map((each) => Math.round(each.npv))).toEqual([
      98097715, 113104069, 130800000, 70383095, 68043698,
    ])
    const rate = result.switching.find((each) => each.id === 'discount-rate')!
    expect(rate).toMatchObject({ value: 0.035, switching: expect.closeTo(0.4644956396, 8), possible: true })
    expect(result.tornado[0]!.id).toBe('exchequer.fiscal')
    expect(result.notices).toEqual([])
  })

  test.each(Object.entries(nets))('%s', (rule, expected) => {
    ruleOf(result, rule as never).nets.forEach((net, i) => {
      expect(net).toBeCloseTo(expected[i]!, 1)
    })
  })

  test('who would leave', () => {
    expect(ruleOf(result, 'liesWhereItFalls').acceptance.betterThanNothing).toEqual([true, true, false, true])
    expect(ruleOf(result, 'equalSplit').acceptance.blocking!.map((each) => each.coalition)).toEqual([
      'Council+NHS+DWP',
    ])
    expect(ruleOf(result, 'freeRideProof').acceptance.betterThanFreeRiding).toEqual([true, true, true, true])
  })

  test('chance: the same seed gives the same draws, and the exact chance of a loss is near', () => {
    const draw = () => {
      const made = simulation(read(presetDocument('birmingham-brighter-futures')), parameters)
      made.more(4000)
      made.more(1e9)
      return made.result()
    }
    expect(draw()).toEqual(draw())
    const { programme, partners, draws } = draw()
    expect(draws).toBe(10000)
    expect(Math.abs(programme.probabilityOfLoss - 0.0186216)).toBeLessThan(0.006)
    expect(Math.abs(programme.mean - 45813993)).toBeLessThan(1_000_000)
    expect(Object.keys(partners)).toEqual(['Council', 'NHS', 'Police', 'DWP'])
  })
})

describe('presets', () => {
  const presets = loadPresets()

  test('are the ten asked for, each readable, with published figures apart and sourced', () => {
    expect(presets).toHaveLength(10)
    for (const preset of presets) {
      expect(run(preset.scenario).sharing.rules.some((rule) => rule.available)).toBe(true)
      expect(preset.published.every((figure) => figure.source.length > 0)).toBe(true)
    }
  })

  test('Troubled Families is marked contested; Sure Start gives its published return', () => {
    expect(presets.find((preset) => preset.id === 'troubled-families')!.contested).toBeTruthy()
    expect(run(presetDocument('sure-start')).economic.bcr).toBeCloseTo(2.05, 1)
  })

  test('a saved benefit payment is in the financial case alone', () => {
    const { economic, financial } = run(presetDocument('worklessness'))
    const jobs = run(presetDocument('worklessness')).outcomes[0]!
    expect(jobs.steps!.attributable).toBeCloseTo(1000, 6)
    expect(economic.pvBenefit / financial.gross.pvBenefit).toBeCloseTo(14610 / 9800, 6)
  })
})

describe('who pays', () => {
  test('a body that ends passes its part to its successor', () => {
    const document = presetDocument('birmingham-brighter-futures')
    Object.assign(document.partners[2], { lastYear: 4, successor: 'Council' })
    const { flows, sharing } = run(document)
    expect(flows.partners.Police!.gross.slice(5)).toEqual(new Array(10).fill(0))
    expect(sharing.npv).toBeCloseTo(93610672.97, 2)
  })

  test('a contribution paid by another moves between them and nowhere else', () => {
    const document = presetDocument('birmingham-brighter-futures')
    document.pot.passedOn = [
      { from: 'DWP', to: 'NHS', share: 0.5 },
      { from: 'NHS', to: 'Police', share: 1 },
    ]
    const { sharing } = run(document)
    const whole = sharing.pvCost.reduce((a, b) => a + b, 0)
    const parts = sharing.pvCost.map((cost) => cost / whole)
    ;[0.6, 0.175, 0, 0.225].forEach((part, i) => {
      expect(parts[i]).toBeCloseTo(part, 9)
    })
    expect(sharing.rules[0]!.available && sharing.rules[0]!.returnPerPound[2]).toBeNull()
    expect(run(document).financial.leakage).toBeGreaterThan(0)
  })

  test('fixed contributions that miss the timing of spending show a shortfall, never a negative balance', () => {
    const document = presetDocument('birmingham-brighter-futures')
    document.pot.contributions = [{ kind: 'amounts', partner: 'Council', amounts: [1e6, 41e6] }]
    const { ledger, notices } = run(document)
    expect(ledger[0]!.shortfall).toBe(5e6)
    expect(Math.min(...ledger.map((year) => year.closing))).toBeGreaterThanOrEqual(0)
    const short = ledger.filter(({ shortfall }) => shortfall > 0.005).map(({ year }) => `year ${year + 1}`)
    expect(short[0]).toBe('year 1')
    expect(notices).toContainEqual({
      code: 'pot-short',
      message: `The pot is short in ${short.length === 1 ? short[0] : `${short.slice(0, -1).join(', ')} and ${short.at(-1)}`} (years counted from 1), and that must be made up.`,
    })
  })

  test('in kind counts where it is asked to, and always in the economic case', () => {
    const document = presetDocument('birmingham-brighter-futures')
    document.investment.push({
      id: 'rooms',
      name: 'Rooms',
      kind: 'inKind',
      amounts: [1e6],
      priceYear: '2009-10',
      optimismBias: { kind: 'none' },
      borneBy: 'NHS',
    })
    const without = run(document)
    document.sharing.countInKind = true
    const counted = run(document)
    expect(without.sharing.npv - counted.sharing.npv).toBeCloseTo(1e6, 3)
    expect(counted.economic.npv).toBeCloseTo(without.economic.npv, 6)
  })

  test('a loss is shared by the rule for losses', () => {
    const document = presetDocument('sure-start')
    document.sharing.lossRule = 'equalSplit'
    const { sharing, notices } = run(document)
    expect(sharing.rule).toBe('equalSplit')
    const told = (basis: string, rule: string) => ({
      code: 'loss',
      message: `The programme loses money, counting ${basis} benefits; the loss is shared by the rule “${rule}”.`,
    })
    expect(notices).toContainEqual(told(sharing.basis, 'Equal split'))
    document.sharing.lossRule = 'asGain'
    document.sharing.rule = 'byContribution'
    expect(run(document).notices).toContainEqual(told(sharing.basis, 'By contribution'))
    document.sharing.lossRule = 'equalSplit'
    expect(ruleOf(run(document), 'equalSplit').nets).toEqual(
      [-1e8, -1e8, -1e8].map((n) => expect.closeTo(n, 3)),
    )
  })
})

test('adopted terms are worked out on the contributions of the partners', () => {
  const document = presetDocument('birmingham-brighter-futures')
  document.pot.terms = [
    { kind: 'section75', overspend: 2e6, caps: { Police: 150000 } },
    { kind: 'payForPerformance', pot: 2.8e6, planned: 0.042, achieved: 0.021 },
    { kind: 'justiceReinvestment', demandCost: 1e7, threshold: 0.05, cap: 0.2, reduction: 0.12 },
    {
      kind: 'troubledFamilies',
      maxPerFamily: 4000,
      families: 1680,
      deadweight: 1 / 6,
      attachmentShareByYear: [0.8],
    },
    { kind: 'outcomesFund', fund: 8e7, topUpShare: 0.2 },
    {
      kind: 'gershon',
      budget: 240,
      excluded: [90, 35],
      rate: 0.025,
      gains: [{ cashable: 1, nonCashable: 3 }],
    },
  ]
  const [section, performance, justice, families, fund, efficiency] = run(document).terms
  expect(section).toMatchObject({
    byPartner: [1305882.35, 435294.12, 150000, 108823.53].map((n) => expect.closeTo(n, 2)),
  })
  expect(performance).toMatchObject({ released: 1.4e6 })
  expect(justice).toMatchObject({ stepped: expect.closeTo(950000, 6), half: expect.closeTo(600000, 6) })
  expect(families).toMatchObject({ maximum: expect.closeTo(5.6e6, 4) })
  expect(fund).toMatchObject({ local: 3.2e8 })
  expect(efficiency).toMatchObject({
    statement: { baseline: 115, meetsTotal: [true], meetsCashable: [false] },
  })
})

describe('distributions', () => {
  const all: Distribution[] = [
    { distribution: 'triangular', min: 0.2, mode: 0.6, max: 1.1 },
    { distribution: 'pert', min: 0.2, mode: 0.6, max: 1.1 },
    { distribution: 'pert', min: 0, mode: 0, max: 1 },
    { distribution: 'uniform', min: -1, max: 3 },
    { distribution: 'normal', mean: 2, sd: 0.5 },
  ]

  test.each(all)('%j: quantile and probability are inverses, and draws have its mean and spread', (d) => {
    for (const u of [0.001, 0.1, 0.5, 0.77, 0.999]) expect(cdf(d, quantile(d, u))).toBeCloseTo(u, 9)
    const sample = sampler(d)
    for (const u of [0.0007, 0.21, 0.5, 0.93]) expect(sample(u)).toBeCloseTo(quantile(d, u), 4)
    const random = seeded(7)
    const draws = Array.from({ length: 40000 }, () => sample(random()))
    const average = draws.reduce((a, b) => a + b, 0) / draws.length
    const spread = draws.reduce((a, b) => a + (b - average) ** 2, 0) / draws.length
    expect(Math.abs(average - mean(d))).toBeLessThan(0.02)
    expect(spread / variance(d)).toBeCloseTo(1, 1)
  })

  test('correlated draws are correlated', () => {
    const next = jointDraws([all[0]!, all[4]!], [{ a: 0, b: 1, correlation: 0.8 }], seeded(11))
    const draws = Array.from({ length: 20000 }, next)
    const centre = (k: number) => draws.map((draw) => draw[k]! - mean([all[0]!, all[4]!][k]!))
    const [a, b] = [centre(0), centre(1)]
    const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0)
    expect(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))).toBeCloseTo(0.79, 1)
  })
})

test('the parts of every unit cost add to it, to the pound, as printed', () => {
  for (const cost of loadUnitCosts()) {
    const parts = cost.split.reduce((sum, part) => sum + part.amount, 0)
    // SS15.3 is printed as 3,368 beside parts that add to 3,370.
    expect(Math.abs(parts - cost.fiscal)).toBeLessThanOrEqual(cost.code === 'SS15.3' ? 2 : 1)
  }
})

test('a partner repaid as it pays has paid back from the first year, though rounding leaves a trace', () => {
  const years = [1000000, 700000, 600000, 300000, 500000]
  const shares = [0.3448275862068966, 0.20689655172413793, 0.1724137931034483, 0.27586206896551724]
  const programme = {
    partners: ['a', 'b', 'c', 'd'],
    cost: shares.map((share) => years.map((amount) => amount * share)),
    benefit: [6.3e6, 4.5e6, 0, 17.1e6].map((all) => [0.5, 1, 1, 1, 1].map((part) => (all * part) / 4.5)),
    factors: [0, 1, 2, 3, 4].map((t) => 1.035 ** -t),
  }
  const repaid = outcome('waterfall', programme, totals(programme))
  expect(repaid.available && repaid.payback.discounted[2]).toEqual({ first: 0, sustained: 0 })
})
