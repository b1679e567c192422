/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import type { CountsReply } from '../../server/api/contract-counts.ts'
import { buildFromCroydon, openBench, saveNew } from './bench.ts'
import { browsing } from './browsing.ts'
import { CROYDON, settled, text } from './page.ts'
import { INSTEAD, OF_NHS, OWN, publishing } from './publishing.ts'

jest.setTimeout(180_000)

const on = browsing()

interface Spend {
  total: number
  coverage: { recorded: number; grades: Record<string, number> }
}
interface Control {
  data: { share: number[] }
}

const NHS_POUNDS = 800_550_000

const { send, publishOwn } = publishing(on)

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

const BARNET = 'E09000003'
const CHANGED = '&b=2013-14'
/** Current lines of Croydon's return of 2017-18, which the council's own figure takes the place of. */
const RETURNED = /11 lines of £511,569,825 of 2017 to 2018 that came from them were taken out/

test('a year, a rank and a comparison that hold own figures are marked and told, no others, and no more once taken back', async () => {
  const council = `${OWN}London Borough of Croydon,E09000008,2017-18,Council services,500000000\n`
  const { result } = await publishOwn(council, [
    OF_NHS,
    { ...INSTEAD, agency: 'E5035', covers: 'agency', classes: 'same' },
  ])

  const croydon = await on.pages.open(`?v=1&p=${CROYDON}`)
  await settled(croydon, 'Croydon')
  await croydon.waitForSelector('.years-line .own-years')
  expect(await text(croydon, '.own-years')).toContain('Own figures in 2017 to 2018: “Croydon NHS accounts”')
  expect(await croydon.locator('.year-lines .own-year').count()).toBe(3)
  const years = croydon.locator('.years-line tbody tr')
  expect(await years.filter({ hasText: 'own figures' }).locator('th').allTextContents()).toEqual([
    expect.stringContaining('2017 to 2018'),
  ])
  expect(await text(croydon, '.rank .own-note')).toMatch(/^Croydon holds figures of your own/)
  expect(await croydon.locator('.ranking .own-mark').count()).toBe(1)
  const own = croydon.locator('.place-table tbody tr', { has: croydon.locator('.own-mark') })
  expect(await own.locator('th').allTextContents()).toEqual([expect.stringContaining('Croydon')])
  expect(await text(croydon, '.side-table .own-note')).toContain('measured otherwise than the others')

  await croydon.goto(`${on.product.url}/?v=1&p=${CROYDON}${CHANGED}`)
  await croydon.waitForSelector('.source-break')
  expect(await text(croydon, '.source-break')).toMatch(
    /^Part of this change may be a change of source: 2017 to 2018 holds £1\.3bn of your own, “Croydon NHS accounts”/,
  )
  const parted = croydon.locator('.change-table tbody tr', { has: croydon.locator('.own-mark') })
  await parted.first().waitFor({ state: 'attached' })
  expect(await parted.locator('th').allTextContents()).toEqual([expect.stringContaining('Croydon')])

  const compare = await on.pages.open(`?v=1&page=compare&p=${CROYDON}&vs=${BARNET}`)
  await compare.waitForSelector('.compared .own-note')
  expect(await text(compare, '.compared .own-note')).toContain('Croydon holds figures of your own')
  const heads = compare.locator('.figures-beside thead th')
  expect(await heads.filter({ hasText: 'own figures' }).allTextContents()).toEqual([
    expect.stringContaining('Croydon'),
  ])
  await compare.waitForSelector('.near .own-mark')
  expect(await compare.locator('.near .own-mark').count()).toBe(1)

  await compare.goto(`${on.product.url}/?v=1&page=control&p=${CROYDON}`)
  await compare.waitForSelector('.control-effect .own-note')
  expect(await text(compare, '.control-effect .own-note')).toMatch(
    /^Croydon holds figures of your own, “Croydon NHS accounts”, and is measured otherwise than the others/,
  )
  expect(await text(compare, '.ranking-of-all .own-note')).toContain('Croydon holds figures of your own')
  const ranked = compare.locator('.ranking-of-all tbody tr', { has: compare.locator('.own-mark') })
  expect(await ranked.locator('th').allTextContents()).toEqual([expect.stringContaining('Croydon')])

  await compare.goto(`${on.product.url}/?v=1&page=flow&p=${CROYDON}`)
  await compare.waitForSelector('.finding .own-here')
  expect(await text(compare, '.finding .own-here')).toMatch(
    /^£1\.3bn of it is of your own, “Croydon NHS accounts”, in place of/,
  )

  await compare.goto(`${on.product.url}/?v=1&page=data&at=reconciliation`)
  await compare.waitForSelector('.returns-replaced')
  expect(await compare.locator('.returns-replaced').allTextContents()).toEqual([
    expect.stringMatching(RETURNED),
    expect.stringMatching(RETURNED),
  ])
  await compare.context().close()

  const barnet = await on.pages.open(`?v=1&p=${BARNET}${CHANGED}`)
  await settled(barnet, 'Barnet')
  await barnet.waitForSelector('.years-line circle')
  await barnet.waitForSelector('.change-table .own-mark', { state: 'attached' })
  expect(await barnet.locator('.own-year, .own-years, .source-break').count()).toBe(0)
  expect(await barnet.locator('.years-line .own-mark').count()).toBe(0)
  await barnet.context().close()

  await send('PUT', '/counts/served', { hash: result.base.hash })
  await croydon.reload()
  await croydon.waitForSelector('.years-line circle')
  await croydon.waitForSelector('.change-table tbody tr', { state: 'attached' })
  expect(await croydon.locator('.own-year, .own-years, .source-break, .own-mark, .own-note').count()).toBe(0)
  await croydon.context().close()
})
