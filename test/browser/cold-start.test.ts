/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import { money, percent, pounds } from '../../client/format.ts'
import type { ControlReply, LinesReply, SpendReply } from '../../server/api/contract.ts'
import { browsing } from './browsing.ts'
import { CROYDON, saved, settled, text } from './page.ts'

jest.setTimeout(90_000)

const THREE = 'E09000006,E09000008,E09000028'
const on = browsing()

test('a new user, from cold', async () => {
  const page = await on.pages.open()
  await settled(page, 'England')
  expect(await text(page, '.finding')).toMatch(/Every public pound .+ who spends it, and who controls it/)

  // finds Croydon and reads its total and share
  await page.getByRole('button', { name: /^Place: / }).click()
  await page.locator('input[role=combobox]').fill('croyd')
  await page.keyboard.press('Enter')
  await settled(page, 'Croydon')
  const spend = await on.product.get<SpendReply>(`/spend?places=${CROYDON}`)
  const control = await on.product.get<ControlReply>(`/control?places=${CROYDON}&together=true`)
  const finding = await text(page, '.finding')
  expect(finding).toContain(money(spend.total))
  expect(finding).toContain(percent(control.data.share![0] as number))

  // moves the marker: drags it to where "locally held" ends, then on to everything but the national
  const marker = page.getByRole('slider', { name: /local control ends/ })
  const strip = (await page.locator('.strip').boundingBox())!
  const stop = (id: string) => control.definitions.find((one) => one.id === id)!.share! * strip.width
  const drag = async (to: number) => {
    const box = (await marker.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(strip.x + to + 3, box.y + 5, { steps: 5 })
    await page.mouse.up()
  }
  await drag(stop('locally-held'))
  expect(page.url()).toContain('d=locally-held')
  const held = control.definitions.find(({ id }) => id === 'locally-held')!
  expect(await text(page, '.share-now')).toContain(money(held.numerator))
  expect(await text(page, '.share-now')).toContain(percent(held.share))
  await drag(strip.width * 0.88)
  expect(page.url()).toContain('d=classes:1,2,3,4,5,6')
  expect(await page.getByLabel('Definition of local control').locator('option:checked').textContent()).toBe(
    'custom, classes 1 to 6',
  )

  // switches to per head
  await page.getByLabel('Measure').selectOption('head')
  expect(await text(page, '#map-title')).toBe('Spending a head')

  // ticks two more places in the table
  await page.getByRole('button', { name: 'Table', exact: true }).first().click()
  await page.getByRole('checkbox', { name: /Bromley/ }).check()
  await settled(page, 'Bromley and Croydon')
  await page.getByRole('checkbox', { name: /Southwark/ }).check()
  await settled(page, 'Bromley, Croydon and Southwark')
  expect(page.url()).toContain(`p=${THREE}`)
  const together = await on.product.get<SpendReply>(`/spend?places=${THREE}&by=sector`)
  expect(await text(page, '.figures')).toContain(pounds(together.total))
  expect(await text(page, '.figures')).toContain(pounds(together.total! / together.population!))
  expect(await page.locator('.together tbody tr').count()).toBe(3)

  // opens the lines under a bar
  await page.locator('.bar', { hasText: 'NHS' }).first().click()
  await page.waitForSelector('.lines-table tbody tr')
  const lines = await on.product.get<LinesReply>(`/lines?places=${THREE}&sector=nhs&limit=50`)
  expect(await text(page, '.lines-head')).toContain(pounds(lines.total))
  expect(await text(page, '.lines-table tbody tr')).toContain(pounds(lines.data.amount![0] as number))
  expect(await text(page, '.lines-table tbody tr')).toMatch(/row [\d,]+, column [\d,]+/)
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !location.search.includes('l='))

  // downloads the table
  const csv = (await saved(page, 'Download this table, CSV')).toString('utf8')
  expect(csv.trim().split('\n')).toHaveLength(153)
  const book = await saved(page, 'Download this table, XLSX')
  expect(book.subarray(0, 2).toString()).toBe('PK')

  // opens the link in a fresh browser and sees the same
  const other = await on.pages.open(new URL(page.url()).search)
  await settled(other, 'Bromley, Croydon and Southwark')
  for (const part of ['.sentence', '.finding', '.figures', '.share-now', '.together', '.place-table tbody'])
    expect(await text(other, part)).toBe(await text(page, part))
  expect(await other.title()).toBe(await page.title())

  // and goes back to where it was
  await page.goBack()
  await page.waitForSelector('dialog[open]')
  await page.goBack()
  await page.goBack()
  await settled(page, 'Bromley and Croydon')
  await page.reload()
  await settled(page, 'Bromley and Croydon')
})
