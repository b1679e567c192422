/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { DESK, PHONE, saved, settled, text } from './page.ts'

jest.setTimeout(90_000)

const on = browsing()
const WORCESTERSHIRE = 'E10000034'
const REAL = `?v=1&m=total&b=2013-14&p=${WORCESTERSHIRE}&c=real:2017-18`

const quiet = (page: Page) => page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a link shows the change between two years in real terms, with what weakens it and a line of all years', async () => {
  const page = await on.pages.open(REAL)
  await settled(page, 'Worcestershire')
  await quiet(page)
  const said = await text(page, '.finding')
  expect(said).toMatch(
    /£197m more was spent in Worcestershire in 2017 to 2018 than in 2013 to 2014, in prices of 2017 to 2018: \+4\.1% in all, \+1\.3% a head/,
  )
  expect(said).toMatch(/2013 to 2014: Council capital is shared out from regional figures/)
  expect(said).toMatch(
    /Of the change, [+−]£\d+m is recorded here and \+£\d+m is shared out from a wider area. The largest, \+£109m in National transport, is shared out, not recorded here\./,
  )
  expect(await text(page, '.moved-classes')).toMatch(/Capital of police and fire stands under Councils/)
  expect(await page.locator('#change-sectors ~ table .change-mark.shared').count()).toBeGreaterThan(5)
  expect(await page.locator('#change-sectors ~ table .change-mark.recorded').count()).toBeGreaterThan(0)
  await page.locator('.year-lines svg circle').nth(14).waitFor()
  expect(await page.locator('.year-lines svg circle').count()).toBe(15)
  expect(await page.locator('.years-line tbody tr').count()).toBe(5)
  const [first] = await page.locator('#change-sectors ~ table tbody tr').allTextContents()
  expect(first).toMatch(
    /National transport.*\+£109m £0 recorded for the place, \+£109m shared out.*\+150\.3%/,
  )
  await page.close()
})

test('a reader turns change on in the question and is offered only years counted alike', async () => {
  const page = await on.pages.open(`?v=1&m=head&p=${WORCESTERSHIRE}`)
  await settled(page, 'Worcestershire')
  const from = page.getByRole('combobox', { name: 'Change from' })
  expect(await from.locator('option').allTextContents()).toEqual([
    'alone',
    'changed from 2013 to 2014',
    'changed from 2014 to 2015',
    'changed from 2015 to 2016',
    'changed from 2016 to 2017',
  ])
  await from.selectOption('2014-15')
  await page.waitForFunction(() => location.search.includes('b=2014-15'))
  await page.getByRole('combobox', { name: 'Unit of change' }).selectOption('ratio')
  await page.waitForSelector('.legend >> text=Orange is less, purple is more')
  expect(await text(page, '#map-title')).toBe('Change in spending a head')
  expect(await text(page, '.legend')).toMatch(/−7\.0%−3\.0%\+3\.0%\+7\.0%/)
  const years = page.getByRole('combobox', { name: 'Year', exact: true })
  expect(await years.locator('option').count()).toBe(4)
  await page.close()
})

test('years that are not counted alike show one year alone and say why', async () => {
  const page = await on.pages.open('?v=1&b=2011-12')
  await settled(page, 'England')
  expect(await text(page, '.notices')).toMatch(/holds recorded lines only/)
  await page.waitForSelector('.years-line')
  expect(await page.locator('#change-sectors').count()).toBe(0)
  await page.close()
})

test('winners and losers are ordered, filtered and saved as they stand', async () => {
  const page = await on.pages.open(`${REAL}&s=table&oc=head_change&q=worc`)
  await page.waitForSelector('.change-table tbody tr')
  await quiet(page)
  await page.getByRole('searchbox').fill('')
  await page.waitForFunction(() => document.querySelectorAll('.change-table tbody tr').length === 152)
  const heads = await page.locator('.change-table tbody tr td:nth-child(7)').allTextContents()
  const amounts = heads.map((one) => Number(one.replace('−', '-').replace(/[+£,]/g, '')))
  expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
  await page.getByRole('searchbox').fill('worcestershire')
  await page.waitForFunction(() => document.querySelectorAll('.change-table tbody tr').length === 1)
  const csv = String(await saved(page, 'Download winners and losers, CSV')).split('\r\n')
  expect(csv.filter((line) => line.startsWith('E10000034,Worcestershire,'))).toHaveLength(1)
  expect(csv.join()).toMatch(/196887985\.9/)
  await page.close()
})

test('places together are named, and the name goes with them in the link; a saved set is opened by name', async () => {
  const page = await on.pages.open('?v=1')
  await settled(page, 'England')
  const kept: { id: string; name: string; places: string[] }[] = []
  await page.route('**/api/v1/sets', async (route) => {
    if (route.request().method() === 'GET') return route.fulfill({ json: { items: kept } })
    const { name, document } = route.request().postDataJSON()
    kept.push({ id: 'abcdefgh1234', name, places: document.members })
    return route.fulfill({ status: 201, json: {} })
  })
  await page.goto(`${on.product.url}/?v=1&p=E10000013,${WORCESTERSHIRE}&b=2013-14`)
  await settled(page, 'Gloucestershire and Worcestershire')
  await page.getByLabel('Name of these places').fill('Severn Vale')
  await page.getByRole('button', { name: 'Save the set' }).click()
  await settled(page, 'Severn Vale')
  await page.waitForSelector('text=Take “Severn Vale” off the saved sets')
  expect(await page.evaluate(() => location.search)).toMatch(/pn=Severn\+Vale/)
  expect(kept).toEqual([{ id: 'abcdefgh1234', name: 'Severn Vale', places: ['E10000013', WORCESTERSHIRE] }])
  expect(await page.locator('.together tbody th').allTextContents()).toEqual(
    expect.arrayContaining(['Gloucestershire', 'Worcestershire']),
  )

  await page.getByRole('button', { name: /^Place: / }).click()
  await page.locator('input[role=combobox]').fill('croydon')
  await page.keyboard.press('Enter')
  await settled(page, 'Croydon')
  expect(await page.evaluate(() => location.search)).not.toMatch(/pn=/)
  await page.getByRole('button', { name: /^Place: / }).click()
  await page.locator('input[role=combobox]').fill('severn')
  await page.keyboard.press('Enter')
  await settled(page, 'Severn Vale')
  await page.close()
})

test('a region, a combined authority, a police area and a pilot each show what every member brings to the change', async () => {
  const page = await on.pages.open('?v=1')
  for (const [code, members] of [
    ['E12000001', 12],
    ['set:ca-greater-manchester', 10],
  ] as const) {
    await page.goto(`${on.product.url}/?v=1&m=total&b=2013-14&p=${code}`)
    await page.waitForSelector('.together tbody tr')
    await quiet(page)
    expect(await page.locator('.together tbody tr').count()).toBe(members)
  }
  const { sets } = await on.product.get<{ sets: { id: string; kind: string; members: string[] }[] }>('/count')
  for (const kind of ['police_area', 'pilot']) {
    const set = sets.find((one) => one.kind === kind && one.members.length > 2)!
    await page.goto(`${on.product.url}/?v=1&m=total&b=2013-14&p=set:${set.id}`)
    await page.waitForSelector('.together tbody tr')
    await quiet(page)
    expect(await page.locator('.together tbody tr').count()).toBe(set.members.length)
  }
  await page.close()
})

test('axe finds nothing serious on change, and nothing overflows', async () => {
  const page = await on.pages.open(`?v=1&m=total&b=2013-14&p=E10000013,${WORCESTERSHIRE}&s=table`)
  await page.waitForSelector('.change-table tbody tr')
  await quiet(page)
  for (const size of [DESK, { width: 1024, height: 768 }, PHONE]) {
    await page.setViewportSize(size)
    expect(await faults(page)).toEqual([])
    expect(await beyond(page)).toBeLessThanOrEqual(0)
  }
  await page.close()
})

test('at 320 the table of years scrolls in itself, not the page', async () => {
  const page = await on.pages.open(`?v=1&p=${WORCESTERSHIRE}`, { ...PHONE, width: 320 })
  await settled(page, 'Worcestershire')
  await page.locator('.years-line summary', { hasText: 'The same as a table' }).click()
  await page.getByRole('region', { name: 'Table of the figures year by year' }).waitFor()
  expect(await page.locator('.years-line tbody tr').count()).toBe(5)
  expect(await beyond(page)).toBeLessThanOrEqual(0)
  await page.context().close()
})
