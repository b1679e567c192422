/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import { expect, jest, test } from '@jest/globals'
import type { LibraryFull } from '../../server/api/contract-library.ts'
import { faults } from './axe.ts'
import { buildFromCroydon, openBench, saveAgain, saveNew, step, worked } from './bench.ts'
import { browsing } from './browsing.ts'
import { CROYDON, DESK, text } from './page.ts'

jest.setTimeout(120_000)

const on = browsing()
const open = (query: string, viewport = DESK) => openBench(on, query, viewport)

test('a scenario is saved, opens from its link in a fresh browser, and two versions are compared', async () => {
  const page = await open(`?v=1&page=scenario&p=${CROYDON}`)
  await buildFromCroydon(page)
  await saveNew(page, 'Croydon into work')
  const link = page.url()
  const { searchParams } = new URL(link)
  const id = searchParams.get('scenario')!
  const item = await on.product.get<LibraryFull>(`/scenarios/${id}`)
  expect(item).toMatchObject({ name: 'Croydon into work', version: 1, places: [CROYDON] })
  expect(searchParams.get('ver')).toBe('1')
  expect(searchParams.get('count')).toBe(item.count!.hash)
  expect(item.current.result).toMatchObject({ state: 'worked out' })

  await page.getByLabel('Deadweight, %', { exact: true }).fill('25')
  await worked(page)
  await saveAgain(page, 2)
  expect(page.url()).toContain('ver=2')

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
  const then = page.url().replace(/count=[0-9a-f]+/, `count=${'ab'.repeat(32)}`)
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
    page.getByRole('button', { name: 'Document', exact: true }).click(),
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
