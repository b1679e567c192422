/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { SpendReply } from '../../server/api/contract.ts'
import type { LibraryFull } from '../../server/api/contract-library.ts'
import { faults } from './axe.ts'
import { browsing } from './browsing.ts'
import { CROYDON, DESK, PHONE, text } from './page.ts'

jest.setTimeout(120_000)

const on = browsing()

async function open(query: string, viewport = DESK): Promise<Page> {
  const context = await on.browser.newContext({ viewport, acceptDownloads: true })
  const page = await context.newPage()
  await watch(page)
  await page.goto(`${on.product.url}/${query}`)
  await page.waitForSelector('main#scenario, main#start')
  return page
}

async function watch(page: Page) {
  page.on('pageerror', (error) => on.pages.wrong.push(String(error)))
}

const step = async (page: Page, id: string) => {
  const panel = page.locator(`#step-${id}`)
  if (!(await panel.evaluate((details) => (details as HTMLDetailsElement).open)))
    await panel.locator('summary').first().click()
  await panel.locator('.step-body').waitFor()
  return panel
}

const worked = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('.bargain-table') !== null && document.querySelector('.faults') === null,
  )

const PARTNERS = [
  'London Borough of Croydon',
  'NHS and health bodies',
  'Metropolitan Police',
  'Work and Pensions',
]

/** From who spends what in Croydon to a scenario that can be worked out, typed as a finance director would. */
async function buildFromCroydon(page: Page) {
  await page.getByRole('button', { name: 'Choose partners from the count' }).click()
  const dialog = page.getByRole('dialog', { name: 'Who would be in the pool?' })
  for (const name of PARTNERS) await dialog.locator('.bodies > li > label', { hasText: name }).click()
  await dialog.getByRole('button', { name: 'Start with these partners' }).click()
  await page.waitForSelector('#step-who')

  const who = page.locator('#step-who')
  const totals = who.locator('.contribution .boxed input')
  expect(await totals.count()).toBe(4)
  for (const [at, amount] of ['£1m', '600k', '250,000', '150000'].entries()) await totals.nth(at).fill(amount)

  const costs = await step(page, 'costs')
  await costs.getByRole('button', { name: 'Add a cost' }).click()
  await costs.getByLabel('What is paid for').fill('Help into work')
  await costs.locator('.boxed input').first().fill('2m')

  const changes = await step(page, 'changes')
  await changes.getByRole('button', { name: 'Add an outcome' }).click()
  await changes.getByText('Pick a published unit value').click()
  await changes.getByLabel('Find by subject or code').fill('jsa')
  await changes.getByRole('button', { name: /JSA claimant enters work/ }).click()
  await changes.getByLabel('People in scope').fill('4000')
  await changes.getByLabel('With the problem, %', { exact: true }).fill('50')
  await changes.getByLabel('Take part, %', { exact: true }).fill('60')
  await changes.getByLabel('Succeed, %', { exact: true }).fill('40')
  await changes.getByLabel('Deadweight, %', { exact: true }).fill('50')

  const falls = await step(page, 'falls')
  for (const box of await falls.getByLabel(/^Cashable by .*%$/).all()) await box.fill('60')
  await worked(page)
}

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
  expect(await page.getByLabel('Name of the scenario').inputValue()).toBe('Birmingham Brighter Futures')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await worked(page)
  expect(await share.inputValue()).toBe('60')
  expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true)
  await page.keyboard.press('Control+Shift+z')
  expect(await share.inputValue()).toBe('50')
  await page.getByRole('button', { name: /^Redo/ }).click()
  expect(await page.getByLabel('Name of the scenario').inputValue()).toBe('Renamed')

  await page.getByRole('button', { name: /^Undo/ }).click()
  await share.focus()
  await share.fill('1.5')
  expect(await share.inputValue()).toBe('1.5')
  await page.keyboard.press('Control+z')
  expect(await share.inputValue()).toBe('50')

  const slider = page.getByLabel('Share of Birmingham City Council, slider')
  await slider.focus()
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press('ArrowRight')
  expect(await share.inputValue()).toBe('60')
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

async function saveNew(page: Page, name: string) {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Save the scenario' })
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByLabel('Note on this version, if any').fill('First thoughts')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForFunction(() =>
    /^Version 1, saved/.test(document.querySelector('.bench-state')?.textContent ?? ''),
  )
}

const saveAgain = async (page: Page, version: number) => {
  await page.getByRole('button', { name: 'Save a new version' }).click()
  await page.waitForFunction(
    (n) => new RegExp(`^Version ${n}, saved`).test(document.querySelector('.bench-state')?.textContent ?? ''),
    version,
  )
}

test('a scenario is saved, opens from its link in a fresh browser, and two versions are compared', async () => {
  const page = await open(`?v=1&page=scenario&p=${CROYDON}`)
  await buildFromCroydon(page)
  await saveNew(page, 'Croydon into work')
  const link = page.url()
  const { searchParams } = new URL(link)
  const id = searchParams.get('scenario')!
  const item = await on.product.get<LibraryFull>(`/scenarios/${id}`)
  expect(item).toMatchObject({ name: 'Croydon into work', version: 1, places: [CROYDON] })
  expect(searchParams.get('n')).toBe('1')
  expect(searchParams.get('c')).toBe(item.count!.hash)
  expect(item.current.result).toMatchObject({ state: 'worked out' })

  await page.getByLabel('Deadweight, %', { exact: true }).fill('25')
  await worked(page)
  await saveAgain(page, 2)
  expect(page.url()).toContain('n=2')

  const fresh = await open(new URL(link).search)
  await worked(fresh)
  expect(await text(fresh, '.bench-state')).toMatch(/^Version 1, saved .*First thoughts$/)
  expect(await text(fresh, '.bench-told')).toContain('This is version 1; the latest is version 2')
  await step(fresh, 'changes')
  expect(await fresh.getByLabel('Deadweight, %', { exact: true }).inputValue()).toBe('50')
  expect(await fresh.locator('.changed').count()).toBe(0)

  await fresh.getByRole('button', { name: 'Versions and comparison' }).click()
  await fresh.getByRole('button', { name: /^Compare what is on screen with version 2/ }).click()
  const comparison = fresh.locator('.comparison')
  await comparison.locator('.differences.of-results').waitFor()
  expect(await comparison.locator('.differences').first().textContent()).toMatch(/deadweight25\.0%50\.0%/)
  expect(await comparison.locator('.differences.of-results').textContent()).toContain(
    'Net present value, cashable',
  )
  expect(fresh.url()).toContain(`with=${id}@2`)
  expect(await faults(fresh)).toEqual([])
  await fresh.context().close()
  await page.context().close()
})

test('a link says that the count has changed since', async () => {
  const page = await open('?v=1&page=scenario&preset=worklessness')
  await worked(page)
  await saveNew(page, 'Fewer out of work')
  const then = page.url().replace(/c=[0-9a-f]+/, `c=${'ab'.repeat(32)}`)
  const fresh = await open(new URL(then).search)
  await fresh.waitForSelector('.changed')
  expect(await text(fresh, '.changed')).toMatch(/The count has changed since.*abababababab/)
  await fresh.waitForFunction(() =>
    /to the result: nothing/.test(document.querySelector('.changed')?.textContent ?? ''),
  )
  await fresh.context().close()
  await page.context().close()
})

test('two windows on one scenario lose nothing: the second to save is told, and offered both', async () => {
  const first = await open('?v=1&page=scenario&preset=birmingham-brighter-futures')
  await worked(first)
  await saveNew(first, 'Two windows')
  const second = await open(new URL(first.url()).search)
  await worked(second)

  await first.getByLabel('Name of the scenario').fill('Named by the first')
  await saveAgain(first, 2)
  await second.getByLabel('Share of NHS, %', { exact: true }).fill('10')
  await second.getByLabel('Share of Birmingham City Council, %', { exact: true }).fill('70')
  await worked(second)
  await second.getByRole('button', { name: 'Save a new version' }).click()
  const dialog = second.getByRole('dialog', { name: /Somebody has saved/ })
  await dialog.waitFor()
  expect(await dialog.textContent()).toContain('Version 2 was saved')
  expect(await dialog.locator('.differences').textContent()).toMatch(/NHS, share20\.0%10\.0%/)
  expect(await faults(second)).toEqual([])
  await dialog.getByRole('button', { name: 'Save mine as version 3' }).click()
  await second.waitForFunction(() =>
    /^Version 3/.test(document.querySelector('.bench-state')?.textContent ?? ''),
  )

  const id = new URL(second.url()).searchParams.get('scenario')!
  const { items } = await on.product.get<{ items: { version: number; name: string }[] }>(
    `/scenarios/${id}/versions`,
  )
  expect(items.map(({ version, name }) => [version, name])).toEqual([
    [3, 'Two windows'],
    [2, 'Named by the first'],
    [1, 'Two windows'],
  ])

  await first.getByLabel('Name of the scenario').fill('Mine will go')
  await first.getByRole('button', { name: 'Save a new version' }).click()
  await first.getByRole('button', { name: 'Take theirs and lose mine' }).click()
  await first.waitForFunction(() =>
    /^Version 3/.test(document.querySelector('.bench-state')?.textContent ?? ''),
  )
  expect(await first.getByLabel('Share of NHS, %', { exact: true }).inputValue()).toBe('10')
  await first.context().close()
  await second.context().close()
})

test('saving on a scenario that was deleted meanwhile is refused with the way out, and nothing typed is lost', async () => {
  const page = await open('?v=1&page=scenario&preset=worklessness')
  await worked(page)
  await saveNew(page, 'Deleted elsewhere')
  const id = new URL(page.url()).searchParams.get('scenario')!
  const gone = await fetch(`${on.product.url}/api/v1/scenarios/${id}`, { method: 'DELETE' })
  expect(gone.status).toBe(200)
  await page.getByLabel('Name of the scenario').fill('Still here')
  await page.getByRole('button', { name: 'Save a new version' }).click()
  await page.getByText(/It has been deleted. Restore it first, or save this as another/).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByLabel('Name of the scenario').inputValue()).toBe('Still here')
  await page.context().close()
})

test('a saved scenario is duplicated, deleted and put back; a document leaves as a file and comes in again', async () => {
  const page = await open('?v=1&page=scenario&preset=croydon-child-family-place')
  await worked(page)
  await saveNew(page, 'To be deleted')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ])
  const file = await readFile((await download.path())!)
  expect(download.suggestedFilename()).toBe('to-be-deleted.json')
  expect(JSON.parse(file.toString('utf8'))).toMatchObject({ version: 2, name: 'To be deleted' })

  await page.getByRole('link', { name: 'All scenarios' }).click()
  const rows = page.locator('.library tbody tr')
  await page.getByRole('button', { name: 'Duplicate To be deleted' }).click()
  await rows.filter({ hasText: /To be deleted.*copy|[Cc]opy.*To be deleted/ }).waitFor()
  const before = await rows.count()
  await page.getByRole('button', { name: 'Delete To be deleted', exact: true }).click()
  await page.getByText('To be deleted is deleted.').waitFor()
  await page.waitForFunction((n) => document.querySelectorAll('.library tbody tr').length === n, before - 1)
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.waitForFunction((n) => document.querySelectorAll('.library tbody tr').length === n, before)

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'again.json', mimeType: 'application/json', buffer: file })
  await worked(page)
  expect(await page.getByLabel('Name of the scenario').inputValue()).toBe('To be deleted')
  expect(page.url()).toContain('scenario=new')
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
