import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Confined, confined } from '../../server/engine/confined.ts'
import { temporary } from '../fixtures/open-fixture.ts'

let home: Awaited<ReturnType<typeof temporary>>
let outside: Awaited<ReturnType<typeof temporary>>
let opened: Confined
const read = async (sql: string) => (await opened.connection.runAndReadAll(sql)).getRowsJS()

beforeEach(async () => {
  home = await temporary()
  outside = await temporary()
  for (const { folder } of [home, outside]) await writeFile(join(folder, 'one.csv'), 'a\n1\n')
  opened = await confined(':memory:', { threads: 1, memoryLimit: '64MiB', folders: [home.folder] })
})
afterEach(async () => {
  opened.instance.closeSync()
  await home.remove()
  await outside.remove()
})

test('keeps to its threads and memory, and spills nowhere it was not told to', async () => {
  const settings = ['threads', 'memory_limit', 'temp_directory'].map((name) => `current_setting('${name}')`)
  expect(await read(`select ${settings}`)).toEqual([[1n, '64.0 MiB', '']])
  await expect(read('select count(distinct md5(i::varchar)) from range(5000000) _(i)')).rejects.toThrow(
    'Out of Memory',
  )
  await expect(read("set memory_limit = '1GB'")).rejects.toThrow('locked')
})

test('reaches the folders it is given and no others', async () => {
  expect(await read(`from read_csv('${home.folder}/one.csv')`)).toEqual([[1n]])
  await expect(read(`from read_csv('${outside.folder}/one.csv')`)).rejects.toThrow('Permission')
  await expect(read(`copy (select 1) to '${outside.folder}/two.csv'`)).rejects.toThrow('Permission')
})
