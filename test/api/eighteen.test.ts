import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { money, percentTenth, pounds } from '../../client/format.ts'
import { read } from '../../client/state/url.ts'
import type { ChangeReply, ComparatorsReply, ControlReply, CountReply } from '../../server/api/contract.ts'
import { ROOT } from '../../server/root.ts'
import { serveShipped } from '../fixtures/serve-shipped.ts'

let served: Awaited<ReturnType<typeof serveShipped>>
beforeAll(async () => {
  served = await serveShipped()
})
afterAll(() => served.close())

const get = async <Reply>(path: string): Promise<Reply> => {
  const { status, body } = await request(served.app).get(`/api/v1/${path}`)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body
}
const FIVE = ['E09000025', 'E08000035', 'E06000009', 'E06000052', 'E10000030']
const EDITED = 'definition=councillors&rules=rule:education%3E1;rule:public-health%3E1'
const LINK = 'c=real:2017-18&b=2013-14&d=councillors&r=rule:education%3E1;rule:public-health%3E1'

/** The row of docs/places.md that a place has. */
async function rowOf(code: string, definitions: CountReply['definitions']): Promise<string> {
  const asked = `places=${code}`
  const control = await get<ControlReply>(`control?${asked}&together=true`)
  const edited = await get<ControlReply>(`control?${asked}&together=true&${EDITED}`)
  const change = await get<ChangeReply>(`change?from=2013-14&prices=real:2017-18&${asked}`)
  const near = await get<ComparatorsReply>(`comparators?${asked}&n=3`)
  const shares = definitions.map(({ id }) => control.definitions.find((one) => one.id === id)!.share)
  const { view, faults } = read(`?v=1&p=${code}&${LINK}`)
  expect(faults).toEqual([])
  expect(view).toMatchObject({ places: [code], from: '2013-14', prices: 'real:2017-18' })
  const cells = [
    near.data.place_name![0],
    `\`${code}\``,
    money(control.data.denominator![0] as number),
    pounds(control.data.head![0] as number),
    percentTenth(change.together.ratio),
    ...shares.map(percentTenth),
    percentTenth(edited.data.share![0] as number),
    near.data.place_name!.slice(1).join('; '),
  ]
  return `| ${cells.join(' | ')} |`
}

describe('docs/places.md', () => {
  test('says of the thirteen pilots and five more places what the count says', async () => {
    const { sets, definitions } = await get<CountReply>('count')
    const pilots = sets.filter(({ kind }) => kind === 'pilot').map(({ id }) => `set:${id}`)
    expect(pilots).toHaveLength(13)
    const rows: string[] = []
    for (const code of [...pilots, ...FIVE]) rows.push(await rowOf(code, definitions))
    const document = readFileSync(join(ROOT, 'docs/places.md'), 'utf8')
    expect(document.split('\n').filter((line) => /^\| .*`(set:|E\d)/.test(line))).toEqual(rows)
  }, 60_000)
})
