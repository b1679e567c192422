/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import { browsing } from './browsing.ts'
import { CROYDON, settled, text } from './page.ts'
import { publishing } from './publishing.ts'

jest.setTimeout(180_000)

const on = browsing()
const { publishOwn } = publishing(on)
const YEAR = '2018-19'
const LEDGER = `Organisation,Place,Year,Service,Amount
NHS trusts,${CROYDON},${YEAR},General practice,188150000
`
const optionsOf = (label: string) => `select[aria-label="${label}"] option`

test('a year of own figures only is set beside no other, and says that no return of it is in the count', async () => {
  await publishOwn(LEDGER, [])
  const alone = await on.pages.open(`?v=1&p=${CROYDON}&y=${YEAR}`)
  await settled(alone, 'Croydon')
  expect(await text(alone, '.finding')).toContain('of figures of your own is counted here')
  const panel = await text(alone, '#answer')
  expect(panel).toContain('No return of this year is in the count: it holds figures of your own only.')
  expect(panel).not.toContain('made its returns')
  expect(panel).not.toContain('Left out everywhere')
  expect(await alone.locator(optionsOf('Change from')).allTextContents()).toEqual(['alone'])
  await alone.context().close()

  const asked = await on.pages.open(`?v=1&p=${CROYDON}&b=${YEAR}`)
  await settled(asked, 'Croydon')
  expect(await text(asked, 'body')).toContain(
    '2018 to 2019 holds figures of your own only, with no return of it in this count: not to be compared with another year.',
  )
  expect(await asked.locator('.change-table').count()).toBe(0)
  const others = await asked.locator(optionsOf('Change from')).allTextContents()
  expect(others).toContain('changed from 2013 to 2014')
  expect(others.filter((one) => one.includes('2018 to 2019'))).toEqual([])
  expect(await text(asked, '#answer')).toContain('Left out everywhere, so that nothing counts twice')
  await asked.context().close()

  const compare = await on.pages.open(`?v=1&page=compare&p=${CROYDON}&vs=E09000003&y=${YEAR}`)
  await compare.waitForSelector('.figures-beside tbody tr')
  const returns = compare.locator('.figures-beside tbody tr', {
    has: compare.getByText('Returns', { exact: true }),
  })
  expect(await returns.locator('td').allTextContents()).toEqual(['none in the count', 'none in the count'])
  await compare.context().close()

  const control = await on.pages.open(`?v=1&page=control&p=${CROYDON}&y=${YEAR}`)
  await control.waitForSelector('.control-effect .finding')
  expect(await text(control, '.control-effect .finding')).toMatch(
    /of figures of your own is local\. No share is drawn from them\.$/,
  )
  await control.context().close()
})
