import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, expect, jest, test } from '@jest/globals'
import { ALPHA } from '../fixtures/five-places.ts'
import { ENGINE } from '../fixtures/open-fixture.ts'
import { file, openPublish } from './opened.ts'

afterEach(() => {
  jest.restoreAllMocks()
})

test('every database a publication is made, verified and kept in keeps to the memory limit', async () => {
  const open = await openPublish()
  try {
    const id = await open.bring(file([{ place: ALPHA, agency: 'nhs', fn: 'Hospitals', amount: '310' }]))
    const create = jest.spyOn(DuckDBInstance, 'create')
    await open.publish(id)
    const limits = create.mock.calls.map(([, options]) => options?.memory_limit)
    expect(limits.length).toBeGreaterThan(5)
    expect(new Set(limits)).toEqual(new Set([ENGINE.memoryLimit]))
  } finally {
    await open.close()
  }
})
