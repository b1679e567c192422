/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { browsing } from './browsing.ts'
import { focused, settled, tabTo, text } from './page.ts'

jest.setTimeout(90_000)

const on = browsing()

const addressed = (page: Page, part: string) =>
  page.waitForFunction((one) => location.search.includes(one), part)

test('a new user, from cold, by keyboard alone', async () => {
  const page = await on.pages.open()
  await settled(page, 'England')

  await tabTo(page, /^Place: /)
  await page.keyboard.press('Enter')
  await page.keyboard.type('croyd')
  await page.keyboard.press('Enter')
  await settled(page, 'Croydon')
  expect(await focused(page)).toMatch(/^Place: Croydon/)
  expect(await text(page, '[role=status].hidden')).toMatch(/Croydon: £3\.9bn, £10,117 a head, 60%/)

  await tabTo(page, /Where local control ends/)
  await page.keyboard.press('ArrowRight')
  await addressed(page, 'd=can-be-pooled')
  await page.keyboard.press('ArrowRight')
  await addressed(page, 'd=classes:1,2,3,4,5,6')
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(
    /after class 6, National entitlement: £3\.5bn of £3\.9bn, 89%/,
  )
  await page.keyboard.press('Home')
  await addressed(page, 'd=councillors')

  await tabTo(page, /6 National entitlement/)
  await page.keyboard.press('Space')
  await addressed(page, 'd=classes:1,6')
  expect(await text(page, '.share-now')).toMatch(/^Custom, classes 1 and 6: /)

  await tabTo(page, /NHS and health bodies/)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.lines-table tbody tr')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog:not([open])', { state: 'attached' })
  expect(await focused(page)).toMatch(/NHS and health bodies/)

  await page.locator('body').press('Home')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await tabTo(page, /^Measure/, 200)
  await page.keyboard.press('ArrowUp')
  await addressed(page, 'm=head')

  await tabTo(page, /^Table$/, 140)
  await page.keyboard.press('Enter')
  await addressed(page, 's=table')
  await page.evaluate(() => document.querySelector<HTMLElement>('.table-tools input')?.focus())
  await page.keyboard.type('bromley')
  await tabTo(page, /Count Bromley/)
  await page.keyboard.press('Space')
  await settled(page, 'Bromley and Croydon')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toBe('Bromley')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toMatch(/^£3\.1bn: total of Bromley/)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.lines-table tbody tr')
  expect(await text(page, '#lines-title')).toBe('All spending, Bromley')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog:not([open])', { state: 'attached' })

  await page.evaluate(() => document.querySelector<HTMLElement>('.table-tools input')?.focus())
  await tabTo(page, /Download this table, XLSX/)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
})

test('names people use find the place: Brum, Guildford, a code', async () => {
  const page = await on.pages.open()
  await settled(page, 'England')
  for (const [typed, name] of [
    ['brum', 'Birmingham'],
    ['guildford', 'Surrey'],
    ['E10000006', 'Cumbria'],
    ['greater manch', 'Greater Manchester Combined Authority'],
  ] as const) {
    await page.getByRole('button', { name: /^Place: / }).click()
    await page.locator('input[role=combobox]').fill(typed)
    await page.keyboard.press('Enter')
    await settled(page, name)
  }
})
