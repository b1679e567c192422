/// <reference lib="dom" />
import { expect, jest, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import { browsing } from './browsing.ts'
import { CROYDON, saved, settled } from './page.ts'

jest.setTimeout(120_000)

const open = browsing()

test('every chart and the map is one click from a picture of the same question, and the place from its zip', async () => {
  const page = await open.pages.open(`?v=1&m=head&d=councillors&x=capital&p=${CROYDON}`)
  await settled(page, 'Croydon')
  const addresses = await page.$$eval('a[href*="/pictures/"]', (links) =>
    links.map((link) => (link as HTMLAnchorElement).getAttribute('href')!),
  )
  expect(addresses).toHaveLength(12)
  for (const address of addresses) {
    const reply = await fetch(open.product.url + address)
    expect([address, reply.status]).toEqual([address, 200])
    expect(reply.headers.get('content-type')).toBe(/\.svg\?/.test(address) ? 'image/svg+xml' : 'image/png')
  }
  expect(addresses.filter((address) => address.includes('measure=head'))).toHaveLength(2)
  const svg = (await saved(page, 'The spectrum as SVG')).toString('utf8')
  const now = (await page.textContent('.share-now'))!
  expect(svg).toContain('“Councillors decide”')
  expect(svg).toContain('without capital')
  expect(svg).toContain(`${/= (\S+%)/.exec(now)![1]} under local control`)
  const zip = unzipSync(await saved(page, 'zip of every table and picture'))
  expect(Object.keys(zip)).toEqual(
    expect.arrayContaining(['place.xlsx', 'manifest.json', 'pictures/map.png']),
  )
  expect(Buffer.from(zip['pictures/spectrum.svg']!).toString('utf8')).toBe(svg)
})
