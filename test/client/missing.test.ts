import { expect, test } from '@jest/globals'
import { excludes, notReturned, ownBeside, ownCounted } from '../../client/place/missing.ts'

const row = (agency_name: string, what: string, place = 'a') => ({
  place,
  place_name: place,
  year: '2016-17',
  agency: agency_name,
  agency_name,
  sector: 'council',
  what,
  why: '',
  source: '',
  budget: false,
  own: false,
})

test('one authority, whatever it left out', () => {
  const copeland = [row('Copeland', 'revenue'), row('Copeland', 'capital')]
  expect(notReturned(copeland)).toBe(
    'Copeland made no revenue or capital return. What it spent is not in these figures.',
  )
  expect(excludes(copeland)).toBe('excludes Copeland')
  expect(excludes(copeland.slice(1))).toBe('excludes Copeland (capital)')
})

test('two authorities that left out different returns are not said to have left out both', () => {
  const two = [
    row('Dorset Police', 'revenue', 'a'),
    row('Dorset Police', 'revenue', 'b'),
    row('Reading', 'capital'),
  ]
  expect(notReturned(two)).toBe(
    '2 authorities did not make every return: Dorset Police (revenue) and Reading (capital). What they spent is not in these figures.',
  )
  expect(excludes(two)).toBe('excludes Dorset Police (revenue) and Reading (capital)')
})

test('returns for which own figures are counted are told as such, by place, and never as complete', () => {
  const copeland = [row('Copeland', 'revenue', 'Cumbria')]
  expect(ownCounted(copeland)).toBe(
    'Copeland made no revenue return: own figures are counted for it in Cumbria.',
  )
  expect(ownBeside(copeland)).toBe('with own figures for Copeland (revenue)')
  const many = ['a', 'b', 'c'].map((name) => row(name, 'capital'))
  expect(ownCounted(many)).toBe(
    '3 authorities did not make every return: own figures are counted for a (capital), b (capital) and c (capital).',
  )
  expect(ownBeside(many)).toBe('with own figures for returns of 3 authorities')
})
