import { expect, test } from '@jest/globals'
import { because, type Choice, matching } from '../../client/question/match.ts'

const choice = (name: string, ...also: string[]): Choice => ({ id: name, name, group: 'Places', also })
const ALL = [
  choice('Birmingham', 'Brum', 'E08000025'),
  choice('Bath and North East Somerset', 'E06000022'),
  choice('North Somerset', 'E06000024'),
  choice('Somerset', 'E10000027'),
  choice('St. Helens', 'E08000013'),
]
const names = (typed: string) => matching(ALL, typed).map(({ name }) => name)

test('names that start so come first, then words inside, then other names', () => {
  expect(names('somerset')).toEqual(['Somerset', 'Bath and North East Somerset', 'North Somerset'])
  expect(names('brum')).toEqual(['Birmingham'])
  expect(names('e08000025')).toEqual(['Birmingham'])
  expect(names('ST HELENS')).toEqual(['St. Helens'])
  expect(names('  ')).toHaveLength(ALL.length)
  expect(names('xyz')).toEqual([])
})

test('an alias that was typed is shown; a name that was typed is not repeated', () => {
  expect(because(ALL[0]!, 'brum')).toBe('Brum')
  expect(because(ALL[0]!, 'birm')).toBeNull()
})
