/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { DESK, PHONE, settled, text } from './page.ts'

jest.setTimeout(90_000)

const on = browsing()
const BIRMINGHAM = 'E08000025'
const quiet = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('.near tbody tr') && !document.querySelector('[aria-busy="true"]'),
  )
const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
const heads = (page: Page) => page.locator('.figures-beside thead a').allTextContents()

test('a place is set beside the three most like it, and any of them taken away', async () => {
  const page = await on.pages.open(`?v=1&page=compare&p=${BIRMINGHAM}&m=head`)
  await quiet(page)
  const own = page.locator('.near tr.chosen')
  expect(await own.count()).toBe(1)
  expect(await own.textContent()).toMatch(/^Birmingham.*your place/)
  const nearest = await page.locator('.near tbody tr:not(.chosen) th').allTextContents()
  await page.getByRole('button', { name: 'Compare with the nearest three' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.figures-beside thead a').length === 4)
  expect(await heads(page)).toEqual(['Birmingham', ...nearest.slice(0, 3)])
  expect(await page.locator('.strip-beside .strip').count()).toBe(4)
  await page.getByRole('button', { name: `Take ${nearest[0]} away` }).click()
  await page.waitForFunction(() => document.querySelectorAll('.figures-beside thead a').length === 3)
  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  await page.waitForFunction(() => document.querySelectorAll('.figures-beside thead a').length === 3)
  expect(await heads(page)).toEqual(['Birmingham', ...nearest.slice(1, 3)])

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.compared > .files button').click(),
  ])
  const csv = await readFile((await download.path())!, 'utf8')
  expect(csv.match(/,total,/g)).toHaveLength(3)
  expect(csv).toMatch(/Birmingham,E08000025,sector,council,Councils,\d+,\d+,/)
  await page.close()
})

test('features are switched, distance and rank follow, and the last one stays', async () => {
  const page = await on.pages.open(`?v=1&page=compare&p=${BIRMINGHAM}`)
  await quiet(page)
  const before = await page.locator('.near tbody th').allTextContents()
  for (const name of ['Population', 'Density', 'Children', 'Deprivation'])
    await page.getByRole('checkbox', { name }).uncheck()
  await page.waitForFunction(() => document.querySelectorAll('.near thead th').length === 6)
  await quiet(page)
  expect(await page.getByRole('checkbox', { name: 'Older people' }).isDisabled()).toBe(true)
  expect(await page.locator('.near tbody th').allTextContents()).not.toEqual(before)
  expect(page.url()).toMatch(/ft=children|ft=density,deprivation,population,younger/)
  const { standing } = await on.product.get<{ standing: { share: { rank: number; of: number } } }>(
    `/comparators?places=${BIRMINGHAM}&features=older`,
  )
  expect(await text(page, '.rank-line')).toMatch(
    new RegExp(`^${standing.share.rank} of ${standing.share.of} by share under local control`),
  )
  await page.close()
})

test('what others published stands beside ours, and ours opens at the nearest scope', async () => {
  const page = await on.pages.open(`?v=1&page=compare&p=${BIRMINGHAM}`)
  await page.waitForSelector('.published tbody tr')
  const first = await text(page, '.published tbody tr')
  expect(first).toMatch(
    /All spending, Birmingham, 2008-09.*LGC\. Confidence medium.*£7\.3bn.*£8\.9bn.*\+£1\.6bn/,
  )
  await page
    .locator('.published tbody tr')
    .first()
    .getByRole('link', { name: /Open ours/ })
    .click()
  await settled(page, 'Birmingham')
  expect(page.url()).toMatch(/y=2013-14&x=pensions&p=E08000025/)
  await page.waitForFunction(() =>
    document.querySelector('#answer .finding')?.textContent?.includes('£8.9bn'),
  )
  await page.close()
})

test('axe finds nothing serious on comparison, and nothing overflows', async () => {
  const page = await on.pages.open(
    `?v=1&page=compare&p=${BIRMINGHAM}&vs=E10000034,E08000003%2BE08000004,set:ca-greater-manchester`,
  )
  await quiet(page)
  expect(await heads(page)).toEqual([
    'Birmingham',
    'Worcestershire',
    'Manchester and Oldham',
    'Greater Manchester Combined Authority',
  ])
  for (const size of [DESK, { width: 1024, height: 768 }, PHONE]) {
    await page.setViewportSize(size)
    expect(await faults(page)).toEqual([])
    expect(await beyond(page)).toBeLessThanOrEqual(0)
  }
  await page.close()
})
