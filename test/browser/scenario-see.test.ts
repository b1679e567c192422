/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { DESK, PHONE, text } from './page.ts'

jest.setTimeout(90_000)

const on = browsing()

async function openPreset(preset: string, viewport = DESK): Promise<Page> {
  const page = await on.browser.newPage({ viewport, acceptDownloads: true })
  page.on('pageerror', (error) => on.pages.wrong.push(String(error)))
  await page.goto(`${on.product.url}/?v=1&page=scenario&preset=${preset}`)
  await page.waitForSelector('.bargain-table')
  return page
}

const BRIGHTER = 'birmingham-brighter-futures'
const HEADS = [
  'Lies where it falls',
  'By contribution',
  'By benefit',
  'Equal split',
  'Shapley value',
  'Nucleolus',
  'Waterfall',
  'Free-ride-proof',
]
const NETS = {
  Council: ['8.43', '56.17', '21.89', '23.40', '38.50', '33.39', '21.52', '3.55'],
  NHS: ['2.84', '18.72', '7.31', '23.40', '13.05', '19.26', '7.19', '10.68'],
  Police: ['−0.31', '14.04', '3.74', '23.40', '5.26', '7.57', '3.63', '8.24'],
  DWP: ['82.65', '4.68', '60.67', '23.40', '36.80', '33.39', '61.27', '71.14'],
}
const TESTS = {
  'Nobody loses': '✗✓✓✓✓✓✓✓',
  'Nobody would do better alone': '✗✓✓✓✓✓✓✓',
  'No group would break away': '✗✓✓✗✓✓✓✓',
  'Nobody gains by staying out': '✗✗✗✗✗✗✗✓',
}

const rowOf = (page: Page, name: string) => page.locator('.bargain-table tbody tr', { hasText: name }).first()

async function marks(page: Page, test: string): Promise<string> {
  const cells = await rowOf(page, test).locator('td').allTextContents()
  return cells.map((cell) => cell.trim().charAt(0)).join('')
}

test('Brighter Futures shows the worked example: every rule, every test, and the split that holds', async () => {
  const page = await openPreset(BRIGHTER)
  const finding = await text(page, '.see-finding')
  for (const said of ['£36.7m', '£130m', '£93.6m', 'year 6']) expect(finding).toContain(said)
  expect(finding).toMatch(/DWP would gain £30\.8m by staying out\. Free-ride-proof passes all four tests/)
  const heads = await page.locator('.rule-head').allTextContents()
  expect(heads).toEqual([...HEADS, 'Your split'])
  for (const [partner, nets] of Object.entries(NETS)) {
    const cells = await rowOf(page, partner).locator('td .door').allTextContents()
    expect(cells.map((cell) => cell.split(':')[0])).toEqual(nets)
  }
  for (const [name, wanted] of Object.entries(TESTS)) expect(await marks(page, name)).toBe(wanted)
  const cases = await text(page, '.cases')
  expect(cases).toMatch(
    /Financial case.*Cashable.*£93\.6m.*£3\.55.*Gross.*£265m.*Economic case.*not to be added/,
  )
  await page.close()
})

test('picking where it falls: the police lose £306k; a cross says who, how much and why', async () => {
  const page = await openPreset(BRIGHTER)
  await page.getByLabel('Lies where it falls').check()
  await page.waitForFunction(() =>
    document.querySelector('.see-finding')?.textContent?.includes('Police would lose £306k'),
  )
  expect(await text(page, '.why')).toMatch(/Nobody loses:.*Police would lose £306k/)
  await rowOf(page, 'No group would break away').locator('.cross').nth(1).click()
  expect(await text(page, '.why')).toMatch(
    /Equal split.*Council, NHS and DWP together would do £8\.25m better without this split/,
  )
  expect(await text(page, '.positions')).toMatch(/Police\s*not paid back/)
  await page.close()
})

test('a split of your own is tested as it is typed, and the one that holds best can be put in force', async () => {
  const page = await openPreset(BRIGHTER)
  await page.getByLabel(/part of the gain to Police/).fill('0')
  await page.waitForSelector('.by-hand .cross')
  expect(await text(page, '.why')).toMatch(/Police would gain £4\.68m by staying out/)
  await page.getByRole('button', { name: 'Use the split that holds best' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.tests .by-hand .tick').length === 4)
  expect(await text(page, '.split-tools')).toContain('add up to 100%')
  await page.getByLabel('Your split', { exact: true }).check()
  await page.waitForFunction(() =>
    document
      .querySelector('.see-finding')
      ?.textContent?.includes('Under your split, nobody loses and no test fails'),
  )
  await page.close()
})

test('a programme that loses money: no split passes, and the reader is told why', async () => {
  const page = await openPreset('sure-start')
  expect(await text(page, '.bargain .says')).toBe(
    'No split, by any rule or by hand, passes every test: together the partners lose £300m, so whatever the split somebody is worse off than with no deal.',
  )
  expect(await text(page, '.see-finding')).toMatch(/it does not pay.*Councils would lose £2\.40bn/)
  expect(await text(page, '.refused')).toMatch(
    /Shapley value, Nucleolus, Free-ride-proof.*needs a coalition model/,
  )
  await page.close()
})

test('every figure is a door: the formula with its own numbers, tables that add up, the way back', async () => {
  const page = await openPreset(BRIGHTER)
  const doors = page.locator('.see .door.figure')
  expect(await doors.count()).toBeGreaterThan(60)
  const first = page.getByRole('button', { name: /net present value of the programme, how it is worked out/ })
  await first.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /Net present value/ })
  expect(await dialog.textContent()).toContain('£130,354,581 − £36,743,908 = £93,610,673')
  const foot = await dialog.locator('tfoot').first().textContent()
  expect(foot).toContain('£93,610,673')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await first.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.getByRole('button', { name: /Settlement year by year/ }).click()
  const settled = page.getByRole('dialog', { name: /Settlement/ })
  const together = await settled.locator('tbody tr td:last-child').allTextContents()
  expect(together).toHaveLength(15)
  expect(new Set(together)).toEqual(new Set(['£0.00']))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /what falls to NHS, cashable/ }).click()
  expect(await page.getByRole('dialog').textContent()).toMatch(
    /Illustrative, published by nobody: “Return to the NHS”/,
  )
  await page.close()
})

test('the bargaining table is taken away as a file with figures unrounded', async () => {
  const page = await openPreset(BRIGHTER)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Net gain of each partner by sharing rule.*CSV/ }).click(),
  ])
  const file = await readFile((await download.path())!, 'utf8')
  expect(download.suggestedFilename()).toBe('bargaining-table.csv')
  expect(file).toContain('Birmingham City Council,8430073.3658')
  expect(file).toContain('fails: Police would lose £306k')
  await page.close()
})

test('draws are made, watched and stopped; the chance of a loss is shown for each partner', async () => {
  const page = await openPreset(BRIGHTER)
  const draws = page.getByLabel(/Draws, up to/)
  await draws.fill('20,000')
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await page.waitForSelector('.spreads')
  expect(await text(page, '#chances ~ .says')).toMatch(
    /All together lose in 2% of draws.*Police in \d+% of draws/,
  )
  await draws.fill('5,000,000')
  await page.getByRole('button', { name: 'Draw again' }).click()
  await page.waitForFunction(() => {
    const bar = document.querySelector<HTMLProgressElement>('.draw progress')
    return bar !== null && bar.value > 0 && bar.value < 1
  })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.waitForFunction(() => document.querySelector('.draw')?.textContent?.includes('Stopped'))
  expect(await page.locator('.spreads').count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Draw again' }).isEnabled()).toBe(true)
  await page.close()
})

test('a change is on screen in under 150 ms', async () => {
  const page = await openPreset(BRIGHTER)
  const times: number[] = []
  for (const rule of HEADS.filter((head) => head !== 'Shapley value'))
    times.push(
      await page.getByLabel(rule, { exact: true }).evaluate(
        (radio) =>
          new Promise<number>((done) => {
            const finding = document.querySelector('.see-finding')!
            const from = performance.now()
            new MutationObserver((_, watcher) => {
              watcher.disconnect()
              requestAnimationFrame(() => done(performance.now() - from))
            }).observe(finding, { childList: true, characterData: true, subtree: true })
            ;(radio as HTMLInputElement).click()
          }),
      ),
    )
  times.sort((a, b) => a - b)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(150)
  await page.close()
})

test('effect on the place: what moves to class 3 and how that is worked out', async () => {
  const page = await openPreset(BRIGHTER)
  await page.waitForSelector('.effect-strips')
  const card = page.locator('.see-card', { has: page.locator('#effect') })
  const said = (await card.textContent()) ?? ''
  expect(said).toMatch(/shared or pooled from 0\.00% to 0\.03%/)
  expect(said).toMatch(/on average over the years in which it puts money in/)
  const sums = await card.locator('tfoot td').allTextContents()
  expect(sums[0]).toBe(sums[2])
  expect(sums[1]).toBe('£0')
  await page.close()
})

test.each([
  ['desk', DESK],
  ['tablet', { width: 1024, height: 768 }],
  ['phone', PHONE],
])('on a %s nothing sticks out and axe finds no serious fault', async (_, viewport) => {
  const page = await openPreset(BRIGHTER, viewport)
  await page.waitForSelector('.effect-strips')
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(width).toBeLessThanOrEqual(0)
  expect(await faults(page)).toEqual([])
  await page.close()
})

test('none of it is loaded with Explore', async () => {
  const asked: string[] = []
  const page = await on.browser.newPage({ viewport: DESK })
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${on.product.url}/`)
  await page.waitForSelector('#answer h1')
  await page.waitForLoadState('networkidle')
  expect(asked.filter((url) => /scenario/.test(url))).toEqual([])
  await page.close()
})
