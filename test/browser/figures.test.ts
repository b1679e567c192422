/// <reference lib="dom" />
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { money, percent, percentTenth, pounds } from '../../client/format.ts'
import type { ControlReply, SpendReply } from '../../server/api/contract.ts'
import { CROYDON, Pages, saved, settled, text } from './page.ts'
import { launch, type Product, startProduct } from './product.ts'

jest.setTimeout(90_000)

let product: Product
let browser: Browser
let pages: Pages

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launch(false)])
  pages = new Pages(browser, product)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
  expect(pages.wrong).toEqual([])
})

test.each([
  ['Croydon', `p=${CROYDON}`, `places=${CROYDON}`],
  ['Cumbria', 'p=E10000006&f=budget', 'places=E10000006&fill=budget'],
  ['London', 'p=E12000007&x=capital', 'places=E12000007&scope=-capital'],
])('every figure of %s is the API’s to the last digit shown', async (name, view, asked) => {
  const page = await pages.open(`?v=1&d=classes:1,2,5&${view}`)
  await settled(page, name)
  const [control, ...spends] = await Promise.all([
    product.get<ControlReply>(`/control?definition=classes:1,2,5&together=true&${asked}`),
    ...(['sector', 'division', 'agency'] as const).map((by) =>
      product.get<SpendReply>(`/spend?by=${by}&${asked}`),
    ),
  ])
  const [spend] = spends
  const own = (column: string) => control.data[column]![0] as number
  const figures = await text(page, '.figures')
  expect(figures).toContain(pounds(spend!.total))
  expect(figures).toContain(pounds(spend!.total! / spend!.population!))
  expect(figures).toContain(percent(spend!.coverage.recorded))
  const now = await text(page, '.share-now')
  for (const shown of [money(own('numerator')), money(own('denominator')), percent(own('share'))])
    expect(now).toContain(shown)
  for (const one of control.definitions) {
    const row = await page.locator('.definition', { hasText: one.name }).textContent()
    expect(row).toContain(`${money(one.numerator)} ${percent(one.share)}`)
  }
  for (let one = 1; one <= 7; one += 1) {
    const amount = own(`class_${one}`)
    const row = await page
      .locator('.classes tbody tr')
      .nth(one - 1)
      .textContent()
    expect(row).toContain(amount === 0 ? 'none' : money(amount))
  }
  const bars = await page.locator('.bar').allTextContents()
  for (const { data } of spends.slice(0, 2))
    for (const amount of data.amount as number[])
      expect(bars.some((bar) => bar.includes(money(amount)))).toBe(true)
  await page.close()
})

test('the table on screen, the API and the download say the same', async () => {
  const page = await pages.open('?v=1&s=table&q=london&o=-head&d=classes:1,2')
  await settled(page, 'England')
  const question = 'definition=locally-held&order=-head&places=E12000007'
  const api = await product.get<ControlReply>(`/control?${question}`)
  const rows = await page.locator('.place-table tbody tr').allTextContents()
  expect(rows).toHaveLength(api.rows)
  const value = (column: string, row: number) => api.data[column]![row] as number
  for (const [i, shown] of rows.entries()) {
    expect(shown).toContain(String(api.data.place_name![i]))
    for (const each of [
      money(value('denominator', i)),
      pounds(value('head', i)),
      money(value('numerator', i)),
      percentTenth(value('share', i)),
    ])
      expect(shown).toContain(each)
  }
  const [head, ...lines] = (await saved(page, 'Download this table, CSV'))
    .toString('utf8')
    .trim()
    .split(/\r?\n/)
  const columns = head!.split(',')
  expect(lines).toHaveLength(api.rows)
  for (const [i, line] of lines.entries()) {
    const cells = line.split(',')
    for (const column of ['place', 'numerator', 'denominator', 'share', 'head', 'missing'])
      expect(cells[columns.indexOf(column)]).toBe(String(api.data[column]![i]))
  }
  const sum = (column: string) =>
    api.data[column]!.reduce((total: number, each) => total + (each as number), 0)
  const foot = await text(page, '.place-table tfoot')
  expect(foot).toContain(money(sum('denominator')))
  expect(foot).toContain(pounds(sum('denominator') / sum('persons')))
  expect(foot).toContain(percentTenth(sum('numerator') / sum('denominator')))
  expect(await text(page, '.table-foot')).toContain(pounds(sum('denominator')))
  await page.close()
})

test('how we know: a head, a share, a class and a cell each open their own numbers', async () => {
  const page = await pages.open(`?v=1&p=${CROYDON}`)
  await settled(page, 'Croydon')
  const control = await product.get<ControlReply>(`/control?places=${CROYDON}&together=true`)
  const own = (column: string) => control.data[column]![0] as number
  const opened = async (name: RegExp) => {
    await page.getByRole('button', { name }).first().click()
    await page.waitForSelector('.lines-table tbody tr')
    const said = await text(page, 'dialog.lines')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog:not([open])', { state: 'attached' })
    return said
  }
  const head = await opened(/spending a head.*how we know/)
  expect(head).toContain(`${pounds(own('denominator'))} ÷ 384,837 people = £10,117 a head`)
  const share = await opened(/share under local control, how we know/)
  expect(share).toContain(`${pounds(own('numerator'))} ÷ ${pounds(own('denominator'))}`)
  expect(share).toMatch(/19 rules decide/)
  expect(share).toContain(`/api/v1/control?definition=local-bodies&places=${CROYDON}`)
  expect(await opened(/class 4, Local arm.*how we know/)).toContain(pounds(own('class_4')))
  await page.getByRole('button', { name: /class 4, Local arm/ }).click()
  await page.locator('.lines-table a', { hasText: 'Shared out within the region' }).first().click()
  await page.waitForSelector('#rule-health.pointed')
  expect(page.url()).toMatch(/page=data&.*at=rule-health/)
  await page.close()
})
