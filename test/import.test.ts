import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { writePackage } from '../server/count/write.ts'
import { ROOT } from '../server/root.ts'
import { ALPHA, FIVE_PLACES, SOUTH } from './fixtures/five-places.ts'
import { META, temporary } from './fixtures/open-fixture.ts'
import { file } from './publish/opened.ts'

const PROGRAM = join(ROOT, 'dist', 'server', 'import.js')

let home: Awaited<ReturnType<typeof temporary>>
beforeAll(async () => {
  if (!existsSync(PROGRAM)) throw new Error('There is no dist/server/import.js: npm run compile makes it.')
  home = await temporary()
  await writePackage(join(home.folder, 'count'), META, FIVE_PLACES)
  const rows = [{ place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Surgery', amount: '420.30' }]
  await writeFile(join(home.folder, 'nhs.csv'), file(rows))
  await writeFile(join(home.folder, 'none.csv'), file([{ ...rows[0]!, amount: 'n/a' }]))
  await writeFile(join(home.folder, 'bare.csv'), 'Year,Service,Amount\n2017-18,Surgery,420.30\n')
  await writeFile(
    join(home.folder, 'south.csv'),
    file([{ place: SOUTH, agency: 'dcms', fn: 'Culture', service: 'Galleries', amount: '100' }]),
  )
})
afterAll(() => home?.remove())

/** Runs the command as a reader does, in the folder the files are in. */
function run(...options: string[]): Promise<{ code: number | null; out: string; error: string }> {
  const env = {
    PATH: process.env.PATH,
    COUNT_DIR: join(home.folder, 'count'),
    STATE_DIR: join(home.folder, 'var'),
    THREADS: '1',
  }
  const child = spawn(process.execPath, [PROGRAM, ...options], { cwd: home.folder, env })
  const said = { out: '', error: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.error += chunk
  })
  return new Promise((done) => child.once('close', (code) => done({ code, ...said })))
}
const published = () =>
  readdir(join(home.folder, 'var', 'published')).then(
    (names) => names.filter((name) => /^[0-9a-f]{64}$/.test(name)),
    () => [],
  )

test('checks, and prints the plan in brief; nothing is published', async () => {
  const { code, out, error } = await run('nhs.csv')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toContain('2 rows in = 1 accepted + 0 rejected + 1 not data')
  expect(out).toContain('2017-18: England £5,146 before, £5,266 after, +£120: 1 line in, 1 out')
  expect(out).toContain('Alpha, NHS, 2017-18, current: £420 in place of £300')
  expect(out).toContain('Published: £420.30 as £420, of £420.30 accepted')
  expect(await published()).toEqual([])
}, 60_000)

test('what cannot be done is said in words, and nothing is changed', async () => {
  const told = async (...options: string[]) => {
    const { code, error } = await run(...options)
    expect(error).not.toMatch(/\n\s+at /)
    return [code, error] as const
  }
  expect(await told()).toEqual([1, expect.stringMatching(/^npm run import -- FILE/)])
  expect(await told('nhs.csv', '--publish', 'Accounts')).toEqual([
    1,
    expect.stringMatching(/needs --publisher/),
  ])
  expect(await told('missing.csv')).toEqual([
    1,
    expect.stringMatching(/missing\.csv cannot be read \(ENOENT\)/),
  ])
  expect(await told('nhs.csv', '--plan', 'nhs.csv')).toEqual([
    1,
    expect.stringMatching(/nhs\.csv is not JSON/),
  ])
  await writeFile(join(home.folder, 'odd.json'), JSON.stringify({ wishes: 3 }))
  expect(await told('nhs.csv', '--plan', 'odd.json')).toEqual([
    1,
    expect.stringMatching(/odd\.json is no plan/),
  ])
  const placing = [{ place: 'E99', agency: 'nobody', year: '2017-18', driver: 'people' }]
  await writeFile(join(home.folder, 'wrong.json'), JSON.stringify({ placing }))
  const [code, error] = await told('nhs.csv', '--plan', 'wrong.json')
  expect(code).toBe(1)
  expect(error).toContain('placing.0.place: is no place of the count (E99)')
  expect(error).toContain('placing.0.agency: is no agency of the count (nobody)')
  expect((await run('none.csv')).code).toBe(1)
  expect(await told('bare.csv', '--agency', 'NSH', '--place', ALPHA)).toEqual([
    1,
    expect.stringMatching(/^--agency: NSH is no agency of the count\./),
  ])
  expect(await told('bare.csv', '--agency', 'NHS', '--place', 'Wycombe')).toEqual([
    1,
    expect.stringMatching(/^--place: Wycombe .* as a part of Betashire .* Give E10000002 where/),
  ])
  expect(await told('nhs.csv', '--agency', 'NHS')).toEqual([
    1,
    expect.stringMatching(/^--agency says what no column says, and \w+ is read as the agency\./),
  ])
  const south = await told('south.csv', '--publish', 'South', '--publisher', 'A region')
  expect(south).toEqual([1, expect.stringMatching(/groups: Nothing is left to publish/)])
  expect(await published()).toEqual([])
}, 120_000)

test('what no column says is said by name', async () => {
  const { code, out, error } = await run('bare.csv', '--agency', 'NHS', '--place', 'Alpha')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toContain('Alpha, NHS, 2017-18, current: £420 in place of £300')
}, 60_000)

test('publishes with a plan, serves it from then on, and refuses the same file again', async () => {
  const totals = [{ label: 'Accounts', pounds: 425 }]
  await writeFile(join(home.folder, 'plan.json'), JSON.stringify({ totals }))
  const options = ['nhs.csv', '--publish', 'NHS accounts', '--publisher', 'A trust', '--plan', 'plan.json']
  const differs = await run(...options)
  expect([differs.code, differs.error]).toEqual([
    1,
    expect.stringMatching(/plan\.totals\.0: Accounts differs from what is published \(-5\)/),
  ])
  expect(await published()).toEqual([])

  const { code, out, error } = await run(...options, '--accept-differences')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toContain('Accounts: £425, found £420: unexplained')
  expect(out).toContain('Published: Five places with NHS accounts\nCount five-places.1-')
  expect(await published()).toHaveLength(1)

  const again = await run(...options, '--accept-differences')
  expect(again.code).toBe(1)
  expect(again.out).toContain('Plan for the count five-places.1-')
  expect(again.error).toMatch(/files\.nhs\.csv: nhs\.csv is in this count already, as NHS accounts/)
}, 120_000)
