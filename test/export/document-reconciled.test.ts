import { afterAll, expect, test } from '@jest/globals'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { serveShipped } from '../fixtures/serve-shipped.ts'
import { documentOf, halfEmpty } from './documents.ts'
import { bodyOf, paragraphsOf, tableCalled } from './word.ts'

const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

const inFigures = (text: string) => {
  const [, minus, digits] = /^(−?)£([\d,]+)$/.exec(text)!
  return (minus ? -1 : 1) * Number(digits!.replaceAll(',', ''))
}

async function reconciled(served: Awaited<ReturnType<typeof serveFixture | typeof serveShipped>>, more = {}) {
  closing.push(served.close)
  const bytes = await documentOf(served.app, 'business-case', { document: halfEmpty(), ...more })
  const body = bodyOf(bytes)
  const rows = tableCalled(body, /Reconciliation to a published total/).slice(1)
  return { rows, said: paragraphsOf(body).map(({ text }) => text) }
}

test.each([
  ['the count that ships', serveShipped, { places: ['E09000008'] }, '£1,533,701,083 is explained by nobody'],
  ['a difference bridged whole', serveFixture, { places: ['E06000001'] }, 'No pound of the difference'],
  ['a difference nobody explains', serveFixture, { places: ['E12000002'] }, '−£9 is explained by nobody'],
])('%s: published and the steps add up to what is compiled', async (_, serve, more, note) => {
  const { rows, said } = await reconciled(await serve(), more)
  const figures = rows.map(([, figure]) => inFigures(figure!))
  expect(rows.length).toBeGreaterThan(2)
  expect(rows[0]![0]).toMatch(/^Published: /)
  expect(rows.at(-1)![0]).toBe('Compiled in the count')
  expect(figures.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(figures.at(-1))
  expect(said.filter((text) => text.includes(note))).toHaveLength(1)
})
