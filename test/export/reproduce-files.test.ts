import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { writeBook } from '../../server/export/write-book.ts'
import { reproduceFiles } from '../../server/reproduce-files.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { presetDocument } from '../scenario/setup.ts'
import { withChanges } from './changed-inputs.ts'
import { bytesAt } from './fetch.ts'
import { bookOfDocument } from './scenario-books.ts'

let served: Awaited<ReturnType<typeof serveFixture>>
let folder: string
let said: string[]
beforeAll(async () => {
  served = await serveFixture({ RATE_LIMIT: '100000' })
  folder = await mkdtemp(join(tmpdir(), 'total-place-reproduce-'))
})
afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  said = []
  const keep = (...words: unknown[]) => void said.push(words.join(' '))
  jest.spyOn(console, 'log').mockImplementation(keep)
  jest.spyOn(console, 'error').mockImplementation(keep)
})
afterEach(() => {
  jest.restoreAllMocks()
})

const kept = async (name: string, bytes: Buffer) => {
  const file = join(folder, name)
  await writeFile(file, bytes)
  return file
}
const place = async (form: 'xlsx' | 'zip') =>
  kept(`place.${form}`, await bytesAt(served.app, `/exports/place.${form}?places=E06000001&scope=-schools`))
const scenario = () => bookOfDocument(presetDocument('birmingham-brighter-futures'))

test.each(['xlsx', 'zip'] as const)(
  'a place as %s carries no scenario: it says where to ask again',
  async (form) => {
    expect(await reproduceFiles([await place(form)])).toBe(2)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('It is a place’s workbook and carries no scenario to work out again.')
    const [, address] = /Ask for it again at (http\S+):/.exec(said[0]!)!
    expect(address).toBe(`http://places.example/api/v1/exports/place.${form}?places=E06000001&scope=-schools`)
    expect(said[0]).toContain(served.count.hash)
    const { pathname, search } = new URL(address!)
    const again = await bytesAt(served.app, `${pathname.replace('/api/v1', '')}${search}`)
    const first = await bytesAt(served.app, `/exports/place.${form}?places=E06000001&scope=-schools`)
    expect(again.equals(first)).toBe(true)
  },
)

test('a table’s workbook is told from a place’s', async () => {
  const file = await kept('spend.xlsx', await bytesAt(served.app, '/spend.xlsx?by=sector'))
  expect(await reproduceFiles([file])).toBe(2)
  expect(said[0]).toMatch(
    /It is a workbook of one table and carries no scenario.*\/api\/v1\/spend\?by=sector/,
  )
})

test('what agrees ends with 0, what differs with 1 whatever stands beside it', async () => {
  const good = await kept('good.xlsx', await writeBook(scenario()))
  expect(await reproduceFiles([good])).toBe(0)
  expect(said.join('\n')).toMatch(/\d{4} figures agree, 0 differ/)
  expect(await reproduceFiles([good, await place('xlsx')])).toBe(2)
  const changed = withChanges(scenario(), [{ name: 'contribution_share_council', value: 0.5 }])
  const bad = await kept('bad.xlsx', await writeBook(changed))
  expect(await reproduceFiles([await place('xlsx'), bad, good])).toBe(1)
  expect(said.join('\n')).toContain('Assumptions D4  contribution_share_council  there 0.5, here 0.6')
})

test('no file named ends with 2; one that is not there, or is not ours, with 1', async () => {
  expect(await reproduceFiles([])).toBe(2)
  expect(said).toEqual(['Which file? npm run reproduce -- FILE...'])
  expect(await reproduceFiles([join(folder, 'nowhere.xlsx')])).toBe(1)
  expect(said.at(-1)).toMatch(/nowhere\.xlsx: There is no such file\.$/)
  expect(await reproduceFiles([await kept('note.txt', Buffer.from('hello'))])).toBe(1)
  expect(said.at(-1)).toContain('It is neither a workbook nor a zip')
})
