import fc from 'fast-check'
import type { ScenarioInput } from '../../server/scenario/document/schema.ts'

const part = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)
const pounds = fc.integer({ min: 0, max: 5_000_000 })
const YEAR = '2024-25'

/** Shares of a whole that add to one, none of them nothing. */
const sharesOf = (n: number) =>
  fc.array(fc.integer({ min: 1, max: 20 }), { minLength: n, maxLength: n }).map((parts) => {
    const sum = parts.reduce((a, b) => a + b, 0)
    return parts.map((one) => one / sum)
  })

const outcomeOf = (ids: string[], n: number) =>
  fc
    .record({
      shares: sharesOf(ids.length),
      cashable: fc.array(part, { minLength: ids.length, maxLength: ids.length }),
      fiscal: fc.integer({ min: 1, max: 50_000 }),
      population: fc.integer({ min: 0, max: 2000 }),
      success: part,
      deadweight: part,
      ramp: fc.constantFrom('low' as const, 'mid' as const, 'high' as const),
      lag: fc.integer({ min: 0, max: 1 }),
      transfer: fc.boolean(),
    })
    .map((o) => ({
      id: `o${n}`,
      name: `Outcome ${n}`,
      effect: {
        kind: 'chain' as const,
        population: o.population,
        prevalence: 1,
        engagement: 0.5,
        success: o.success,
        deadweight: o.deadweight,
      },
      value: { fiscal: o.fiscal, economic: 10, priceYear: YEAR },
      split: ids.map((partner, i) => ({
        partner,
        share: o.shares[i]!,
        cashable: o.cashable[i]!,
        transfer: o.transfer && i === 0,
      })),
      lag: o.lag,
      ramp: o.ramp,
      optimismBias: { kind: 'share' as const, share: 0.1 },
    }))

/** Scenarios of two to five partners with chains, shares and a coverage model, all of them valid. */
export const randomScenario: fc.Arbitrary<ScenarioInput> = fc.integer({ min: 2, max: 5 }).chain((n) => {
  const ids = Array.from({ length: n }, (_, i) => `p${i}`)
  return fc
    .record({
      horizon: fc.integer({ min: 3, max: 20 }),
      contributions: sharesOf(n),
      coverage: sharesOf(n),
      fixedCostShare: part,
      veto: fc.boolean(),
      amounts: fc.array(pounds, { minLength: 1, maxLength: 3 }),
      outcomes: fc.tuple(outcomeOf(ids, 0), outcomeOf(ids, 1)),
      basis: fc.constantFrom('cashable' as const, 'gross' as const),
      rate: fc.integer({ min: 0, max: 100 }).map((n) => n / 1000),
    })
    .map((s) => ({
      version: 2 as const,
      name: 'Random',
      partners: ids.map((id) => ({ id, name: id })),
      horizon: s.horizon,
      priceBase: YEAR,
      discounting: { rate: s.rate },
      pot: {
        contributions: ids.map((partner, i) => ({
          kind: 'share' as const,
          partner,
          share: s.contributions[i]!,
        })),
      },
      investment: [
        {
          id: 'work',
          name: 'Work',
          kind: 'revenue' as const,
          amounts: s.amounts.map((amount, t) => amount + Number(t === 0)),
          priceYear: YEAR,
          optimismBias: { kind: 'none' as const },
        },
      ],
      outcomes: s.outcomes,
      sharing: { rule: 'byContribution' as const, basis: s.basis },
      coalition: {
        kind: 'coverage' as const,
        coverage: Object.fromEntries(ids.map((id, i) => [id, s.coverage[i]!])),
        fixedCostShare: s.fixedCostShare,
        veto: s.veto ? [ids[0]!] : [],
      },
    }))
})
