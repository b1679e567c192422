import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { locked } from '../../server/shelf/lock.ts'
import { OWNER } from '../../server/shelf/owner.ts'
import { Busy } from '../../server/shelf/refused.ts'
import { temporary } from '../fixtures/open-fixture.ts'

let state: Awaited<ReturnType<typeof temporary>>
beforeEach(async () => {
  state = await temporary()
})
afterEach(() => state.remove())

const HOST = OWNER.split('-')[1]
const lock = () => join(state.folder, 'lock')
const put = async (mark: string, ageMs = 0) => {
  await writeFile(lock(), mark)
  const at = (Date.now() - ageMs) / 1000
  await utimes(lock(), at, at)
}
const work = () => locked(state.folder, async (still) => still().then(() => 'done'))

test('one at a time, and nothing is left', async () => {
  let within = 0
  const all = Array.from({ length: 8 }, (_, index) =>
    locked(state.folder, async (still) => {
      within += 1
      expect(within).toBe(1)
      await new Promise((done) => setTimeout(done, 5))
      await still()
      within -= 1
      return index
    }),
  )
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(await readdir(state.folder)).toEqual([])
})

test.each([
  ['a process that is gone', `4194999-${HOST}-x`, 0],
  ['this process before it was started again', `${process.pid}-${HOST}-x`, process.uptime() * 1000 + 10_000],
  ['another machine, a minute ago', '1-00000000-x', 61_000],
  ['a process of this machine that has stopped', `${process.ppid}-${HOST}-x`, 61_000],
  ['nobody, half made', '', 6000],
  ['nobody, half made by one killed just now', '', 0],
])('one held by %s is broken', async (_who, mark, age) => {
  await put(mark, age)
  expect(await work()).toBe('done')
  expect(await readdir(state.folder)).toEqual([])
})

test.each([
  ['a process that lives', `${process.ppid}-${HOST}-x`],
  ['another machine', '1-00000000-x'],
])('one held by %s is respected: a clear error, and it stays', async (_who, mark) => {
  await put(mark)
  await expect(work()).rejects.toThrow(Busy)
  expect(await readFile(lock(), 'utf8')).toBe(mark)
})

test('what was broken by another is not done', async () => {
  const late = locked(state.folder, async (still) => {
    await writeFile(lock(), 'another')
    await still()
  })
  await expect(late).rejects.toThrow('try again')
  expect(await readFile(lock(), 'utf8')).toBe('another')
})
