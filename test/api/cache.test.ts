import { expect, test } from '@jest/globals'
import { Cache } from '../../server/api/cache.ts'

const kept = (bytes: number) => ({ body: Buffer.alloc(bytes), packed: false, headers: {} })

test('drops the least lately used, by number and by bytes', () => {
  const cache = new Cache(3, 100)
  for (const key of ['a', 'b', 'c']) cache.set(key, kept(10))
  cache.get('a')
  cache.set('d', kept(10))
  expect(cache.get('b')).toBeUndefined()
  expect(cache.get('a')).toBeDefined()
  cache.set('big', kept(95))
  expect([cache.size, cache.bytes]).toEqual([1, 95])
  cache.set('bigger', kept(101))
  expect([cache.size, cache.bytes]).toEqual([0, 0])
})
