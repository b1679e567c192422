import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { HEADER, type Opened, openIntakes } from './opened.ts'

let open: Opened
beforeAll(async () => {
  open = await openIntakes()
})
afterAll(() => open.close())

const row = (agency: string, amount: string) => `E08000003,${agency},2017-18,Parks,${amount}`
const file = (rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`
const everything = async (id: string) => {
  const rows: unknown[][] = []
  for await (const piece of open.intakes.findings(id)) rows.push(...piece)
  return rows
}

test('findings that are alike are one, the largest first, with their first rows; findings.csv keeps each', async () => {
  const unknown = Array.from({ length: 400 }, (_, n) => row('Nobody at all', String(n + 1)))
  const { id, report } = await open.bring(
    file([row('Zzyzx', '5'), ...unknown, row('E4203', '7'), row('E4203', 'n/a'), row('Qwfp', '9')]),
  )
  const found = report.findings.filter(({ rule }) => rule === 'agency-unknown')
  expect(found.map(({ value, row, count }) => [value, row, count])).toEqual([
    ['Nobody at all', 3, 400],
    ['Zzyzx', 2, 1],
    ['Qwfp', 405, 1],
  ])
  expect(found[0]!.also).toEqual(Array.from({ length: 19 }, (_, n) => n + 4))
  expect(found[1]!.also).toEqual([])
  expect(report.rules.find(({ rule }) => rule === 'agency-unknown')).toMatchObject({
    findings: 402,
    rows: 402,
  })
  const kept = (await everything(id)).filter((cells) => cells.includes('agency-unknown'))
  expect(kept).toHaveLength(402)
})

test('of more kinds than a report holds the largest are given, and the rest can be counted', async () => {
  const rows = Array.from({ length: 350 }, (_, n) => row(`Stranger ${'x'.repeat(n % 7)} ${n}`, '1'))
  const { report, id } = await open.bring(
    file([...rows, row('Stranger last', '1'), row('Stranger last', '2')]),
  )
  const found = report.findings.filter(({ rule }) => rule === 'agency-unknown')
  expect(found).toHaveLength(300)
  expect(found[0]).toMatchObject({ value: 'Stranger last', count: 2, row: 352, also: [353] })
  const { rows: all } = report.rules.find(({ rule }) => rule === 'agency-unknown')!
  expect(all - found.reduce((sum, { count }) => sum + count, 0)).toBe(51)
  expect((await everything(id)).filter((cells) => cells.includes('agency-unknown'))).toHaveLength(352)
})
