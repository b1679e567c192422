import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ScenarioInput } from '../../server/scenario/document/schema.ts'
import { randomScenario } from './random.ts'
import { available, run } from './setup.ts'

const check = (property: (scenario: ScenarioInput) => void, numRuns = 60) =>
  fc.assert(fc.property(randomScenario, property), { numRuns })

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const near = (a: number, b: number, scale: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-6 + 1e-9 * Math.abs(scale))

describe('over random scenarios', () => {
  test('settlements add to nothing in every year, exactly, and are within a penny of the transfer', () => {
    check((scenario) => {
      for (const rule of available(run(scenario)))
        for (let t = 0; t < scenario.horizon; t += 1) {
          expect(sum(rule.settlement.map((row) => row[t]!))).toBe(0)
          rule.settlement.forEach((row, i) => {
            expect(Math.abs(row[t]! - rule.transfers[i]![t]! * 100)).toBeLessThanOrEqual(1.0001)
          })
        }
    })
  })

  test('the nets of every rule add to the net present value, and follow from its flows', () => {
    check((scenario) => {
      const result = run(scenario)
      const { npv } = result.sharing
      for (const { nets, netFlow } of available(result)) {
        expect(Math.abs(sum(nets) - npv)).toBeLessThanOrEqual(1e-6)
        nets.forEach((net, i) => {
          near(sum(netFlow[i]!.map((amount, t) => amount * result.factors[t]!)), net, npv)
        })
      }
    })
  })

  test('scaling all money scales every unrounded result', () => {
    check((scenario) => {
      const scaled = structuredClone(scenario)
      const by = 7
      for (const item of scaled.investment) item.amounts = item.amounts.map((amount) => amount * by)
      for (const outcome of scaled.outcomes) {
        outcome.value.fiscal *= by
        outcome.value.economic! *= by
      }
      const [one, other] = [run(scenario), run(scaled)]
      const scale = by * Math.max(one.financial.gross.pvBenefit, one.financial.gross.pvCost)
      near(other.sharing.npv, by * one.sharing.npv, scale)
      near(other.economic.npv, by * one.economic.npv, scale)
      const [nets, scaledNets] = [available(one), available(other)]
      expect(scaledNets.map((rule) => rule.rule)).toEqual(nets.map((rule) => rule.rule))
      nets.forEach((rule, r) => {
        rule.nets.forEach((net, i) => {
          near(scaledNets[r]!.nets[i]!, by * net, scale)
        })
      })
    })
  })

  test('a partner with no contribution and no benefit changes nothing', () => {
    check((scenario) => {
      const joined = structuredClone(scenario)
      joined.partners.push({ id: 'idle', name: 'Idle' })
      const [before, after] = [run(scenario), run(joined)]
      near(after.sharing.npv, before.sharing.npv, before.sharing.npv)
      const scale = Math.max(before.financial.gross.pvBenefit, before.financial.gross.pvCost)
      for (const rule of available(before)) {
        if (rule.rule === 'equalSplit' || rule.rule === 'freeRideProof') continue
        const again = available(after).find((each) => each.rule === rule.rule)!
        rule.nets.forEach((net, i) => {
          near(again.nets[i]!, net, scale)
        })
        near(again.nets.at(-1)!, 0, scale)
      }
    })
  })

  test('what can be cashed never exceeds what is counted gross', () => {
    check((scenario) => {
      const { flows } = run(scenario)
      for (const partner of Object.values(flows.partners))
        partner.cashable.forEach((amount, t) => {
          expect(amount).toBeLessThanOrEqual(partner.gross[t]! + 1e-9)
        })
    })
  })

  test('partners in another order get the same, to the penny', () => {
    check((scenario) => {
      const turned = structuredClone(scenario)
      turned.partners.reverse()
      turned.pot.contributions.reverse()
      for (const outcome of turned.outcomes) outcome.split.reverse()
      const [one, other] = [run(scenario), run(turned)]
      const n = scenario.partners.length
      const scale = Math.max(one.financial.gross.pvBenefit, one.financial.gross.pvCost)
      const rules = available(other)
      for (const rule of available(one)) {
        const again = rules.find((each) => each.rule === rule.rule)!
        rule.nets.forEach((net, i) => {
          near(again.nets[n - 1 - i]!, net, scale)
        })
        expect(again.settlement).toEqual(rule.settlement.toReversed())
      }
    })
  })

  test('the pot is never below nothing and its books balance', () => {
    check((scenario) => {
      for (const year of run(scenario).ledger) {
        expect(year.closing).toBeGreaterThanOrEqual(0)
        const money =
          year.opening + year.fixedContributions + year.calledContributions + year.receipts + year.recycled
        near(money + year.shortfall - year.spend, year.closing, money)
      }
    })
  })
})
