import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Pages } from './page.ts'
import { launch, type Product, startProduct } from './product.ts'

/** The built product and a browser on it, for the tests of one file; no page of theirs may log an error. */
export function browsing(): { readonly product: Product; readonly browser: Browser; readonly pages: Pages } {
  const open = {} as { product: Product; browser: Browser; pages: Pages }
  beforeAll(async () => {
    ;[open.product, open.browser] = await Promise.all([startProduct(), launch(true)])
    open.pages = new Pages(open.browser, open.product)
  })
  afterAll(async () => {
    await open.browser?.close()
    await open.product?.stop()
    expect(open.pages.wrong).toEqual([])
  })
  return open
}
