import { expect, test } from '@jest/globals'
import { pairsOf } from '../../client/data/editions-of.ts'

const row = (level: 'total' | 'service' | 'authority' | 'region', id: string, compared: string) => ({
  year: '2017-18',
  used: 'final',
  compared,
  level,
  id,
  name: id,
  used_amount: 2,
  compared_amount: 1,
  difference: 1,
  cells: 1,
  changed: 1,
})

test('each pair of editions stands apart, its long levels last and cut to the largest', () => {
  const authorities = Array.from({ length: 7 }, (_, at) => row('authority', `a${at}`, 'first'))
  const editions = [
    ...authorities,
    row('service', 's', 'first'),
    row('total', 'all', 'first'),
    row('total', 'all', 'draft'),
    row('region', 'r', 'draft'),
  ]
  const [first, draft] = pairsOf(editions)
  expect(first).toMatchObject({ compared: 'first', whole: editions[8] })
  expect(first!.levels.map(({ level, first, rest }) => [level, first.length, rest.length])).toEqual([
    ['service', 1, 0],
    ['authority', 5, 2],
  ])
  expect(first!.levels[1]!.first).toEqual(authorities.slice(0, 5))
  expect(draft!.levels.map(({ level }) => level)).toEqual(['region'])
  expect(pairsOf([])).toEqual([])
})
