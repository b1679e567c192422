/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import { pounds } from '../../client/format.ts'
import type { SpendReply } from '../../server/api/contract.ts'
import { browsing } from './browsing.ts'
import { CROYDON, DESK, settled, text } from './page.ts'
import { launch } from './product.ts'

jest.setTimeout(90_000)

const on = browsing()

test('a place is chosen on the map, and with Ctrl another joins it; classes change by feature-state', async () => {
  const page = await on.pages.open('?v=1&m=total')
  await page.waitForSelector('[data-drawn]')
  const box = (await page.locator('.map').boundingBox())!
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  const busy = () => page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await page.mouse.click(...at(0.53, 0.34))
  await page.waitForFunction(() => /p=E\d+/.test(location.search))
  await busy()
  expect(await text(page, '#place-name')).not.toBe('England')
  await page.keyboard.down('Control')
  await page.mouse.click(...at(0.35, 0.85))
  await page.keyboard.up('Control')
  await page.waitForFunction(() => /p=E\d+,E\d+/.test(location.search))
  await busy()
  expect(await text(page, '#place-name')).toContain(' and ')
  await page.getByRole('button', { name: 'Clear places' }).click()
  await settled(page, 'England')
  await page.getByLabel('Measure').selectOption('head')
  await page.waitForFunction(() => performance.getEntriesByName('choropleth').length >= 2)
  await page.close()
})

test('Cumbria says that Copeland made no return; its budget stands in where asked, and is marked', async () => {
  const page = await on.pages.open('?v=1&p=E10000006')
  await settled(page, 'Cumbria')
  expect(await text(page, '.finding')).toMatch(/Copeland Borough Council made no revenue or capital return/)
  expect(await text(page, '.figures')).toContain('excludes Copeland')
  await page.getByRole('checkbox', { name: /budget of Copeland/ }).check()
  const { total } = await on.product.get<SpendReply>('/spend?places=E10000006&fill=budget')
  await page.waitForFunction(
    (stood) => document.querySelector('.figures')?.textContent?.includes(stood),
    pounds(total),
  )
  expect(page.url()).toContain('f=budget')
  expect(await text(page, '.figures')).toContain('budgets stand in: estimate')
  expect(await text(page, '.sentence')).toContain('budgets in place of missing returns')
  expect(await page.title()).toContain('budgets in place of missing returns')
  await page.close()
})

test('a place is ranked among its region, its class, all places or a set', async () => {
  const page = await on.pages.open('?v=1&p=E08000003&m=head')
  await settled(page, 'Manchester')
  expect(await text(page, '.rank-line')).toMatch(/of 23 in/)
  const among = page.getByLabel('Ranked among')
  for (const [group, of] of [
    ['class', '36'],
    ['all', '152'],
    ['set:ca-greater-manchester', '10'],
  ]) {
    await among.selectOption(group!)
    expect(await text(page, '.rank-line')).toMatch(new RegExp(`of ${of} in`))
    expect(page.url()).toContain(`g=${group}`)
    expect(await page.locator('.dot.own').count()).toBe(1)
  }
  await page.close()
})

test('the trust badge opens the reconciliation, block by block', async () => {
  const page = await on.pages.open(`?v=1&p=${CROYDON}`)
  await settled(page, 'Croydon')
  await page
    .getByRole('link', {
      name: /England: £1\.5bn of £505\.8bn not explained/,
    })
    .click()
  await page.waitForSelector('#reconciliation')
  expect(await text(page, '#reconciliation')).toMatch(/£1\.5bn net, £6\.1bn adding up both ways/)
  for (const id of ['bridge', 'double-counting', 'decisions', 'sources', 'rule-health', 'driver-population'])
    expect(await page.locator(`#${id}`).count()).toBe(1)
  await page.goBack()
  await settled(page, 'Croydon')
  await page.close()
})

test('a bad link is told and shown as far as it goes; a lost server is told, waited for and asked again', async () => {
  const page = await on.pages.open('?v=1&p=E99999999&m=kilos')
  await settled(page, 'England')
  expect(await text(page, '.notices')).toMatch(/no place “E99999999”/)
  await on.product.halt()
  await page.getByRole('button', { name: /^Place: / }).click()
  await page.keyboard.type('kent')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.notice.wrong')
  expect(await text(page, '#place-name')).toBe('England')
  await on.product.start()
  await settled(page, 'Kent')
  await page.close()
})

test('a filter that fits nothing says so and offers the way back', async () => {
  const page = await on.pages.open('?v=1&s=table&q=atlantis')
  await settled(page, 'England')
  await page.getByRole('button', { name: 'Show all places' }).click()
  expect(await page.locator('.place-table tbody tr').count()).toBe(152)
  await page.close()
})

test('without WebGL the table and the places still work', async () => {
  const plain = await launch(false)
  const page = await plain.newPage({ viewport: DESK })
  await page.goto(`${on.product.url}/?v=1&p=${CROYDON}`)
  await page.waitForSelector('.no-map')
  await page.getByRole('button', { name: 'Show the table' }).click()
  await page.getByRole('button', { name: 'Birmingham', exact: true }).click()
  await settled(page, 'Birmingham')
  await plain.close()
})
