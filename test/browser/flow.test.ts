/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { CROYDON, DESK, PHONE, saved, tabTo, text } from './page.ts'

jest.setTimeout(90_000)

const on = browsing()
const quiet = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.flow') && !document.querySelector('[aria-busy="true"]'))
const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('the money of a place is followed from who decides to what it is spent on; a band opens its lines', async () => {
  const page = await on.pages.open(`?v=1&page=flow&p=${CROYDON}`)
  await quiet(page)
  expect(await text(page, 'h1')).toBe('Croydon')
  const { total, eliminated } = await on.product.get<{ total: number; eliminated: number }>(
    `/chain?places=${CROYDON}`,
  )
  expect(total).toBe(3_893_404_670)
  expect(await text(page, '.finding')).toMatch(/£3\.9bn: all spending here, how we know was spent in Croydon/)
  expect(await text(page, '.matrix tfoot')).toMatch(/^In all£3\.9bn/)
  expect(await text(page, '.below')).toMatch(/with these the total is £3,893,404,670/)

  await page.locator('.flow-band.door').first().dispatchEvent('click')
  await page.waitForSelector('.lines-table tbody tr')
  expect(await page.evaluate(() => location.search)).toMatch(/l=way:/)
  expect(await text(page, '#lines-title')).toMatch(/^Decided by .*, held by .*, Croydon$/)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /transfers left out/ }).click()
  await page.waitForSelector('.lines-table tbody tr')
  expect((await text(page, '.lines-head .note')).replaceAll(',', '')).toContain(`£${eliminated}`)
  await page.keyboard.press('Escape')

  const csv = String(await saved(page, 'Download the flow of money, CSV'))
  const amounts = csv
    .split('\r\n')
    .slice(1)
    .filter((line) => /^[a-z_]+,[a-z_]+,/.test(line))
  expect(amounts.length).toBeGreaterThan(200)
  await page.close()
})

test('by keyboard the table gives the same doors, one stop for the tab key, arrows between them', async () => {
  const page = await on.pages.open('?v=1&page=flow')
  await quiet(page)
  await tabTo(page, /^£27\.5bn: Elected local bodies freely, Councils/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.lines-table tbody tr')
  expect(await text(page, '#lines-title')).toMatch(
    /^Decided by elected local bodies under duties and ring-fences, held by elected local bodies, spent by Councils, on /,
  )
  await page.close()
})

test('axe finds nothing serious on the flow of money, and nothing overflows', async () => {
  const page = await on.pages.open('?v=1&page=flow')
  await quiet(page)
  for (const size of [DESK, { width: 1024, height: 768 }, PHONE]) {
    await page.setViewportSize(size)
    expect(await faults(page)).toEqual([])
    expect(await beyond(page)).toBeLessThanOrEqual(0)
  }
  await page.close()
})
