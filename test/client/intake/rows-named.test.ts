import { expect, test } from '@jest/globals'
import { rowsNamed } from '../../../client/intake/check/rows-named.ts'

test('like findings name their first rows and count the others', () => {
  expect(rowsNamed({ row: 4, count: 1 })).toEqual({ named: 'row 4', others: 0 })
  expect(rowsNamed({ row: 4, also: [], count: 3 })).toEqual({ named: 'row 4', others: 2 })
  expect(rowsNamed({ row: 4, also: [7, 1200], count: 3 })).toEqual({
    named: 'rows 4, 7 and 1,200',
    others: 0,
  })
  expect(rowsNamed({ row: 1, also: [2, 3, 4, 5, 6, 7], count: 400 })).toEqual({
    named: 'rows 1, 2, 3, 4 and 5',
    others: 395,
  })
  expect(rowsNamed({ row: null, count: 12 })).toEqual({ named: null, others: 11 })
})
