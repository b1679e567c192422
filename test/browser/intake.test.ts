/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import { expect, jest, test } from '@jest/globals'
import type { Page, Route } from 'playwright-core'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { PHONE, tabTo } from './page.ts'

jest.setTimeout(120_000)

const on = browsing()
const IMPORT = '?v=1&page=import'

const APRIL = `Payments of £500 and more,,,,
Body,Paid,Purpose,Supplier,Amount
Croydon Council,03/04/2017,Roads,Acorn Works Ltd,"1,234.50"
Croydon Council,05/04/2017,Beds,Beech and Sons Ltd,2000
Croydon Council,21/04/2017,Roads,Cedar Telecom PLC,(20.25)
Croydn Homes Trust,06/04/2017,Homes,Dogwood Ltd,640.10
Croydon Council,07/04/2017,Roads,Elm PLC,n/a
Total,,,,3854.35
`
const MAY = `Amount,Body,Purpose,Supplier,Paid
99.99,Croydon Council,Roads,Acorn Works Ltd,02/05/2017
900.01,Croydn Homes Trust,Homes,Dogwood Ltd,31/05/2017
`

const PLAIN = `Body,Paid,Purpose,Amount
Croydon Council,02/05/2017,Roads,99.99
Croydon Council,31/05/2017,Homes,900.01
`

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.setInputFiles('.drop-zone input', files)
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const sums = async (page: Page) => {
  await page.waitForSelector('.sum-table')
  return page.$$eval('.sum-table tbody tr, .sum-table tfoot tr', (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.firstChild?.textContent?.trim() ?? '')),
  )
}
const shown = (page: Page, text: string) => page.locator('.step').getByText(text).first().waitFor()
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a payment file is brought, mapped and checked, its sums shown to the penny; next month takes one press', async () => {
  const page = await on.pages.open(IMPORT)
  await choose(page, file('april.csv', APRIL))
  await shown(page, '6 rows of data in 5 columns; not data: 1 title and 1 header.')
  expect(page.url()).toMatch(/page=import&intake=[a-z0-9]{12}$/)
  await press(page, 'Next: say what the columns mean')

  const meaning = (header: string) => page.getByLabel(`What ${header} means`).inputValue()
  expect(await Promise.all(['Body', 'Paid', 'Purpose', 'Supplier', 'Amount'].map(meaning))).toEqual([
    'agency',
    'date',
    'programme',
    'supplier',
    'amount',
  ])
  await shown(page, '“1,234.50” in the file is £1,234,500.00')
  const check = page.getByRole('button', { name: 'Check every row' })
  if (await check.isDisabled()) {
    await shown(page, 'Say where it is spent: no column does.')
    await page.getByRole('button', { name: /^Place of every row/ }).click()
    await page.getByRole('combobox', { name: /Council, district/ }).fill('croy')
    await page.keyboard.press('Enter')
  }
  await shown(page, 'Everything needed is said.')
  await check.click()

  expect(await sums(page)).toEqual([
    ['Accepted', '3', '£3,214.25'],
    ['Rejected', '2', '£640.10'],
    ['Totals of other rows', '1', '£3,854.35'],
    ['Not data', '2', 'none'],
    ['In the files', '8', '£7,708.70'],
    ['Rows and pounds add up: nothing is lost.'],
  ])
  await shown(page, '3 rows of 5 are accepted, £3,214.25 of £3,854.35.')
  await shown(page, 'Croydn Homes Trust is no agency of the count.')

  await page.reload()
  expect((await sums(page))[0]).toEqual(['Accepted', '3', '£3,214.25'])

  await press(page, /Say what they are.*Agencies/)
  const row = page.locator('.unmatched li', { hasText: '“Croydn Homes Trust”' })
  await row.getByRole('button', { name: /^What “Croydn Homes Trust” is/ }).click()
  await page.getByRole('combobox', { name: /Name or identifier/ }).fill('London Borough of Croydon')
  await page.keyboard.press('Enter')
  await row.getByText('London Borough of Croydon').waitFor()
  await page.getByLabel('Remember it as').fill('Croydon payments')
  await press(page, /^Remember$/)
  await shown(page, 'Remembered as “Croydon payments”.')
  await press(page, 'Check every row')
  await shown(page, '4 rows of 5 are accepted, £3,854.35 of £3,854.35.')
  expect((await sums(page)).slice(0, 2)).toEqual([
    ['Accepted', '4', '£3,854.35'],
    ['Rejected', '1', '£0.00'],
  ])

  const [rejected] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /the rejected rows/ }).click(),
  ])
  expect(rejected.suggestedFilename()).toBe('rejected.csv')
  const lines = (await readFile((await rejected.path())!, 'utf8')).trim().split(/\r?\n/)
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain('n/a')
  await page.goto(`${on.product.url}/${IMPORT}`)
  await page.getByText('Files you brought before are still here: april.csv').waitFor()
  await page.getByRole('button', { name: 'Go on with them' }).click()
  await page.locator('.file-row', { hasText: 'april.csv' }).waitFor()
  await page.close()

  const next = await on.pages.open(IMPORT)
  await choose(next, file('may.csv', MAY))
  await press(next, 'Read as Croydon payments and check')
  expect((await sums(next)).slice(0, 2)).toEqual([
    ['Accepted', '2', '£1,000.00'],
    ['Rejected', '0', '£0.00'],
  ])
  await next.getByRole('button', { name: 'Next: place and publish' }).waitFor()
  await next.close()
})

test('files are dropped anywhere on the page; one that cannot be read says why in place, and is taken off', async () => {
  const page = await on.pages.open(IMPORT)
  await page.waitForSelector('.drop-zone')
  await page.evaluate((text) => {
    const carried = new DataTransfer()
    carried.items.add(new File([text], 'dropped.csv'))
    carried.items.add(new File(['{"a": 1}'], 'not.json'))
    const about = { dataTransfer: carried, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new DragEvent('dragenter', about))
    document.body.dispatchEvent(new DragEvent('drop', about))
  }, MAY)
  await page.locator('.file-row.failed', { hasText: 'This is JSON. Save it as CSV.' }).waitFor()
  await shown(page, '2 rows of data in 5 columns')
  await press(page, 'Remove not.json')
  await page.locator('.file-row.failed').waitFor({ state: 'detached' })
  await press(page, 'Remove dropped.csv')
  await page.getByRole('heading', { name: 'What happens to a file' }).waitFor()
  await page.close()
})

test('an upload and a check can be cancelled, and tried again', async () => {
  const page = await on.pages.open(IMPORT)
  await page.waitForSelector('.drop-zone')
  await page.route('**/files/**', () => {})
  await choose(page, file('slow.csv', PLAIN))
  await press(page, 'Cancel slow.csv')
  await shown(page, 'Cancelled: nothing of it was kept.')
  await page.unroute('**/files/**')
  await press(page, 'Try again slow.csv')
  await press(page, 'Next: say what the columns mean')
  let go = () => {}
  const held = new Promise<void>((done) => {
    go = done
  })
  const holding = async (route: Route) => {
    await held
    await route.continue()
  }
  await page.route('**/check', holding, { times: 1 })
  await press(page, 'Check every row')
  await press(page, 'Cancel the check')
  await shown(page, 'The check was cancelled: nothing was kept of it.')
  go()
  await press(page, 'Check every row')
  expect((await sums(page)).at(-2)?.[0]).toBe('In the files')
  await page.close()
})

test('every step is within a phone, without serious faults of access, and led through by keyboard', async () => {
  const page = await on.pages.open(IMPORT, PHONE)
  await page.waitForSelector('.drop-zone')
  const looked = async () => {
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(await faults(page)).toEqual([])
  }
  await looked()
  await choose(page, file('phone.csv', PLAIN))
  await page.waitForSelector('text=Next: say what')
  await looked()
  await tabTo(page, /Next: say what the columns mean/)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.column-table')
  await looked()
  await tabTo(page, /^Check every row/)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.sum-table')
  await looked()
  await page.goto(`${on.product.url}/${IMPORT}&step=counts`)
  await page.waitForSelector('.count-list')
  await looked()
  await page.close()
})

test('an address of files that are not here says so, and leads on', async () => {
  const page = await on.pages.open(`${IMPORT}&intake=aaaaaaaaaaaa&step=check`)
  await shown(page, 'The files of this address are not here')
  await press(page, 'Bring other files')
  await page.waitForSelector('.drop-zone')
  expect(page.url()).toMatch(/\?v=1&page=import$/)
  await page.close()
})

test('when the server is away, what cannot be sent says so and can be tried again', async () => {
  const page = await on.pages.open(IMPORT)
  await page.waitForSelector('.drop-zone')
  await on.product.halt()
  await choose(page, file('away.csv', MAY))
  await page.locator('.file-row.failed', { hasText: 'The server did not answer' }).waitFor()
  await on.product.start()
  await press(page, 'Try again away.csv')
  await shown(page, '2 rows of data in 5 columns')
  await page.close()
})

const OWN = `Agency,Place,Year,Purpose,Amount
nhs-commissioning-board-nhs-england,Croydon,2017-18,Commissioning,"512,345,678.40"
nhs-commissioning-board-nhs-england,Croydon,2017-18,Commissioning,"1,000.20"
health-education-england,London,2017-18,Training,"10,000,000"
`
const NHS = 'nhs-commissioning-board-nhs-england'
const spent = (agency: string, place: string) =>
  `/spend?by=economic&places=${place}&year=2017-18&agency=${agency}`
interface Spent {
  total: number
  data: { economic: string[]; amount: number[] }
}

test('shared-out figures give way to recorded ones, a regional figure is shared over its places, and it is undone', async () => {
  const of = (agency: string, place: string) => on.product.get<Spent>(spent(agency, place))
  const current = ({ data }: Spent) => data.amount[data.economic.indexOf('current')]
  const [before, london] = [await of(NHS, 'E09000008'), await of('health-education-england', 'E12000007')]
  const page = await on.pages.open(IMPORT)
  await choose(page, file('own-nhs.csv', OWN))
  await press(page, 'Next: say what the columns mean')
  await press(page, 'Check every row')
  const accepted = (await sums(page))[0]
  await press(page, 'Next: place and publish')
  await page.waitForSelector('.group-table')
  await shown(page, 'Figures of wider places')
  await page.getByLabel('Share it by').selectOption('population')
  await page.waitForSelector('.parts')
  const parts = await page.$$eval('.parts tfoot td', (cells) => cells.map((cell) => cell.textContent))
  expect([accepted, parts.at(-1)]).toEqual([['Accepted', '3', '£522,346,678.60'], '£10,000,000'])

  await shown(page, 'Both are shares of wider figures: that of the count stays, and these are left out.')
  await page.getByLabel('Where both are shares of wider figures').selectOption('replace')
  await page
    .getByText('Both are shares of wider figures: that of the count is taken out for these.')
    .first()
    .waitFor()
  await shown(page, '£512,346,679 of your figures, in 1 row below, wait for your decision')
  await page.getByLabel('Where they may not be the whole of it').selectOption('replace')
  await shown(
    page,
    'These are more than twice what the count has, or less than half: what the count has is taken out for them all the same.',
  )
  expect(await page.getByText('wait for your decision').count()).toBe(0)
  await page.getByLabel(/Who gave it out/).fill('South West London')
  await press(page, 'Publish and serve it')
  await page.getByText('This count is served now:').waitFor()
  expect(current(await of(NHS, 'E09000008'))).toBe(512_346_679)
  expect((await of('health-education-england', 'E12000007')).total - london.total).not.toBe(0)

  await page.getByRole('link', { name: 'Explore Croydon' }).click()
  await page.waitForFunction(() => document.querySelector('#place-name')?.textContent === 'Croydon')
  await page.getByRole('link', { name: 'Your files' }).click()
  await press(page, 'See the counts kept')
  await shown(page, 'Published into the count that is served')
  expect(await faults(page)).toEqual([])
  await page.goBack()
  await press(page, 'Undo')
  await page.waitForSelector('.group-table')
  expect([await of(NHS, 'E09000008'), await of('health-education-england', 'E12000007')]).toEqual([
    before,
    london,
  ])
  await page.close()
})

test('a count taken out as a package and removed is brought in again whole, served, and put back', async () => {
  const nhs = async () => (await on.product.get<Spent>(spent(NHS, 'E09000008'))).total
  const page = await on.pages.open(`${IMPORT}&step=counts`)
  const own = page.locator('.count-row', { hasText: 'Own nhs' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    own.getByRole('link', { name: /^Download the package/ }).click(),
  ])
  const zip = await readFile((await download.path())!)
  await own.getByRole('button', { name: /^Remove/ }).click()
  await own.getByRole('button', { name: /^Remove it/ }).click()
  await own.waitFor({ state: 'detached' })

  await page.getByRole('link', { name: '1 Bring' }).click()
  await page.setInputFiles('.drop-zone input', [
    { name: 'count.zip', mimeType: 'application/zip', buffer: zip },
  ])
  await page.locator('.file-row', { hasText: 'Kept as the count' }).waitFor({ timeout: 60_000 })
  await press(page, 'See it among the counts kept')
  const before = await nhs()
  await own.getByRole('button', { name: /^Serve this count/ }).click()
  await own.getByText('served now').waitFor()
  const served = await nhs()
  expect(served - before).not.toBe(0)
  await press(page, 'Go back to it')
  await own.getByRole('button', { name: /^Serve this count/ }).waitFor()
  expect(await nhs()).toBe(before)
  await page.close()
})
