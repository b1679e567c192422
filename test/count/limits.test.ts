import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { buildState } from '../../server/count/build.ts'
import { openCount } from '../../server/count/open.ts'
import { readPackage } from '../../server/count/read.ts'
import { writePackage } from '../../server/count/write.ts'
import { FIVE_PLACES } from '../fixtures/five-places.ts'
import { ENGINE, META, temporary } from '../fixtures/open-fixture.ts'

const LARGE = 'takes more memory than this server gives a count (MEMORY_LIMIT)'
const TINY = { threads: 1, memoryLimit: '1KiB' }

let home: Awaited<ReturnType<typeof temporary>>
beforeEach(async () => {
  home = await temporary()
  await writePackage(home.folder, META, FIVE_PLACES)
})
afterEach(async () => {
  jest.restoreAllMocks()
  await home.remove()
})

test('every database a package is checked, built and asked in keeps to the limits', async () => {
  const create = jest.spyOn(DuckDBInstance, 'create')
  const { engine } = await openCount(home.folder, join(home.folder, 'var'), {
    ...ENGINE,
    memoryLimit: '300MB',
  })
  engine.close()
  expect(create.mock.calls.map(([, options]) => options)).toEqual(
    Array(3).fill(expect.objectContaining({ memory_limit: '300MB', threads: '2' })),
  )
})

test('a package that takes more is refused as that, and nothing is left of it', async () => {
  await expect(readPackage(home.folder, TINY)).rejects.toMatchObject({
    faults: expect.arrayContaining([`spend.parquet: ${LARGE}`]),
  })
  const count = await readPackage(home.folder, ENGINE)
  const states = join(home.folder, 'var')
  await expect(buildState(count, join(states, 'made.duckdb'), TINY)).rejects.toMatchObject({
    faults: [LARGE],
  })
  expect(await readdir(states)).toEqual([])
})
