/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import { pounds } from '../../client/format.ts'
import type { ControlReply, SpendReply } from '../../server/api/contract.ts'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { CROYDON, PHONE, saved, settled, text } from './page.ts'

jest.setTimeout(90_000)

const BROMLEY = 'E09000006'
const on = browsing()

test('a year of recorded lines only draws no share, and says so', async () => {
  const page = await on.pages.open(`?v=1&y=2012-13&p=${CROYDON}`)
  await settled(page, 'Croydon')
  await page.waitForSelector('[data-drawn]')
  expect(await text(page, '.finding')).toMatch(/housing benefit of councils, police and fire/)
  expect(await text(page, '.finding')).not.toMatch(/%.*under local control/)
  expect(await text(page, '.share-now')).not.toMatch(/[=%]/)
  expect(await text(page, '.definitions')).not.toContain('%')
  expect(await text(page, '.legend')).toMatch(/No share is drawn.+152 places with no figure/)
  expect(await page.locator('.rank').count()).toBe(0)
  expect(await text(page, '.side-map .note')).toContain('recorded lines only')
  expect(await page.textContent('body')).not.toContain('everything counted')
  expect(await faults(page)).toEqual([])
  await page.getByLabel('Measure').selectOption('head')
  await page.waitForSelector('.legend-bars')
  await page.waitForSelector('.rank')
  await page.close()
})

test.each([960, 1024, 1280, 1440, 1920])('no panel of choices widens a window of %i', async (width) => {
  const page = await on.pages.open('', { width, height: 900 })
  await settled(page, 'England')
  for (const name of [/^Place: /, /^What is counted: /, /^Find on the map/]) {
    const opener = page.getByRole('button', { name })
    await opener.click()
    const box = (await page.locator('.chooser-panel').boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
    expect(await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, scrollX])).toEqual([
      0, 0,
    ])
    await page.keyboard.press('Escape')
  }
  await page.close()
})

test('the ticked places have a total, a table, a file and a link of their own', async () => {
  const both = `${BROMLEY},${CROYDON}`
  const page = await on.pages.open(`?v=1&s=table&p=${both}`)
  await settled(page, 'Bromley and Croydon')
  const spend = await on.product.get<SpendReply>(`/spend?places=${both}`)
  expect(await text(page, '.table-foot')).toContain(`The 2 ticked add to ${pounds(spend.total)}, `)
  await page.getByRole('checkbox', { name: /Only the ticked/ }).check()
  expect(await page.locator('.place-table tbody tr').count()).toBe(2)
  expect(page.url()).toContain('t=only')
  const lines = (await saved(page, 'Download this table, CSV')).toString('utf8').trim().split('\n')
  expect(lines).toHaveLength(3)
  const own = (await saved(page, 'Download these places, CSV')).toString('utf8').trim().split('\n')
  expect(own).toHaveLength(3)
  const book = await saved(page, 'Download these places, XLSX')
  expect(book.subarray(0, 2).toString()).toBe('PK')
  await page.close()
})

test('a body that serves several places is one return in the total, the legend and the API alike', async () => {
  const page = await on.pages.open('?v=1&s=table&y=2016-17')
  await settled(page, 'England')
  const { coverage } = await on.product.get<SpendReply>('/spend?year=2016-17')
  const returns = new Set(coverage.missing.map(({ agency, what }) => `${agency} ${what}`)).size
  const { data } = await on.product.get<ControlReply>('/control?year=2016-17')
  const rows = (data.missing as number[]).reduce((all, each) => all + each, 0)
  expect(rows).toBeGreaterThan(returns)
  expect(await text(page, '.place-table tfoot td:last-child')).toBe(String(returns))
  expect(await text(page, '.table-foot')).toContain(`${returns} returns missing: one of a body that serves`)
  expect(await text(page, '.legend')).toContain(`${returns} returns in all`)
  await page.close()
})

test('a phone shows twenty places, then all; the map is one press away', async () => {
  const page = await on.pages.open('', PHONE, { hasTouch: true, isMobile: true })
  await settled(page, 'England')
  const rows = page.locator('.place-table tbody tr')
  await rows.nth(19).waitFor()
  expect(await rows.filter({ visible: true }).count()).toBe(20)
  expect(await page.locator('.keys-hint').filter({ visible: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Show all 152 places' }).click()
  expect(await rows.filter({ visible: true }).count()).toBe(152)
  await page.evaluate(() => scrollTo(0, 0))
  await page.getByRole('button', { name: 'Map', exact: true }).filter({ visible: true }).click()
  await page.waitForFunction(() => {
    const { top } = document.querySelector('#map-title')!.getBoundingClientRect()
    return Math.abs(top) < 100
  })
  await page.close()
})
