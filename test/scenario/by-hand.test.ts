import { expect, test } from '@jest/globals'
import { simulation } from '../../server/scenario/uncertainty/simulate.ts'
import { parameters, presetDocument, read, ruleOf, run } from './setup.ts'

const byHand = (shares: Record<string, number>) => {
  const document = presetDocument('birmingham-brighter-futures')
  document.sharing = { ...document.sharing, rule: 'byHand', shares }
  return document
}

test('shares set by hand are parts of their sum, and are tested like any other split', () => {
  const result = run(byHand({ Council: 10, NHS: 30, Police: 10, DWP: 50 }))
  const { npv } = result.sharing
  const rule = ruleOf(result, 'byHand')
  expect(rule.nets).toEqual([0.1, 0.3, 0.1, 0.5].map((part) => expect.closeTo(part * npv, 6)))
  expect(rule.acceptance.betterThanNothing).toEqual([true, true, true, true])
  expect(rule.acceptance.betterThanFreeRiding).toEqual([true, true, true, false])
  for (let t = 0; t < result.years; t += 1)
    expect(rule.settlement.reduce((sum, row) => sum + row[t]!, 0)).toBe(0)
})

test('a partner not named gets nothing of the gain', () => {
  const rule = ruleOf(run(byHand({ Council: 1, DWP: 3 })), 'byHand')
  expect(rule.nets[1]).toBe(0)
  expect(rule.nets[3]).toBeCloseTo(3 * rule.nets[0]!, 6)
})

test('without shares the rule is not offered, and where it is in force is refused with the reason', () => {
  const document = presetDocument('birmingham-brighter-futures')
  expect(run(document).sharing.rules.map(({ rule }) => rule)).not.toContain('byHand')
  document.sharing.rule = 'byHand'
  expect(run(document).sharing.rules.find(({ rule }) => rule === 'byHand')).toEqual({
    rule: 'byHand',
    available: false,
    reason: 'No shares have been set by hand.',
  })
  expect(run(byHand({ Council: 0 })).sharing.rules.at(-1)).toMatchObject({
    rule: 'byHand',
    available: false,
  })
})

test('a share of a body that is no partner is a fault', () => {
  const document = presetDocument('birmingham-brighter-futures')
  document.sharing.shares = { Nobody: 1 }
  expect(() => read(document)).toThrow(/Nobody/)
})

test('in a draw of chance each keeps the share of benefit that the agreed split gives it', () => {
  const document = byHand({ Council: 10, NHS: 30, Police: 10, DWP: 50 })
  const draws = simulation(read(document), parameters)
  draws.more(500)
  const { rule, programme, partners } = draws.result()
  expect(rule).toBe('byHand')
  const mean = Object.values(partners).reduce((sum, one) => sum + one.mean, 0)
  expect(mean).toBeCloseTo(programme.mean, 3)
})
