/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import { browsing } from './browsing.ts'

jest.setTimeout(120_000)

const on = browsing()
const api = (path: string, init: RequestInit) => fetch(`${on.product.url}/api/v1${path}`, init)
const JSON_TYPE = { 'Content-Type': 'application/json' }

/** An intake of one file, checked as it is read. */
async function checked(content: string): Promise<string> {
  const begun = await api('/intake', { method: 'POST', headers: JSON_TYPE, body: '{}' })
  const { id } = (await begun.json()) as { id: string }
  const bytes = { 'Content-Type': 'application/octet-stream' }
  await api(`/intake/${id}/files/ledger.csv`, { method: 'PUT', headers: bytes, body: content })
  const started = await api(`/intake/${id}/check`, { method: 'POST', headers: JSON_TYPE, body: '{}' })
  const job = (await started.json()) as { id: string }
  for (let tries = 0; tries < 600; tries += 1) {
    const { status } = await on.product.get<{ status: string }>(`/jobs/${job.id}`)
    if (status === 'done') return id
    if (status !== 'running') throw new Error(`the check is ${status}`)
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the check did not end in a minute')
}

test('a fault met in hundreds of rows is told once, and hides no other; the rest come by the hundred', async () => {
  const row = (agency: string, service: string) => `E08000003,${agency},2017-18,${service},100`
  const rows = [
    'Place,Agency,Year,Service,Amount',
    ...Array.from({ length: 400 }, () => row('Nobody at all', 'Parks')),
    ...Array.from({ length: 150 }, (_, n) => row(`Stranger ${n}`, 'Parks')),
  ]
  const id = await checked(rows.join('\n'))
  const page = await on.pages.open(`?v=1&page=import&intake=${id}&step=check`)
  const unknown = page.locator('.found-group > ul > li', { hasText: 'Agencies the count does not know' })
  const examples = unknown.locator('.examples > li')
  await unknown.waitFor()
  expect(await examples.count()).toBe(3)
  expect(await examples.first().textContent()).toContain('rows 2, 3, 4, 5 and 6')
  expect(await examples.first().textContent()).toContain('and 395 more rows')
  await unknown.getByRole('button', { name: 'Show 100 more of 151' }).click()
  expect(await examples.count()).toBe(103)
  await unknown.getByRole('button', { name: 'Show 48 more of 151' }).click()
  expect(await examples.count()).toBe(151)
  expect(await unknown.getByRole('button', { name: /^Show/ }).count()).toBe(0)
  await page.context().close()
})
