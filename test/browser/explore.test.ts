/// <reference lib="dom" />
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { money, percent, percentTenth, pounds } from '../../client/format.ts'
import type { ControlReply, CountReply, LinesReply, SpendReply } from '../../server/api/contract.ts'
import { faults } from './axe.ts'
import { launch, type Product, startProduct } from './product.ts'

jest.setTimeout(90_000)

const CROYDON = 'E09000008'
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let product: Product
let browser: Browser
const wrong: string[] = []

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launch(true)])
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function open(query = '', viewport = DESK): Promise<Page> {
  const page = await browser.newPage({ viewport, acceptDownloads: true })
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url) && !request.url().startsWith('blob:'))
      wrong.push(request.url())
  })
  await page.goto(`${product.url}/${query}`)
  await page.waitForSelector('#answer h1')
  return page
}

const settled = (page: Page, place: string) =>
  page.waitForFunction(
    (name) =>
      document.querySelector('#place-name')?.textContent === name &&
      document.querySelector('#answer')?.getAttribute('aria-busy') !== 'true',
    place,
  )
const text = async (page: Page, selector: string) => (await page.textContent(selector)) ?? ''
const share = (control: ControlReply) => control.data.share![0] as number

async function pick(page: Page, typed: string, name: string) {
  await page.getByRole('button', { name: /^Place: / }).click()
  await page.getByRole('combobox', { name: /Place/ }).fill(typed)
  await page.keyboard.press('Enter')
  await settled(page, name)
}

test('a new user finds Croydon, and every figure is the API’s to the last digit shown', async () => {
  const page = await open()
  await settled(page, 'England')
  await pick(page, 'croyd', 'Croydon')

  const spend = await product.get<SpendReply>(`/spend?places=${CROYDON}`)
  const control = await product.get<ControlReply>(`/control?places=${CROYDON}&together=true`)
  const head = spend.total! / spend.population!
  const finding = await text(page, '.finding')
  expect(finding).toContain(money(spend.total))
  expect(finding).toContain(`${pounds(head)} a head`)
  expect(finding).toContain(percent(share(control)))
  expect(await text(page, '.figures')).toContain(pounds(spend.total))
  for (const { name, numerator, share } of control.definitions) {
    const row = await page.locator('.definition', { hasText: name }).textContent()
    expect(row).toContain(money(numerator))
    expect(row).toContain(percent(share))
  }

  await page.getByLabel('Measure').selectOption('head')
  expect(page.url()).toContain('m=head')
  expect(await text(page, '#map-title')).toBe('Spending a head')
  await page.locator('.definition', { hasText: 'Locally held' }).click()
  await page.waitForFunction(() =>
    /“locally held”/.test(document.querySelector('.finding')?.textContent ?? ''),
  )

  await page.getByRole('button', { name: 'Table' }).first().click()
  await page.getByLabel('Filter by place').fill('croyd')
  const row = await page.locator('.place-table tbody tr').allTextContents()
  const held = control.definitions.find(({ id }) => id === 'locally-held')!
  expect(row).toHaveLength(1)
  expect(row[0]).toContain(pounds(head))
  expect(row[0]).toContain(percentTenth(held.share))

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'a head (CSV)' }).click(),
  ])
  const csv = await (await import('node:fs/promises')).readFile((await download.path())!, 'utf8')
  const line = csv.split(/\r?\n/).find((each) => each.startsWith(CROYDON))!
  expect(line.split(',').map(Number)).toContain(head)

  const link = page.url()
  const other = await open(link.slice(link.indexOf('?')))
  await settled(other, 'Croydon')
  expect(await text(other, '.finding')).toBe(await text(page, '.finding'))
  expect(await other.getByLabel('Filter by place').inputValue()).toBe('croyd')
  await page.goBack()
  await page.goBack()
  expect(page.url()).not.toContain('d=')
  await other.close()
  await page.close()
})

test('the lines under a bar open, add up and lead to a cell of a publication', async () => {
  const page = await open(`?v=1&p=${CROYDON}`)
  await settled(page, 'Croydon')
  const { sectors } = await product.get<CountReply>('/count')
  await page.locator('.bar', { hasText: sectors.find(({ id }) => id === 'nhs')!.name }).click()
  await page.waitForSelector('.lines-table tbody tr')
  const lines = await product.get<LinesReply>(`/lines?places=${CROYDON}&sector=nhs&limit=50`)
  expect(await text(page, '.lines-head')).toContain(pounds(lines.total))
  const first = await text(page, '.lines-table tbody tr')
  expect(first).toContain(pounds(lines.data.amount![0] as number))
  expect(first).toContain(String(lines.data.source_file![0]))
  expect(first).toMatch(/row [\d,]+, column [\d,]+/)
  expect(first).toMatch(/shared out by .+: [\d,.]+ of [\d,.]+/)
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !location.search.includes('l='))
  await page.close()
})

test('a place is chosen on the map', async () => {
  const page = await open('?v=1&m=total')
  await page.waitForSelector('[data-drawn]')
  const box = (await page.locator('.map').boundingBox())!
  await page.mouse.click(box.x + box.width * 0.53, box.y + box.height * 0.34)
  await page.waitForFunction(() => location.search.includes('p=E'))
  const name = await page.waitForFunction(() => {
    const busy = document.querySelector('#answer')?.getAttribute('aria-busy') === 'true'
    return busy ? null : document.querySelector('#place-name')?.textContent
  })
  expect(await name.jsonValue()).not.toBe('England')
  await page.close()
})

test('by keyboard alone: a place, a definition, its lines and back', async () => {
  const page = await open()
  await settled(page, 'England')
  const focused = () =>
    page.evaluate(() => {
      const on = document.activeElement
      return `${on?.getAttribute('aria-label') ?? ''} ${on?.textContent ?? ''}`
    })
  const tabTo = async (wanted: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      if (wanted.test(await focused())) return
    }
    throw new Error(`the tab key never reaches ${wanted}`)
  }
  await tabTo(/^Place: /)
  await page.keyboard.press('Enter')
  await page.keyboard.type('E10000006')
  await page.keyboard.press('Enter')
  await settled(page, 'Cumbria')
  expect(await focused()).toMatch(/Cumbria/)
  await tabTo(/open every line/)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.lines-table tbody tr')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog:not([open])', { state: 'attached' })
  expect(await focused()).toMatch(/open every line/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowUp')
  await page.waitForFunction(() => location.search.includes('d=locally-held'))
  expect(await text(page, '[role=status].hidden')).toContain('Cumbria')
  await page.close()
})

test('Cumbria says that Copeland made no return', async () => {
  const page = await open('?v=1&p=E10000006')
  await settled(page, 'Cumbria')
  expect(await text(page, '.finding')).toMatch(/Copeland Borough Council made no revenue or capital return/)
  expect(await text(page, '.figures')).toContain('excludes Copeland')
  await page.close()
})

test.each([
  ['explore', `?v=1&p=${CROYDON}`],
  ['table', '?v=1&s=table&m=total'],
  ['data', '?v=1&page=data'],
])(
  'axe finds nothing serious on the %s screen, at 1440 and at 390, and nothing overflows',
  async (_, query) => {
    for (const size of [DESK, PHONE]) {
      const page = await open(query, size)
      await page.waitForSelector('[data-drawn], .data-page', { state: 'attached' })
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
      expect(await faults(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      await page.close()
    }
  },
)

test('a bad link is told and shown as far as it goes; a lost server is told, waited for and asked again', async () => {
  const page = await open('?v=1&p=E99999999&m=kilos')
  await settled(page, 'England')
  expect(await text(page, '.notices')).toMatch(/no place “E99999999”/)
  await product.halt()
  await page.getByRole('button', { name: /^Place: / }).click()
  await page.keyboard.type('kent')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.notice.wrong')
  expect(await text(page, '#place-name')).toBe('England')
  await product.start()
  await settled(page, 'Kent')
  await page.close()
})

test('without WebGL the table and the places still work', async () => {
  const plain = await launch(false)
  const page = await plain.newPage({ viewport: DESK })
  await page.goto(`${product.url}/?v=1&p=${CROYDON}`)
  await page.waitForSelector('.no-map')
  await page.getByRole('button', { name: 'Show the table' }).click()
  await page.getByRole('button', { name: 'Birmingham' }).click()
  await settled(page, 'Birmingham')
  expect(await page.locator('.place-table tbody tr').count()).toBe(152)
  await plain.close()
})

test('nothing was thrown and nothing was asked of another host', () => {
  expect(wrong).toEqual([])
})
