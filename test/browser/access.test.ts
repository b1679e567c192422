/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { CROYDON, DESK, PHONE, settled } from './page.ts'

jest.setTimeout(90_000)

const on = browsing()

const SCREENS = [
  ['explore', `?v=1&p=${CROYDON}`],
  ['places together, budgets standing in', '?v=1&p=E10000006,E06000038&f=budget&d=classes:1,5&m=head'],
  ['table', '?v=1&s=table&m=total'],
  ['lines', `?v=1&p=${CROYDON}&l=share:local-bodies`],
  ['data', '?v=1&page=data&at=decision-0002'],
] as const

test.each(SCREENS)(
  'axe finds nothing serious on %s, at 1440 and 390, and nothing overflows',
  async (_, query) => {
    const page = await on.pages.open(query)
    await page.waitForSelector('[data-drawn], .data-page', { state: 'attached' })
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size)
      expect(await faults(page)).toEqual([])
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(beyond).toBeLessThanOrEqual(0)
    }
    await page.close()
  },
)

test('at 1024, at 1280 zoomed to 200%, at 390 and at 320 nothing is cut off or scrolls both ways', async () => {
  const page = await on.pages.open(`?v=1&s=table&p=${CROYDON},E10000006`)
  await settled(page, 'Croydon and Cumbria')
  const lines = await on.pages.open(`?v=1&p=${CROYDON}&l=all:all`)
  await lines.waitForSelector('.lines-table tbody tr')
  for (const [width, height] of [
    [1024, 768],
    [640, 400],
    [390, 844],
    [320, 640],
  ] as const) {
    for (const [shown, parts] of [
      [page, 'html, .place-table, .together, .panel, .bars'],
      [lines, 'dialog, dialog .scroll'],
    ] as const) {
      await shown.setViewportSize({ width, height })
      const wide = await shown.evaluate(
        (each) =>
          [...document.querySelectorAll(each)]
            .filter((one) => one.scrollWidth > one.clientWidth + 1)
            .map((one) => one.className || one.tagName),
        parts,
      )
      expect({ width, wide }).toEqual({ width, wide: [] })
    }
  }
  await page.close()
  await lines.close()
})

test('forced colours keep every mark, and reduced motion stills the map', async () => {
  const page = await on.pages.open(`?v=1&p=${CROYDON}`, DESK, {
    forcedColors: 'active',
    reducedMotion: 'reduce',
  })
  await settled(page, 'Croydon')
  for (const mark of [
    '.marker',
    '.segment.class-4',
    '.mark.recorded',
    '.mark.shared',
    '.dot.own',
    '.legend-bar',
  ])
    expect(
      await page
        .locator(mark)
        .first()
        .evaluate((one) => getComputedStyle(one).forcedColorAdjust),
    ).toBe('none')
  expect(await page.locator('.panel').evaluate((one) => getComputedStyle(one).transitionDuration)).toBe('0s')
  await page.close()
})

test('print gives the answer, charts and tables with their sources', async () => {
  const page = await on.pages.open(`?v=1&p=${CROYDON}`)
  await settled(page, 'Croydon')
  await page.emulateMedia({ media: 'print' })
  for (const kept of ['.finding', '.strip', '.bars', '.place-table', '.footer .print-only'])
    expect(await page.locator(kept).first().isVisible()).toBe(true)
  for (const left of ['.copy-link', '.map-frame', '.table-tools'])
    expect(await page.locator(left).first().isVisible()).toBe(false)
  await page.close()
})
