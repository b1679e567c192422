/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import type { CountsReply } from '../../server/api/contract-counts.ts'
import type { PlanReply, PublishResult } from '../../server/api/contract-publish.ts'
import { buildFromCroydon, openBench, saveNew } from './bench.ts'
import { browsing } from './browsing.ts'
import { CROYDON, settled, text } from './page.ts'

jest.setTimeout(180_000)

const on = browsing()

interface Spend {
  total: number
  coverage: { recorded: number; grades: Record<string, number> }
}
interface Control {
  data: { share: number[] }
}

const OWN = `Organisation,Place,Year,Service,Amount
NHS trusts,E09000008,2017-18,Hospital and community care,612400000
NHS trusts,E09000008,2017-18,General practice,188150000
`
const NHS_POUNDS = 800_550_000

const send = async <T>(
  method: string,
  path: string,
  body: unknown,
  type = 'application/json',
): Promise<T> => {
  const reply = await fetch(`${on.product.url}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': type },
    body: type === 'application/json' ? JSON.stringify(body) : (body as string),
  })
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as T
}

async function ended<T>(job: { id: string }): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { status, result, problem } = await on.product.get<{ status: string; result: T; problem: unknown }>(
      `/jobs/${job.id}`,
    )
    if (status === 'done') return result
    if (status !== 'running') throw new Error(JSON.stringify(problem))
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the job did not end in a minute')
}

const YEAR = 'year=2017-18'
const figures = async () => {
  const [croydon, england, control, barnet] = await Promise.all([
    on.product.get<Spend>(`/spend?places=${CROYDON}&${YEAR}`),
    on.product.get<Spend>(`/spend?${YEAR}`),
    on.product.get<Control>(`/control?places=${CROYDON}&${YEAR}`),
    on.product.get<Spend>(`/spend?places=E09000003&${YEAR}`),
  ])
  return { croydon, england: england.total, share: control.data.share[0]!, barnet }
}

/** Puts the trusts' own figure in place of all that is shared out to the NHS in Croydon. */
async function publishOwn(): Promise<{ plan: PlanReply; result: PublishResult }> {
  const { id } = await send<{ id: string }>('POST', '/intake', {})
  await send('PUT', `/intake/${id}/files/nhs.csv`, OWN, 'application/octet-stream')
  await ended(await send('POST', `/intake/${id}/check`, {}))
  const decisions = [
    {
      place: CROYDON,
      agency: 'nhs-trusts',
      year: '2017-18',
      economic: 'current',
      does: 'replace',
      covers: 'sector',
      classes: 'all',
    },
  ]
  const plan = await send<PlanReply>('POST', `/intake/${id}/plan`, { decisions })
  const job = await send<{ id: string }>('POST', `/intake/${id}/publish`, {
    plan: { decisions },
    digest: plan.digest,
    title: 'Croydon NHS accounts',
    publisher: 'Croydon partnership',
  })
  return { plan, result: await ended<PublishResult>(job) }
}

test('a recorded figure in place of a shared-out line: total, grades, control and saved baselines follow, and go back', async () => {
  const bench = await openBench(on, `?v=1&page=scenario&p=${CROYDON}`)
  await buildFromCroydon(bench)
  await saveNew(bench, 'Croydon into work')
  const saved = new URL(bench.url()).search
  await bench.context().close()

  const explore = await on.pages.open(`?v=1&p=${CROYDON}`)
  await settled(explore, 'Croydon')
  const before = await figures()
  const pounds = (value: number) => `£${value.toLocaleString('en-GB')}`
  expect(await text(explore, '.figures')).toContain(pounds(before.croydon.total))
  const served = (await on.product.get<CountsReply>('/counts')).served

  const { plan, result } = await publishOwn()
  const group = plan.groups[0]!
  expect(plan.groups).toHaveLength(1)
  expect(group).toMatchObject({ pounds: NHS_POUNDS, does: 'replace', covers: 'sector', classes: 'all' })
  expect(group.replaced.lines).toBeGreaterThan(30)
  expect(group.change).toBe(NHS_POUNDS - group.replaced.pounds)

  const after = await figures()
  expect(after.croydon.total - before.croydon.total).toBe(group.change)
  expect(after.england - before.england).toBe(group.change)
  expect([after.barnet.total, after.barnet.coverage]).toEqual([before.barnet.total, before.barnet.coverage])
  expect(after.croydon.coverage.recorded).toBeGreaterThan(before.croydon.coverage.recorded + 0.1)
  expect(after.croydon.coverage.grades.A!).toBeGreaterThan(before.croydon.coverage.grades.A! + 0.1)
  expect(after.share).not.toBe(before.share)

  // The window that was open asks anew when it next asks, and shows nothing of two counts.
  await explore.reload()
  await settled(explore, 'Croydon')
  expect(await text(explore, '.figures')).toContain(pounds(after.croydon.total))
  expect(await text(explore, '.trust')).toMatch(/own/)
  await explore.goto(`${on.product.url}/?v=1&page=data&at=own-figures`)
  await explore.waitForSelector('#own-figures')
  expect(await text(explore, '#own-figures')).toContain('Croydon NHS accounts')

  const again = await openBench(on, saved)
  await again.waitForSelector('.baselines')
  expect(await text(again, '.baselines')).toMatch(/Baselines follow the count/)
  const nhs = await again.locator('.baselines tbody tr', { hasText: 'NHS' }).textContent()
  expect(nhs).toContain(pounds(NHS_POUNDS))
  expect(nhs).toContain(pounds(group.replaced.pounds))
  await again.getByRole('button', { name: 'Keep those it was saved with' }).click()
  await again.getByText('Baselines are those it was saved with.').waitFor()
  await again.context().close()

  const pinned = await on.pages.open(`?v=1&p=${CROYDON}&of=${served}`)
  await settled(pinned, 'Croydon')
  expect(await text(pinned, '.figures')).toContain(pounds(before.croydon.total))
  expect(await text(pinned, '.notices')).toContain('another count than the one that is served now')
  await pinned.getByRole('button', { name: 'Show the count that is served' }).click()
  await pinned.waitForFunction(
    (wanted) => document.querySelector('.figures')?.textContent?.includes(wanted),
    pounds(after.croydon.total),
  )

  expect(result.base.hash).toBe(served)
  await send('PUT', '/counts/served', { hash: result.base.hash })
  expect(await figures()).toEqual(before)
  const back = await openBench(on, saved)
  await back.waitForSelector('.bargain-table')
  expect(await back.locator('.baselines').count()).toBe(0)
  await back.context().close()
})
