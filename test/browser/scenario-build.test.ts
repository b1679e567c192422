/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import type { SpendReply } from '../../server/api/contract.ts'
import { faults } from './axe.ts'
import { buildFromCroydon, openBench, step, worked } from './bench.ts'
import { browsing } from './browsing.ts'
import { CROYDON, DESK, PHONE, reads, text } from './page.ts'

jest.setTimeout(120_000)

const on = browsing()
const open = (query: string, viewport = DESK) => openBench(on, query, viewport)

test('a scenario of four partners is built from the count of Croydon, from nothing', async () => {
  const page = await open(`?v=1&page=scenario&p=${CROYDON}`)
  await buildFromCroydon(page)
  const spend = await on.product.get<SpendReply & { data: Record<string, (string | number)[]> }>(
    `/spend?by=sector&places=${CROYDON}&sector=council`,
  )
  const baseline = spend.data.amount![0]!.toLocaleString('en-GB')
  const sources = page.locator('#step-who .item').nth(1).locator('details.more')
  await page
    .locator('#step-who .item', { hasText: 'of £848m a year' })
    .locator('details.more summary')
    .click()
  const note = page.locator('#step-who textarea').filter({ visible: true }).first()
  expect(await note.inputValue()).toContain(`Baseline: £${baseline} a year in Croydon, 2017 to 2018`)
  expect(await sources.count()).toBe(1)
  expect(await text(page, '.chain')).toContain(
    'Of 4,000 people, 50% have the problem (2,000) and 60% of them take part (1,200). 40% succeed (480), 50% of whom would have anyway: 240 are due to the programme. Each is worth £9,800 a year',
  )
  expect(await text(page, '#step-falls summary')).toContain(
    'Work and Pensions (DWP) and NHS and health bodies',
  )
  expect(await text(page, '#step-costs summary p')).toBe('£2.0m over 4 years.')
  expect(
    await page.locator('.bargain-table tbody tr', { hasText: 'London Borough of Croydon' }).count(),
  ).toBeGreaterThan(0)
  expect(await faults(page)).toEqual([])
  await page.context().close()
})

test('undo and redo take back and do again, by key and by button, a drag at a time', async () => {
  const page = await open('?v=1&page=scenario&preset=birmingham-brighter-futures')
  await worked(page)
  const share = page.getByLabel('Share of Birmingham City Council, %', { exact: true })
  await share.fill('50')
  await share.blur()
  expect(await text(page, '.faults')).toContain('add to 0.9 and not to 1')
  expect(await text(page, '.bench-state')).toContain('Changed from the preset')
  await page.getByLabel('Name of the scenario').fill('Renamed')
  await page.keyboard.press('Control+z')
  await reads(page.getByLabel('Name of the scenario'), 'Birmingham Brighter Futures')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await worked(page)
  await reads(share, '60')
  expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true)
  await page.keyboard.press('Control+Shift+z')
  await reads(share, '50')
  await page.getByRole('button', { name: /^Redo/ }).click()
  await reads(page.getByLabel('Name of the scenario'), 'Renamed')

  await page.getByRole('button', { name: /^Undo/ }).click()
  await share.focus()
  await share.fill('1.5')
  await reads(share, '1.5')
  await page.keyboard.press('Control+z')
  await reads(share, '50')

  const slider = page.getByLabel('Share of Birmingham City Council, slider')
  await slider.focus()
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press('ArrowRight')
  await reads(share, '60')
  await worked(page)
  await page.context().close()
})

test('a trajectory is dragged, keyed and typed', async () => {
  const page = await open('?v=1&page=scenario&preset=birmingham-brighter-futures')
  await worked(page)
  const when = await step(page, 'when')
  const first = when.locator('.item').first()
  const full = first.getByLabel('All of it reached in year', { exact: true })
  expect(await full.inputValue()).toBe('6')
  const handle = (await first.locator('.curve-handle').nth(1).boundingBox())!
  const curve = (await first.locator('.curve').boundingBox())!
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await page.mouse.down()
  await page.mouse.move(curve.x + curve.width * 0.75, handle.y, { steps: 5 })
  await page.mouse.up()
  const dragged = Number(await full.inputValue())
  expect(dragged).toBeGreaterThan(9)
  expect(await first.getByLabel('Trajectory', { exact: true }).inputValue()).toBe('own')
  await page.keyboard.press('Control+z')
  expect(await full.inputValue()).toBe('6')
  await first.getByLabel(/^All of it reached in year, .*slider/).focus()
  await page.keyboard.press('ArrowRight')
  expect(await full.inputValue()).toBe('7')
  await full.fill('9')
  await first.locator('.by-year summary').click()
  expect(await first.getByLabel('Year 9, %').inputValue()).toBe('100')
  expect(await first.getByLabel('Year 5, %').inputValue()).toBe('50')
  await page.context().close()
})

test('a fault is listed with the way to its field, and told where it stands', async () => {
  const page = await open('?v=1&page=scenario')
  await page.getByRole('button', { name: 'Start from nothing' }).click()
  await page.waitForSelector('.faults')
  expect(await text(page, '.faults')).toContain('Name is still to be given')
  await page.getByLabel('Name of the scenario').fill('Nearly nothing')
  const costs = await step(page, 'costs')
  await costs.getByRole('button', { name: 'Add a cost' }).click()
  await page.locator('#step-costs > summary').click()
  await page.locator('.faults').getByRole('link', { name: 'Costs, 1, name' }).click()
  await page.waitForFunction(() => document.activeElement?.id === 'f-investment-0-name')
  await page.keyboard.type('Staff')
  await page.locator('#step-costs .boxed input').first().fill('two million')
  expect(await text(page, '#step-costs')).toContain('“two million” is not a number')
  await page.context().close()
})

test('a half-done scenario survives a reload, and says so', async () => {
  const page = await open('?v=1&page=scenario')
  await page.getByRole('button', { name: 'Start from nothing' }).click()
  await page.getByLabel('Name of the scenario').fill('Half a thought')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.waitForSelector('#step-who')
  expect(await page.getByLabel('Name of the scenario').inputValue()).toBe('Half a thought')
  expect(await text(page, '.bench-told')).toContain('have been put back')
  await page.getByRole('link', { name: 'All scenarios' }).click()
  expect(await text(page, '.start .told')).toContain('Half a thought has never been saved')
  await page.context().close()
})

test('a preset is set in Croydon with what is scaled said first, and the published figures beside it', async () => {
  const page = await open(`?v=1&page=scenario&p=${CROYDON}`)
  await page.getByRole('button', { name: /^Set in another place.*Birmingham Brighter Futures/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Birmingham Brighter Futures in another place' })
  expect(await dialog.textContent()).toMatch(
    /Scaled by population from Birmingham \([\d,]+ people\) to Croydon/,
  )
  await dialog.getByRole('button', { name: 'Set it there' }).click()
  await worked(page)
  await page.getByText('Published of Birmingham Brighter Futures').click()
  expect(await text(page, '.published')).toContain('£42m')
  const costs = await step(page, 'costs')
  expect(await costs.textContent()).toContain('derived')
  await page.context().close()
})

test.each([
  ['1024', { width: 1024, height: 768 }],
  ['390', PHONE],
])('the workbench fits a window of %s, with nothing of it out of reach', async (_name, viewport) => {
  const page = await open('?v=1&page=scenario&preset=birmingham-brighter-futures', viewport)
  await worked(page)
  for (const id of ['costs', 'changes', 'when', 'falls', 'prices', 'groups', 'sure']) await step(page, id)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over).toBe(0)
  const beyond = await page.$$eval(
    '.bench-build input, .bench-build select, .bench-build button',
    (controls) => {
      const { right } = document.querySelector('.bench-build')!.getBoundingClientRect()
      return controls
        .filter((one) => one.getBoundingClientRect().right > right + 1)
        .map((one) => one.outerHTML.slice(0, 90))
    },
  )
  expect(beyond).toEqual([])
  expect(await faults(page)).toEqual([])
  await page.context().close()
})

test('Explore loads nothing of the workbench', async () => {
  const page = await on.pages.open()
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(loaded.filter((name) => /scenario/.test(name))).toEqual([])
  await page.close()
})
