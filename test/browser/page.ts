/// <reference lib="dom" />
import { expect } from '@jest/globals'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Product } from './product.ts'

export const CROYDON = 'E09000008'
export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** Pages of one product, with whatever goes wrong on any of them kept. */
export class Pages {
  readonly wrong: string[] = []
  readonly #browser: Browser
  readonly #product: Product

  constructor(browser: Browser, product: Product) {
    this.#browser = browser
    this.#product = product
  }

  /** A page of a fresh browser context, as on a cold start. */
  async open(query = '', viewport = DESK, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await this.#browser.newPage({ viewport, acceptDownloads: true, ...options })
    page.on('pageerror', (error) => this.wrong.push(String(error)))
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(this.#product.url) && !url.startsWith('blob:')) this.wrong.push(url)
    })
    await page.goto(`${this.#product.url}/${query}`)
    await page.waitForSelector('#answer h1')
    return page
  }
}

/** Waits until the panel shows this place, and no newer answer is on its way. */
export const settled = (page: Page, place: string) =>
  page.waitForFunction(
    (name) =>
      document.querySelector('#place-name')?.textContent === name &&
      document.querySelector('#answer')?.getAttribute('aria-busy') !== 'true',
    place,
  )

export const text = async (page: Page, selector: string) => (await page.textContent(selector)) ?? ''

/** What a click on a download link saves. */
export async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ])
  const { readFile } = await import('node:fs/promises')
  return readFile((await download.path())!)
}

/** Presses the tab key until the focus is on what is wanted, as its accessible name has it. */
export async function tabTo(page: Page, wanted: RegExp, most = 80) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    if (wanted.test(await focused(page))) return
  }
  throw new Error(`the tab key never reaches ${wanted}`)
}

export const focused = (page: Page) =>
  page.evaluate(() => {
    const on = document.activeElement as HTMLInputElement | null
    const label = on?.labels?.[0]?.textContent ?? ''
    return `${on?.getAttribute('aria-label') ?? ''} ${label} ${on?.textContent ?? ''}`.trim()
  })

/** That a field comes to hold a value: what is typed shows once the page has drawn it. */
export async function reads(field: Locator, value: string): Promise<void> {
  for (let tries = 0; tries < 50 && (await field.inputValue()) !== value; tries += 1)
    await field.page().waitForTimeout(100)
  expect(await field.inputValue()).toBe(value)
}
