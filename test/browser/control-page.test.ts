/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { money, percentTenth, points, pounds } from '../../client/format.ts'
import type { ControlReply, CountReply, DevolutionReply, SpendReply } from '../../server/api/contract.ts'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { DESK, PHONE, saved, settled, tabTo, text } from './page.ts'

jest.setTimeout(90_000)

const on = browsing()

const WORCESTERSHIRE = 'E10000034'
const COUNCILLORS = `?v=1&page=control&d=councillors&p=${WORCESTERSHIRE}`
const SCHOOLS = 'rule:education>1'
const asParameter = (rules: string) => encodeURIComponent(rules)

const still = (page: Page) => page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))

async function opened(query: string) {
  const page = await on.pages.open(query)
  await settled(page, 'Worcestershire')
  await page.waitForSelector('.control-effect')
  return page
}

const control = (more: string) =>
  on.product.get<ControlReply>(
    `/control?definition=councillors&together=true&places=${WORCESTERSHIRE}${more}`,
  )
const own = ({ data }: ControlReply, column: string) => data[column]![0] as number

test('schools un-ring-fenced change the share of Worcestershire, and the link shows the same elsewhere', async () => {
  const [before, after] = await Promise.all([control(''), control(`&rules=${asParameter(SCHOOLS)}`)])
  expect(own(after, 'share')).toBeGreaterThan(own(before, 'share'))
  const page = await opened(COUNCILLORS)
  expect(await text(page, '.control-effect')).toContain(percentTenth(own(before, 'share')))
  await page.getByRole('button', { name: /^Add: Schools grant/ }).click()
  const said = percentTenth(own(after, 'share'))
  await page.waitForFunction(
    (share) => document.querySelector('.control-effect .finding')?.textContent?.includes(share),
    said,
  )
  const effect = await text(page, '.control-effect')
  for (const each of [
    money(own(after, 'numerator')),
    money(own(after, 'denominator')),
    money(own(before, 'numerator')),
    points(own(after, 'share') - own(before, 'share')),
  ])
    expect(effect).toContain(each)
  const moved = own(after, 'numerator') - own(before, 'numerator')
  await page.waitForSelector('.rule-effect:text("Moves £")')
  expect(await text(page, '.rule-effect')).toBe(`Moves ${money(moved)} from class 2 to class 1.`)

  await page.getByLabel('Its name, as exports print it').fill('Schools are ours ')
  await still(page)
  expect(await text(page, '.sentence')).toContain('schools are ours')
  expect(await text(page, '.in-full')).toMatch(
    /Schools are ours\..*Councils: education: class 1, Locally decided\./,
  )
  const rows = await page.locator('.range tbody tr').allTextContents()
  expect(rows.find((row) => row.includes('Schools are ours'))).toContain(said)
  expect(rows.find((row) => row.includes('Councillors decide'))).toContain(percentTenth(own(before, 'share')))
  const wide = before.definitions.find(({ id }) => id === 'can-be-pooled')!
  expect(rows.find((row) => row.includes(wide.name))).toContain(percentTenth(wide.share))

  const link = new URL(page.url()).search
  const other = await opened(link)
  await still(other)
  for (const part of ['.control-effect', '.range', '.in-full'])
    expect(await text(other, part)).toBe(await text(page, part))
  const file = (await saved(other, 'Download every place, CSV')).toString('utf8')
  expect(file.split('\n').find((row) => row.includes('Worcestershire'))).toContain(
    String(own(after, 'numerator')),
  )
  expect(await other.getByRole('link', { name: 'Download every place, XLSX' }).getAttribute('href')).toMatch(
    /named=Schools%20are%20ours.*rules=rule:education%3E1/,
  )
  await page.close()
  await other.close()
})

test('the map, the table and the rank of Explore go by the reader’s own definition', async () => {
  const rules = `&rules=${asParameter(SCHOOLS)}`
  const everywhere = await on.product.get<ControlReply>(`/control?definition=councillors${rules}`)
  const page = await on.pages.open(`?v=1&d=councillors&s=table&r=${asParameter(SCHOOLS)}&p=${WORCESTERSHIRE}`)
  await settled(page, 'Worcestershire')
  await page.waitForFunction(
    (breaks) => breaks.every((one) => document.querySelector('.legend')?.textContent?.includes(one)),
    everywhere.breaks.map((one) => percentTenth(one)),
  )
  const at = everywhere.data.place_name!.indexOf('Birmingham')
  const row = await page.locator('.place-table tbody tr', { hasText: 'Birmingham' }).textContent()
  expect(row).toContain(percentTenth(everywhere.data.share![at] as number))
  expect(row).toContain(money(everywhere.data.numerator![at] as number))
  await page.close()
})

test('a class figure opens the lines of that class under the reader’s rules, those classed anew marked', async () => {
  const after = await control(`&rules=${asParameter(SCHOOLS)}`)
  const page = await opened(`${COUNCILLORS}&r=${asParameter(SCHOOLS)}`)
  await page.getByRole('button', { name: /class 1, Locally decided, how we know/ }).click()
  await page.waitForSelector('.lines-table tbody tr')
  const said = await text(page, 'dialog.lines')
  expect(said).toContain(pounds(own(after, 'class_1')))
  expect(said).toContain('Your own, read first: Councils: education: class 1, Locally decided.')
  expect(
    await page.locator('.lines-table tr', { hasText: 'Education services' }).first().textContent(),
  ).toContain('by your rules')
  const href = await page.locator('.lines-foot a[href*="lines.csv"]').getAttribute('href')
  const lines = await (await fetch(on.product.url + href)).text()
  const [head, ...rows] = lines.trim().split(/\r?\n/)
  expect(head).toContain('classed_anew')
  expect(said).toContain(`${rows.length} lines`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /local under Councillors decide, unchanged, how we know/ }).click()
  await page.waitForSelector('.lines-table tbody tr')
  const unchanged = await text(page, 'dialog.lines')
  expect(unchanged).toContain(pounds(own(await control(''), 'class_1')))
  expect(unchanged).not.toContain('by your rules')
  await page.close()
})

test('real terms change figures, breaks and files; lines stay in cash and say so', async () => {
  const page = await on.pages.open(`?v=1&m=total&s=table&p=${WORCESTERSHIRE}`)
  await settled(page, 'Worcestershire')
  const cash = await text(page, '.legend')
  await page.getByRole('button', { name: /^Prices: cash prices/ }).click()
  const { deflator } = await on.product.get<CountReply>('/count')
  expect(await text(page, '.chooser-panel')).toContain(`published ${deflator.published}`)
  expect(await page.locator('.base-year option').count()).toBe(deflator.years.length)
  expect(await page.locator('.base-year option', { hasText: 'a forecast' }).count()).toBe(
    deflator.years.filter((year) => year >= deflator.forecast_from!).length,
  )
  await page.getByLabel('Base year').selectOption('2024-25')
  await page.getByRole('button', { name: 'Done' }).click()
  const asked = `places=${WORCESTERSHIRE}&prices=real:2024-25`
  const [spend, map] = await Promise.all([
    on.product.get<SpendReply>(`/spend?${asked}`),
    on.product.get<ControlReply>('/control?prices=real:2024-25'),
  ])
  await page.waitForFunction(
    (total) => document.querySelector('.figures')?.textContent?.includes(total),
    pounds(spend.total),
  )
  await still(page)
  expect(await text(page, '.sentence')).toContain('prices of 2024 to 2025')
  expect(await page.title()).toContain('prices of 2024 to 2025')
  const legend = await text(page, '.legend')
  expect(legend).not.toBe(cash)
  for (const one of map.amount_breaks.total) expect(legend).toContain(money(one))
  expect(await text(page, '[aria-labelledby="how-sure"]')).toContain('cash of 2017 to 2018 times 1.2980')
  const file = (await saved(page, 'Download this table, CSV')).toString('utf8')
  const at = map.data.place_name!.indexOf('Worcestershire')
  expect(file).toContain(String(map.data.denominator![at]))
  await page.getByRole('button', { name: 'total of Worcestershire, how we know' }).first().click()
  await page.waitForSelector('.lines-table tbody tr')
  const lines = await text(page, 'dialog.lines')
  expect(lines).toContain('cash prices, as every line was published')
  const { total } = await on.product.get<SpendReply>(`/spend?places=${WORCESTERSHIRE}`)
  expect(lines).toContain(`${pounds(total)} × 1.2980 = ${pounds(spend.total)}`)
  await page.close()
  const bad = await on.pages.open('?v=1&c=real:1066-67')
  await settled(bad, 'England')
  expect(await text(bad, '.notices')).toContain('no base year 1066-67; cash prices are shown')
  await bad.close()
})

test('devolving moves money in every place, says where nothing becomes local, and keeps the total', async () => {
  const page = await opened(`?v=1&page=control&d=locally-held&p=${WORCESTERSHIRE}`)
  await page.getByRole('button', { name: 'Add: Un-ring-fence schools' }).click()
  await page.waitForSelector('.devolution .by-definition')
  await still(page)
  const asked = `&places=${WORCESTERSHIRE}&moves=${asParameter(SCHOOLS)}`
  const get = (definition: string) =>
    on.product.get<DevolutionReply>(`/devolution?definition=${definition}${asked}`)
  const [held, councillors] = await Promise.all([get('locally-held'), get('councillors')])
  const said = await text(page, '.devolution .finding')
  expect(said).toContain(`${money(held.together!.moved)} moves from one class to another`)
  expect(said).toMatch(/Under “Locally held” nothing changes: it counted as local before and still does/)
  expect(said).toContain(`the total stays ${money(held.together!.denominator)}`)
  const row = await page.locator('.by-definition tr', { hasText: 'Councillors decide' }).textContent()
  expect(row).toContain(percentTenth(councillors.together!.share_before))
  expect(row).toContain(percentTenth(councillors.together!.share_after))
  await page.getByLabel('Definition of local control').selectOption('councillors')
  await page.waitForFunction(() =>
    document.querySelector('.devolution .finding')?.textContent?.includes('becomes local'),
  )
  await still(page)
  expect(page.url()).toContain('w=rule:education%3E1')
  const all = await on.product.get<DevolutionReply>(
    `/devolution?definition=councillors&order=-share_change&moves=${asParameter(SCHOOLS)}`,
  )
  const first = await page.locator('.devolution .sort-table tbody tr').first().textContent()
  expect(first).toContain(String(all.data.place_name![0]))
  expect(first).toContain(points(all.data.share_change![0] as number))
  expect(await page.locator('.devolution .sort-table tr.chosen').textContent()).toContain('Worcestershire')
  await page
    .locator('.devolution')
    .getByRole('button', { name: /Show all 15\d places/ })
    .click()
  expect(await page.locator('.devolution .sort-table tbody tr').count()).toBe(all.rows)
  const file = (await saved(page, 'Download the what-if, CSV')).toString('utf8')
  expect(file.trim().split(/\r?\n/)).toHaveLength(all.rows + 1)
  await page.close()
})

test('rules are built, ordered, removed and put back by keyboard; one that fits no line says so', async () => {
  const page = await opened(`${COUNCILLORS}&r=agency:E6101%3E1;sector:nobody%3E1`)
  await page.waitForSelector('.rule-effect:text("no line with money here fits it")')
  expect(await text(page, '.notices')).toContain('does not know “nobody”: the rule that names it is left out')
  await page.locator('.editor .builder summary').focus()
  await page.keyboard.press('Enter')
  const editor = page.locator('.editor')
  await editor.getByLabel('Kind of agency').selectOption('fire')
  await editor.getByLabel('Kind of spending').selectOption('current')
  await editor.getByLabel('Goes to').selectOption('3')
  expect(await text(page, '.editor .build-says')).toBe('Fire and rescue; current: class 3, Shared or pooled')
  await tabTo(page, /^Add this rule/)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('.editor .own-rules li').length === 2)
  await editor.getByRole('button', { name: 'Try rule 2 earlier' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() =>
    location.search.includes('r=sector:fire,economic:current%3E3%3Bagency:E6101%3E1'),
  )
  await page.waitForSelector('.rule-effect:text("from class 4 to class 3")')
  await editor.getByRole('button', { name: 'Remove rule 1' }).focus()
  await page.keyboard.press('Enter')
  expect(await text(page, '.undo')).toContain('Removed: Fire and rescue; current')
  await editor.getByRole('button', { name: 'Put it back' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('.editor .own-rules li').length === 2)
  await page.getByLabel('Start from').selectOption('councillors')
  await page.waitForFunction(() => !location.search.includes('r='))
  await page.close()
})

test('a definition is kept in the library, opened from it, deleted and put back', async () => {
  const page = await opened(`${COUNCILLORS}&r=${asParameter(SCHOOLS)}&n=Kept+schools`)
  await page.getByRole('button', { name: 'Save in the library' }).click()
  await page.waitForSelector('.kept-list li')
  const other = await opened(COUNCILLORS)
  await other.getByRole('button', { name: 'Open Kept schools' }).click()
  await other.waitForFunction(() => location.search.includes('n=Kept+schools'))
  const [one, two] = [page, other].map((each) => [...new URL(each.url()).searchParams].sort())
  expect(two).toEqual(one)
  await other.getByRole('button', { name: 'Delete Kept schools' }).click()
  await other.waitForFunction(() => !document.querySelector('.kept-list li'))
  await other.getByRole('button', { name: 'Put it back' }).click()
  await other.waitForSelector('.kept-list li')
  await page.close()
  await other.close()
})

test('without a library the page works and says so; Explore does without the page', async () => {
  const page = await on.browser.newPage({ viewport: DESK })
  await page.route('**/api/v1/definitions', (route) =>
    route.fulfill({ status: 404, json: { title: 'Not here' } }),
  )
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${on.product.url}/?v=1&d=councillors&p=${WORCESTERSHIRE}`)
  await settled(page, 'Worcestershire')
  expect(asked.some((url) => /control-page|definitions/.test(url))).toBe(false)
  await page.getByRole('link', { name: 'Local control', exact: true }).click()
  await page.waitForSelector('.kept')
  await page.waitForFunction(() =>
    document.querySelector('.kept')?.textContent?.includes('no library here now'),
  )
  expect(await text(page, '.control-effect')).toContain('Councillors decide')
  await page.close()
})

test.each([
  ['the page', `?v=1&page=control`],
  [
    'a definition and a what-if',
    `${COUNCILLORS}&r=${asParameter(`${SCHOOLS};sector:fire>3`)}&n=Ours&w=rule:adults%3E1`,
  ],
  ['recorded lines only', `?v=1&page=control&y=2010-11&r=${asParameter(SCHOOLS)}&w=rule:adults%3E1`],
  ['real terms', `${COUNCILLORS}&c=real:2028-29&l=class:1`],
])('axe finds nothing serious on %s, and nothing scrolls sideways', async (_, query) => {
  const page = await on.pages.open(query)
  await page.waitForSelector('.in-full')
  await still(page)
  if (!query.includes('l=')) await page.locator('.editor .builder summary').click()
  for (const size of [DESK, { width: 1024, height: 768 }, PHONE, { width: 320, height: 640 }]) {
    await page.setViewportSize(size)
    if (size.width !== 1024) expect(await faults(page)).toEqual([])
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('html, .control-page .card, .control-page .scroll')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.className || one.tagName),
    )
    expect({ width: size.width, wide }).toEqual({ width: size.width, wide: [] })
  }
  await page.close()
})

test('no share is drawn from recorded lines only, before or after devolving', async () => {
  const page = await opened(`${COUNCILLORS}&y=2010-11&w=${asParameter(SCHOOLS)}`)
  await page.waitForSelector('.devolution .sort-table')
  await still(page)
  expect(await text(page, '.control-effect')).toContain('No share is drawn from recorded lines only')
  expect(await page.locator('.range-chart').count()).toBe(0)
  const said = await text(page, '.devolution')
  expect(said).toMatch(/£\d+m becomes local\. *No pound/)
  expect(said).toContain('not drawn')
  expect(said).not.toMatch(/\d%/)
  await page.close()
})

test('print gives the definition with its rules, the range and the tables', async () => {
  const page = await opened(`${COUNCILLORS}&r=${asParameter(SCHOOLS)}&w=rule:adults%3E1`)
  await page.waitForSelector('.by-definition')
  await page.emulateMedia({ media: 'print' })
  for (const shown of ['.in-full .rules', '.own-rules', '.range-chart', '.by-definition', '.sort-table'])
    expect(await page.locator(shown).first().isVisible()).toBe(true)
  for (const left of ['.builder', '.presets', '.kept', '.rule-acts', '.start-from'])
    expect(await page.locator(left).first().isVisible()).toBe(false)
  await page.close()
})
