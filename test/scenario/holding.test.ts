import { expect, test } from '@jest/globals'
import { acceptance } from '../../server/scenario/sharing/acceptance.ts'
import { contextFor } from '../../server/scenario/sharing/context.ts'
import type { Totals } from '../../server/scenario/sharing/programme.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { presetDocument, read, run } from './setup.ts'

const values = (v: Record<string, number>, freeRiding?: Record<string, number>) => {
  const document = presetDocument('birmingham-brighter-futures')
  document.coalition = { kind: 'values', values: v, ...(freeRiding ? { freeRiding } : {}) }
  return document
}
const three = (pairs: number, freeRiding?: Record<string, number>) => {
  const document = values({ a: 0, b: 0, c: 0, 'a+b': pairs, 'a+c': pairs, 'b+c': pairs }, freeRiding)
  document.partners = ['a', 'b', 'c'].map((id) => ({ id, name: id }))
  document.pot.contributions = [{ kind: 'share', partner: 'a', share: 1 }]
  for (const outcome of document.outcomes) outcome.split[0].partner = 'b'
  return document
}

test('the split that holds best passes every test, with as much to spare on each partner as can be', () => {
  const document = presetDocument('birmingham-brighter-futures')
  const { sharing } = run(document)
  const { exists, nets, spare, why } = sharing.holding!
  expect({ exists, why }).toEqual({ exists: true, why: null })
  expect(nets!.reduce((a, b) => a + b, 0)).toBeCloseTo(sharing.npv, 3)
  const totals: Totals = {
    pvCost: sharing.pvCost,
    pvBenefit: sharing.pvBenefit,
    cost: sharing.pvCost.reduce((a, b) => a + b, 0),
    benefit: sharing.pvBenefit.reduce((a, b) => a + b, 0),
    npv: sharing.npv,
    costByYear: [],
    benefitByYear: [],
  }
  const tests = acceptance(nets!, totals, contextFor(read(document), totals, yalps))
  expect(tests.betterThanNothing).not.toContain(false)
  expect(tests.betterThanFreeRiding).not.toContain(false)
  expect(tests.blocking).toEqual([])
  // Each has at least its free-riding payoff, so none can be spared more than an equal part of what is left.
  const left = sharing.npv - sharing.game!.freeRiding!.reduce((a, b) => a + b, 0)
  expect(spare).toBeGreaterThan(0)
  expect(spare).toBeLessThanOrEqual(left / 4 + 1e-3)
})

test('without a coalition model a programme that gains has a split in which nobody loses', () => {
  const document = presetDocument('birmingham-brighter-futures')
  document.coalition = undefined
  const { sharing } = run(document)
  expect(sharing.holding).toMatchObject({ exists: true, why: null })
  expect(sharing.holding!.nets).toEqual(sharing.pvCost.map(() => expect.closeTo(sharing.npv / 4, 6)))
})

test('none holds, with the reason: a loss, groups that could make too much, staying out worth too much, or both', () => {
  expect(run(presetDocument('sure-start')).sharing.holding).toMatchObject({
    exists: false,
    why: 'loss',
    nets: null,
  })
  const { npv } = run(three(0)).sharing
  // Three pairs that could each make 0.9 of the gain need 1.35 of it: the core is empty.
  const empty = run(three(0.9 * npv)).sharing.holding!
  expect(empty).toMatchObject({ exists: false, why: 'core' })
  expect(empty.nets).toEqual([1, 1, 1].map(() => expect.closeTo(npv / 3, 2)))
  expect(empty.spare).toBeCloseTo(npv * (2 / 3 - 0.9), 2)
  const riding = { a: 0.4 * npv, b: 0.4 * npv, c: 0.4 * npv }
  expect(run(three(0, riding)).sharing.holding).toMatchObject({ exists: false, why: 'freeRiding' })
  // The pairs leave each at most 0.4 of the gain, and one would have half of it by staying out.
  expect(run(three(0.6 * npv, { a: 0.5 * npv, b: 0, c: 0 })).sharing.holding).toMatchObject({
    exists: false,
    why: 'both',
  })
})
