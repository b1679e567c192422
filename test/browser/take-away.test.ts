/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import { expect, jest, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import { read } from '../export/fetch.ts'
import { browsing } from './browsing.ts'
import { DESK } from './page.ts'

jest.setTimeout(120_000)

const on = browsing()

test('a scenario leaves the workbench in one press: workbook, documents and pictures', async () => {
  const page = await on.browser.newPage({ viewport: DESK, acceptDownloads: true })
  page.on('pageerror', (error) => on.pages.wrong.push(String(error)))
  await page.goto(`${on.product.url}/?v=1&page=scenario&preset=birmingham-brighter-futures`)
  await page.waitForSelector('.bargain-table')
  const take = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: await readFile((await download.path())!) }
  }

  const workbook = await take('Workbook')
  expect(workbook.name).toMatch(/\.xlsx$/)
  const cover = (await read(workbook.bytes)).Cover!.flat().map(String)
  expect(cover.some((cell) => cell.includes('page=scenario&preset=birmingham-brighter-futures'))).toBe(true)

  const parts = async (name: string) => {
    const file = await take(name)
    expect(file.name).toMatch(/\.docx$/)
    return new TextDecoder().decode(unzipSync(file.bytes)['word/document.xml'])
  }
  const businessCase = await parts('Business case')
  for (const said of ['£94m', 'Birmingham (E08000025)', 'Shapley value'])
    expect([said, businessCase.includes(said)]).toEqual([said, true])
  expect((await parts('Agreement')).includes('Birmingham City Council')).toBe(true)

  const svg = (await take('Who pays, who gains as SVG')).bytes.toString('utf8')
  expect(svg.includes('<title')).toBe(true)
  const png = (await take('The bargaining table as PNG')).bytes
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  await page.close()
})

test('a scenario that cannot be worked out says why when a workbook is asked for', async () => {
  const page = await on.browser.newPage({ viewport: DESK })
  await page.goto(`${on.product.url}/?v=1&page=scenario`)
  await page
    .getByRole('button', { name: /nothing/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'Workbook', exact: true }).click()
  const alert = page.locator('.take [role=alert]').first()
  await alert.waitFor()
  expect(await alert.textContent()).toMatch(/cannot be exported.*put right/)
  await page.close()
})
