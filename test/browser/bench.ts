/// <reference lib="dom" />
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { browsing } from './browsing.ts'
import { DESK } from './page.ts'

type Browsing = ReturnType<typeof browsing>

export async function openBench(on: Browsing, query: string, viewport = DESK): Promise<Page> {
  const context = await on.browser.newContext({ viewport, acceptDownloads: true })
  const page = await context.newPage()
  page.on('pageerror', (error) => on.pages.wrong.push(String(error)))
  await page.goto(`${on.product.url}/${query}`)
  await page.waitForSelector('main#scenario, main#start')
  return page
}

export const step = async (page: Page, id: string) => {
  const panel = page.locator(`#step-${id}`)
  if (!(await panel.evaluate((details) => (details as HTMLDetailsElement).open)))
    await panel.locator('summary').first().click()
  await panel.locator('.step-body').waitFor()
  return panel
}

export const worked = (page: Page) =>
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
export async function buildFromCroydon(page: Page) {
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

export async function saveNew(page: Page, name: string) {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Save the scenario' })
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByLabel('Note on this version, if any').fill('First thoughts')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForFunction(() =>
    /^Version 1, saved/.test(document.querySelector('.bench-state')?.textContent ?? ''),
  )
}

export const saveAgain = async (page: Page, version: number) => {
  await page.getByRole('button', { name: 'Save a new version' }).click()
  await page.waitForFunction(
    (n) => new RegExp(`^Version ${n}, saved`).test(document.querySelector('.bench-state')?.textContent ?? ''),
    version,
  )
}
