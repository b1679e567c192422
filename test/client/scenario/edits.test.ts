import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { append, freeName, put, valueAt, without } from '../../../client/scenario/state/change.ts'
import { asDraft, type Draft, EMPTY } from '../../../client/scenario/state/draft.ts'
import { faultInWords } from '../../../client/scenario/state/fault-words.ts'
import { back, begin, close, forth, step } from '../../../client/scenario/state/history.ts'
import { withoutPartner } from '../../../client/scenario/state/partner-edits.ts'

const key = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.nat(3))
const path = fc.array(key, { minLength: 1, maxLength: 4 })
const edits = fc.array(fc.tuple(path, fc.jsonValue({ maxDepth: 1 })), { maxLength: 20 })

/** A document by some edits, each on a frozen one, so that none may touch what was there. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

test('an edit is found where it was put, and touches nothing that was there before', () => {
  fc.assert(
    fc.property(edits, path, fc.jsonValue({ maxDepth: 1 }), (before, at, value) => {
      const document = frozen(before.reduce<unknown>((now, [where, what]) => put(now, where, what), {}))
      const copy = JSON.stringify(document)
      expect(valueAt(put(document, at, value), at)).toEqual(value)
      expect(JSON.stringify(document)).toBe(copy)
    }),
  )
})

test('undoing every step gives the first document, doing them again the last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer(), fc.option(fc.constantFrom('x', 'y'))), { maxLength: 40 }),
      (steps) => {
        const history = steps.reduce(
          (now, [value, kind]) => step(now, { value }, 'a step', kind),
          begin({ value: 0.5 }),
        )
        let undone = history
        for (let i = history.past.length; i > 0; i -= 1) undone = back(undone)
        expect(undone.now).toEqual({ value: 0.5 })
        expect(back(undone)).toBe(undone)
        let redone = undone
        for (let i = history.past.length; i > 0; i -= 1) redone = forth(redone)
        expect(redone.now).toBe(history.now)
        expect(forth(redone)).toBe(redone)
      },
    ),
  )
})

test('a drag is one step; another kind, or the end of it, begins the next', () => {
  let history = begin(0)
  for (const value of [1, 2, 3]) history = step(history, value, 'the horizon', 'horizon')
  expect(history.past).toHaveLength(1)
  history = step(history, 4, 'the name', 'name')
  expect(history.past).toHaveLength(2)
  history = step(close(history), 5, 'the name', 'name')
  expect(history.past.map(({ label }) => label)).toEqual(['the horizon', 'the name', 'the name'])
  expect(back(back(back(history))).now).toBe(0)
})

test('a step after an undo leaves nothing to do again', () => {
  const history = step(back(step(begin(1), 2, 'a')), 3, 'b')
  expect(history.future).toEqual([])
  expect(back(history).now).toBe(1)
})

test('a partner taken out is nowhere in the document any more', () => {
  const document = asDraft({
    ...EMPTY,
    name: 'Four',
    partners: [
      { id: 'A', name: 'A' },
      { id: 'B', name: 'B', lastYear: 2, successor: 'A' },
    ],
    pot: {
      contributions: [
        { kind: 'share', partner: 'A', share: 0.5 },
        { kind: 'share', partner: 'B', share: 0.5 },
      ],
      passedOn: [{ from: 'A', to: 'B', share: 0.1 }],
    },
    investment: [{ id: 'i', name: 'i', kind: 'revenue', borneBy: 'A' }],
    outcomes: [{ id: 'o', split: [{ partner: 'A', share: 1, cashable: 1 }] }],
    sharing: { rule: 'byHand', shares: { A: 1, B: 2 } },
    coalition: { kind: 'coverage', coverage: { A: 0.5, B: 0.5 }, fixedCostShare: 0.3, veto: ['A'] },
  })!
  const left = withoutPartner(document, 0)
  expect(JSON.stringify(left)).not.toMatch(/"A"/)
  expect(left.pot.contributions).toHaveLength(1)
  expect(left.partners).toEqual([{ id: 'B', name: 'B', lastYear: 2 }])
  expect(document.partners).toHaveLength(2)
})

test('coalitions in pounds lose the groups of a partner who is gone', () => {
  const document: Draft = {
    ...EMPTY,
    partners: [{ id: 'A' }, { id: 'B' }, { id: 'AB' }],
    coalition: {
      kind: 'values',
      values: { A: 1, B: 2, AB: 3, 'A+B': 4, 'B+AB': 5 },
      freeRiding: { A: 1, AB: 2 },
    },
  }
  expect(withoutPartner(document, 0).coalition).toEqual({
    kind: 'values',
    values: { B: 2, AB: 3, 'B+AB': 5 },
    freeRiding: { AB: 2 },
  })
})

test('names are free and fit to be ids', () => {
  expect(freeName('NHS', ['NHS', 'NHS-2'])).toBe('NHS-3')
  expect(freeName('  ¿Qué? ', [])).toMatch(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$/)
  expect(freeName('x'.repeat(99), ['x'.repeat(56)])).toHaveLength(58)
  expect(without(append({ list: ['a'] }, ['list'], 'b'), ['list'], 0)).toEqual({ list: ['b'] })
})

test('what is empty is still to be given; what is wrong is told as the server tells it', () => {
  const document = { name: '', horizon: 400, partners: [] }
  const words = (where: string) => faultInWords({ where, message: 'Too big' }, document).message
  expect(words('name')).toBe('is still to be given')
  expect(words('pot.opening')).toBe('is still to be given')
  expect(words('partners')).toBe('has nothing in it yet')
  expect(words('horizon')).toBe('Too big')
})

test('a document of no known version is not opened; one with holes has its lists', () => {
  expect(asDraft({ version: 1, name: 'old' })).toBeNull()
  expect(asDraft([2])).toBeNull()
  expect(asDraft({ version: 2, partners: 'no' })).toMatchObject({ partners: [], pot: { contributions: [] } })
})
