import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { intakeRefusal } from '../../server/api/intake-refusal.ts'
import { Intakes } from '../../server/intake/intakes.ts'
import type { Receipt } from '../../server/intake/receipt.ts'
import { NotNow } from '../../server/intake/refusals.ts'
import { besideOf, sweep } from '../../server/intake/store.ts'
import { ROOT } from '../../server/root.ts'
import { HEADER, type Opened, openIntakes, sent } from './opened.ts'

jest.setTimeout(180_000)
const DIST = join(ROOT, 'dist')
const compiled = existsSync(join(DIST, 'server/intake/intakes.js')) ? test : test.skip
const OPTIONS = { now: () => new Date(0), megabytes: 16, threads: 1, memoryLimit: '512MB' }
const ROWS = 20_000
const LATER = () => Date.now() + 2 * 3_600_000

let open: Opened
let file: string
const running: ChildProcess[] = []
beforeAll(async () => {
  open = await openIntakes(16)
  file = join(open.folder, 'ledger.csv')
  await writeFile(file, ledger(ROWS))
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => open.close())

/** A file of this many rows, one of them blank so that its rows are written anew. */
const ledger = (rows: number) =>
  [
    HEADER,
    ...Array.from({ length: rows }, (_, at) =>
      at === 7 ? '' : `E08000003,E4203,2017-18,Service ${at % 50},${at % 11 === 0 ? 'n/a' : at}.25`,
    ),
  ].join('\n')

function importer(mark: string, times: number) {
  const script = join(ROOT, 'test/intake/importer.mjs')
  const given = [pathToFileURL(DIST).href, open.folder, join(ROOT, 'data/count'), file, mark, String(times)]
  const child = spawn(process.execPath, [script, ...given], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  const said = { out: '', error: '' }
  child.stdout!.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    said.error += chunk
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const told = () =>
    said.out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { id?: string; receipt?: Receipt })
  const until = async (holds: () => boolean) => {
    while (!holds() && child.exitCode === null && child.signalCode === null)
      await new Promise((done) => setTimeout(done, 1))
  }
  return { child, said, ended, told, until }
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** What is in an intake's folder and the two in it. */
async function everything(id: string): Promise<string[]> {
  const folder = open.intakes.folder(id)
  const inside = async (name: string) => (await readdir(join(folder, name))).map((each) => `${name}/${each}`)
  const names = await readdir(folder)
  return [...names, ...(await inside('files')), ...(await inside('parts'))].sort()
}

compiled(
  'killed at any moment, an intake has no result or the whole one, and is swept and checked again',
  async () => {
    const whole = importer('w', 2)
    await whole.ended
    expect(whole.said.error).toBe('')
    const receipts = whole.told().flatMap(({ receipt }) => receipt ?? [])
    expect(receipts).toHaveLength(2)
    expect(receipts[1]).toEqual(receipts[0])
    const expected = receipts[0]!
    expect(expected.rows.in).toBe(ROWS + 1)

    const met = { none: 0, whole: 0 }
    for (let turn = 0; turn < 8; turn += 1) {
      const mark = String.fromCharCode(97 + turn)
      const { child, ended, told, until, said } = importer(mark, 1000)
      await until(() => told().length > 0)
      await wait(Math.random() * 700)
      child.kill('SIGKILL')
      await ended
      expect(said.error).toBe('')
      const id = `${mark}00000000000`
      const state = (await open.intakes.read(id))!
      expect(state.files.length).toBeLessThanOrEqual(1)
      const found = await Promise.all([open.intakes.report(id), open.intakes.receipt(id)]).catch((error) => {
        expect(error).toBeInstanceOf(NotNow)
        return undefined
      })
      if (found) {
        met.whole += 1
        expect(found[1]).toEqual(expected)
        expect(found[0]!.pence).toEqual(expected.pence)
        let rejected = -1
        for await (const piece of open.intakes.rejected(id)) rejected += piece.length
        expect(rejected).toBe(expected.rows.rejected)
      } else met.none += 1
      await sweep(open.folder, LATER())
      const result = found ? ['receipt.json', 'report.json', 'staging.duckdb'] : []
      const kept = state.files.flatMap(({ file: n, reading }) => [
        `files/${n}`,
        ...reading.parts.map(({ part }) => `parts/${part}.csv`),
      ])
      expect((await everything(id)).filter((name) => !RESULTS.includes(name) || found)).toEqual(
        ['files', 'intake.json', 'parts', ...kept, ...result].sort(),
      )
      await open.intakes.put(id, 'ledger.csv', sent(ledger(ROWS)), open.count)
      await open.intakes.map(id, (await open.intakes.read(id))!.proposal!.mapping, open.count)
      await open.intakes.check(id, open.count)
      expect(await open.intakes.receipt(id)).toEqual(expected)
      await open.intakes.remove(id)
    }
    expect(met.none).toBeGreaterThan(0)
  },
)
const RESULTS = ['receipt.json', 'report.json', 'staging.duckdb']

compiled('two processes on one folder import at once, each what it would alone', async () => {
  const both = [importer('y', 2), importer('z', 2)]
  await Promise.all(both.map(({ ended }) => ended))
  expect(both.map(({ said }) => said.error)).toEqual(['', ''])
  const receipts = both.flatMap(({ told }) => told().flatMap(({ receipt }) => receipt ?? []))
  expect(receipts).toHaveLength(4)
  for (const receipt of receipts) expect(receipt).toEqual(receipts[0])
})

test('50,000 rows cancelled on the way leave nothing but the upload', async () => {
  const { id } = await open.intakes.start()
  await open.intakes.put(id, 'ledger.csv', sent(ledger(50_000)), open.count)
  const before = await everything(id)
  for (const at of [1, 3, 6]) {
    const stop = new AbortController()
    const checking = open.intakes.check(
      id,
      open.count,
      (done) => {
        if (done === at) stop.abort(new Error('enough'))
      },
      stop.signal,
    )
    await expect(checking).rejects.toMatchObject({ failure: 'aborted' })
    expect(await everything(id)).toEqual(before)
    await expect(open.intakes.report(id)).rejects.toThrow(NotNow)
  }
  expect((await open.intakes.check(id, open.count))!.rows.in).toBe(50_001)
})

/** What a folder that cannot be written does to a step of the work, as its reader is told. */
async function refused(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => intakeRefusal(thrown),
  )
  return error as { status: number; message: string } | undefined
}

const onLinux = existsSync('/dev/full') ? test : test.skip
onLinux('a full disk is told of in the upload and in the check, and nothing is half there', async () => {
  const { id } = await open.intakes.start()
  await open.intakes.put(id, 'ledger.csv', sent(ledger(100)), open.count)
  await open.intakes.check(id, open.count)
  const folder = open.intakes.folder(id)
  const [names, receipt] = [await everything(id), await open.intakes.receipt(id)]
  const full = { status: 507, message: expect.stringContaining('The disk is full') }

  const small = new Intakes(open.folder, { ...OPTIONS, id: () => 'arriving0000' })
  await symlink('/dev/full', join(folder, 'files', 'arriving0000.part'))
  expect(await refused(small.put(id, 'more.csv', sent(ledger(9)), open.count))).toMatchObject(full)
  expect([await everything(id), await open.intakes.receipt(id)]).toEqual([names, receipt])

  await symlink('/dev/full', besideOf(join(folder, 'report.json')))
  expect(await refused(open.intakes.check(id, open.count))).toMatchObject(full)
  await expect(open.intakes.report(id)).rejects.toThrow(NotNow)
  await open.intakes.check(id, open.count)
  expect([await everything(id), await open.intakes.receipt(id)]).toEqual([names, receipt])
})

const NOBODY = 65_534
test('a folder that may not be written is told of in the upload and in the check, and nothing is changed', async () => {
  const { id } = await open.intakes.start()
  await open.intakes.put(id, 'ledger.csv', sent(ledger(100)), open.count)
  await open.intakes.check(id, open.count)
  const folder = open.intakes.folder(id)
  const closed = [folder, join(folder, 'files'), join(folder, 'parts')]
  const [names, receipt] = [await everything(id), await open.intakes.receipt(id)]
  const root = process.geteuid?.() === 0
  await chmod(open.folder, 0o755)
  for (const each of closed) await chmod(each, 0o555)
  if (root) process.seteuid!(NOBODY)
  try {
    const no = { status: 503, message: expect.stringContaining('cannot write to its disk') }
    expect(await refused(open.intakes.put(id, 'more.csv', sent(ledger(9)), open.count))).toMatchObject(no)
    expect(await refused(open.intakes.check(id, open.count))).toMatchObject(no)
    expect([await everything(id), await open.intakes.receipt(id)]).toEqual([names, receipt])
  } finally {
    if (root) process.seteuid!(0)
    for (const each of closed) await chmod(each, 0o755)
  }
})
