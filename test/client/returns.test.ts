import { expect, test } from '@jest/globals'
import { differenceInWords, reasonInWords } from '../../client/difference.ts'
import { distinctReturns } from '../../client/state/returns.ts'

const row = (place: string, agency: string, what: string, year = '2016-17', budget = false, own = false) => ({
  place,
  place_name: place,
  year,
  agency,
  agency_name: agency,
  sector: 'police',
  what,
  why: '',
  source: '',
  budget,
  own,
})

test('a missing return counts once whatever number of places its body serves', () => {
  const rows = [
    row('a', 'dorset', 'revenue', '2016-17', true),
    row('b', 'dorset', 'revenue', '2016-17', true),
    row('b', 'own', 'capital'),
    row('c', 'other', 'revenue'),
    row('a', 'dorset', 'revenue', '2015-16'),
  ]
  const asked = { year: '2016-17', scope: '', fill: '' }
  expect(distinctReturns(rows, asked, new Set(['a', 'b']))).toBe(2)
  expect(distinctReturns(rows, { ...asked, fill: 'budget' }, new Set(['a', 'b']))).toBe(1)
  expect(distinctReturns(rows, { ...asked, scope: '-capital' }, new Set(['a', 'b']))).toBe(1)
})

test('a return for which own figures are counted is not missing, and is counted apart', () => {
  const rows = [
    row('a', 'dorset', 'revenue', '2016-17', true, true),
    row('b', 'dorset', 'revenue', '2016-17', true),
    row('b', 'other', 'capital', '2016-17', false, true),
  ]
  const asked = { year: '2016-17', scope: '', fill: '' }
  const of = (places: string[], own: boolean, fill = '') =>
    distinctReturns(rows, { ...asked, fill }, new Set(places), own)
  expect([of(['a'], false), of(['a'], true)]).toEqual([0, 1])
  expect([of(['a', 'b'], false), of(['a', 'b'], true)]).toEqual([1, 2])
  expect([of(['a', 'b'], false, 'budget'), of(['a', 'b'], true, 'budget')]).toEqual([0, 2])
})

test('no part of a difference reads as more than the whole', () => {
  const bridge = [
    { label: 'Local government pensions', amount: -806e6, reason: 'The Treasury counts them' },
    {
      label: 'Social care',
      amount: 1534e6,
      reason: 'Not explained by any file here; income is treated differently',
    },
  ]
  expect(differenceInWords({ difference: 728e6, unexplained: 1534e6, bridge }, 6128e6)).toBe(
    '+£728m in all: −£806m explained (local government pensions), +£1.5bn that no file explains (£1.5bn net, £6.1bn adding up both ways)',
  )
  expect(differenceInWords({ difference: 5e6, unexplained: 0, bridge: [] })).toBe('+£5.0m')
  expect(reasonInWords(bridge[1]!.reason)).toBe('Not explained. Likely: income is treated differently')
  expect(reasonInWords('Not explained by any file here')).toBe('Not explained')
  expect(reasonInWords(bridge[0]!.reason)).toBe(bridge[0]!.reason)
})
