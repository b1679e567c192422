import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Resvg } from '@resvg/resvg-js'
import request from 'supertest'
import type { ChainReply, ControlReply, SpendReply } from '../../server/api/contract.ts'
import { PICTURES } from '../../server/api/picture-of.ts'
import { inMoney, inPercent } from '../../server/export/in-money.ts'
import { barsPicture } from '../../server/export/picture/bars.ts'
import { layout } from '../../server/export/picture/flow-layout.ts'
import { classOf } from '../../server/export/picture/map-legend.ts'
import { areasOf, outlinesIn } from '../../server/export/picture/map-outlines.ts'
import type { Picture } from '../../server/export/picture/picture.ts'
import { pngOf } from '../../server/export/picture/png.ts'
import { spectrumPicture } from '../../server/export/picture/spectrum.ts'
import { wrapped } from '../../server/export/picture/text.ts'
import { FONT_FILES, widthOf, withoutLetter } from '../../server/export/picture/typeface.ts'
import { readTopology } from '../../server/places/outlines.ts'
import { ROOT } from '../../server/root.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { serveShipped } from '../fixtures/serve-shipped.ts'
import { boxesIn, clashes, parsed, wordsIn } from './boxes.ts'
import { bytesAt } from './fetch.ts'
import { NAMES } from './hostile.ts'
import { seen } from './pixels.ts'

let shipped: Awaited<ReturnType<typeof serveShipped>>
let five: Awaited<ReturnType<typeof serveFixture>>
let topology: Awaited<ReturnType<typeof readTopology>>
beforeAll(async () => {
  topology = await readTopology(join(ROOT, 'data/outlines/england.topojson'))
  shipped = await serveShipped({ topology })
  five = await serveFixture()
})
afterAll(async () => {
  await shipped.close()
  await five.close()
})

/** The flow is asked as /chain is: without definition, rules and prices. */
const asked = (name: string, query: string) =>
  name === 'flow' ? query.replace(/&(definition|rules|named|prices)=[^&]*/g, '') : query
const svgOf = async (name: string, query: string) =>
  (await bytesAt(shipped.app, `/pictures/${name}.svg${asked(name, query)}`)).toString('utf8')
const json = async <T>(address: string) => (await request(shipped.app).get(`/api/v1${address}`)).body as T

test('texts on one another, and outside, are found', () => {
  const text = (x: number, words: string) => `<text x="${x}" y="20" font-size="14">${words}</text>`
  const svg = (inner: string) => `<svg viewBox="0 0 200 40">${inner}</svg>`
  expect(clashes(svg(`${text(5, 'left')}<g transform="translate(100 0)">${text(5, 'right')}</g>`))).toEqual(
    [],
  )
  expect(clashes(svg(text(5, 'left') + text(20, 'right')))).toHaveLength(1)
  expect(clashes(svg(text(180, 'outside')))).toHaveLength(1)
})

const PLACES = {
  Croydon: '?places=E09000008',
  Cumbria: '?places=E10000006&definition=councillors',
  England: '',
  'Greater Manchester': '?places=E08000003,E08000006,E08000007&definition=classes:2,4&prices=real:2024-25',
  'a year of recorded lines': '?places=E08000025&year=2011-12&scope=-capital,-schools',
  "a reader's own rules": '?places=E12000007&rules=rule:education%3E1&named=Schools%20%26%20%3Cus%3E',
}

describe.each(Object.entries(PLACES))('pictures of %s', (_, query) => {
  test.each(PICTURES)('%s is well formed, says what it is, and no text stands on another', async (name) => {
    const svg = await svgOf(name, query)
    expect(() => parsed(svg)).not.toThrow()
    expect(boxesIn(svg).length).toBeGreaterThan(8)
    expect(clashes(svg)).toEqual([])
    const words = wordsIn(svg)
    expect(words[0]).toMatch(/\S/)
    expect(words[1]!.length).toBeGreaterThan(40)
    const all = words.join(' ')
    expect(all).toContain('Source: Public spending in England')
    expect(all).toContain(`Count england, ${shipped.count.hash.slice(0, 12)}`)
    expect(all).toMatch(/Total Place \d+\.\d+\.\d+/)
    expect(withoutLetter(all)).toEqual([])
  })
})

test.each(['sectors', 'agencies', 'functions'] as const)('%s shows the figures of the API', async (name) => {
  const by = { sectors: 'sector', agencies: 'agency', functions: 'division' }[name]
  const reply = await json<SpendReply>(`/spend?by=${by}&places=E10000006&order=-amount`)
  const words = wordsIn(await svgOf(name, PLACES.Cumbria))
  const shown = reply.rows > 17 ? 12 : reply.rows
  for (let row = 0; row < shown; row += 1) expect(words).toContain(inMoney(reply.data.amount![row] as number))
  expect(words[0]).toContain(inMoney(reply.total))
})

test('the largest agencies stand for themselves and the rest together make up the total', async () => {
  const reply = await json<SpendReply>('/spend?by=agency')
  const words = wordsIn(await svgOf('agencies', ''))
  const sizes = [...(reply.data.amount as number[])].sort((a, b) => Math.abs(b) - Math.abs(a))
  const rest = reply.total! - sizes.slice(0, 16).reduce((sum, amount) => sum + amount, 0)
  expect(words).toContain(inMoney(rest))
  expect(words).toContain(`Other: ${reply.rows - 16} agencies`)
})

test('the spectrum and the range show the classes and the definitions of the API', async () => {
  const reply = await json<ControlReply>('/control?together=true&places=E09000008')
  const spectrum = wordsIn(await svgOf('spectrum', PLACES.Croydon))
  for (const one of [1, 2, 3, 4, 5, 6, 7])
    expect(spectrum).toContain(inMoney(reply.data[`class_${one}`]![0] as number))
  expect(spectrum[0]).toContain(inPercent(reply.data.share![0] as number))
  const range = wordsIn(await svgOf('range', PLACES.Croydon))
  for (const { name, share, numerator, denominator } of reply.definitions)
    for (const word of [name, inPercent(share), `${inMoney(numerator)} of ${inMoney(denominator)}`])
      expect(range).toContain(word)
})

test('the years are those counted in full, with their totals and shares', async () => {
  const words = wordsIn(await svgOf('years', PLACES.Croydon))
  const full = shipped.count.catalogue.financialYears.filter(({ coverage }) => coverage === 'full')
  for (const { year } of full) {
    const { total } = await json<SpendReply>(`/spend?places=E09000008&year=${year}`)
    const control = await json<ControlReply>(`/control?together=true&places=E09000008&year=${year}`)
    expect(words).toContain(inMoney(total))
    expect(words).toContain(`${inPercent(control.data.share![0] as number)} local`)
  }
  expect(words.filter((word) => /^\d{4} to \d{4}$/.test(word))).toHaveLength(full.length)
})

test('the flow shows what each decides, holds, spends and is spent on, and loses no pound on the way', async () => {
  const reply = await json<ChainReply>('/chain?places=E10000006')
  const words = wordsIn(await svgOf('flow', PLACES.Cumbria))
  const ways = new Map<string, number>()
  for (let row = 0; row < reply.rows; row += 1) {
    const key = ['decides', 'holds', 'sector_name', 'division_name'].map((name) => reply.data[name]![row])
    ways.set(JSON.stringify(key), (ways.get(JSON.stringify(key)) ?? 0) + (reply.data.amount![row] as number))
  }
  const positive = [...ways].filter(([, amount]) => amount > 0)
  const by = (column: number) => {
    const sums = new Map<string, number>()
    for (const [key, amount] of positive)
      sums.set(JSON.parse(key)[column], (sums.get(JSON.parse(key)[column]) ?? 0) + amount)
    return sums
  }
  for (const column of [0, 1, 2, 3])
    for (const amount of by(column).values()) expect(words).toContain(inMoney(amount))
  const drawn = positive.map(([key, amount]) => ({ kind: 'a', stops: JSON.parse(key), amount }))
  const { nodes, ribbons } = layout(drawn, () => 20)
  const thick = (column: number) =>
    ribbons.filter((one) => one.column === column).reduce((sum, one) => sum + one.thick, 0)
  const tall = (column: number) =>
    nodes.filter((one) => one.column === column).reduce((sum, one) => sum + one.height, 0)
  for (const column of [0, 1, 2]) {
    expect(thick(column)).toBeCloseTo(tall(column), 6)
    expect(thick(column)).toBeCloseTo(tall(column + 1), 6)
  }
})

describe('the map', () => {
  test.each(['total', 'head', 'share'] as const)(
    'of %s counts every place once in its class',
    async (measure) => {
      const reply = await json<ControlReply>('/control')
      const breaks = measure === 'share' ? reply.breaks : reply.amount_breaks[measure]
      const values = reply.data[measure === 'total' ? 'denominator' : measure]!.filter(
        (_, row) => reply.data.place![row] !== 'not-placed',
      ) as (number | null)[]
      const words = wordsIn(await svgOf('map', `?measure=${measure}`))
      const from = words.indexOf('Places in each class') + 1
      const counts = [0, 1, 2, 3, 4].map((at) => values.filter((one) => classOf(one, breaks) === at).length)
      expect(words.slice(from, from + 5).map(Number)).toEqual(counts)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(152)
      const shown = measure === 'share' ? inPercent : inMoney
      for (const value of breaks) expect(words).toContain(shown(value))
    },
  )

  test('draws every place inside its box, the marked one with a line of its own', async () => {
    const outlines = outlinesIn(areasOf(topology), 400, 500)
    expect(outlines).toHaveLength(152)
    for (const { box } of outlines) {
      expect(Math.min(box[0], box[1])).toBeGreaterThanOrEqual(-0.1)
      expect(box[2]).toBeLessThanOrEqual(400.1)
      expect(box[3]).toBeLessThanOrEqual(500.1)
      expect((box[2] - box[0]) * (box[3] - box[1])).toBeGreaterThan(0)
      expect(box[2] - box[0]).toBeLessThan(200)
    }
    const strokes = (svg: string) => svg.match(/stroke-width="2.5" stroke-linejoin/g)?.length ?? 0
    expect(strokes(await svgOf('map', PLACES.Croydon))).toBe(2)
    expect(strokes(await svgOf('map', ''))).toBe(0)
  })

  test('hatches the corner of a place with a return missing, and all of a year without shares', async () => {
    const missing = new Set(
      (await json<ControlReply>('/control')).data
        .missing!.map((count, row) => [count, row] as const)
        .filter(([count]) => (count as number) > 0)
        .map(([, row]) => row),
    )
    expect(missing.size).toBeGreaterThan(0)
    const svg = await svgOf('map', '')
    expect(svg.match(/clip-path="url\(#e/g)).toHaveLength(missing.size)
    const none = await svgOf('map', '?year=2011-12')
    expect(wordsIn(none).join(' ')).toContain('no figure (152)')
    expect(none).not.toContain('clip-path=')
  })
})

describe('hostile names', () => {
  const said = { subtitle: NAMES.join(' '), source: NAMES.join(' '), version: '<v>' }
  const long = 'W'.repeat(400)
  const names = [...NAMES, 'a\u0000b\u001Bc', '\u202Eevil', '\uD800', long, '<script>alert(1)</script>']
  const reply = {
    data: {
      sector: names.map((_, index) => `s${index}`),
      sector_name: names,
      amount: names.map((_, index) => (index % 3 ? 1e9 : -2e8) * (index + 1)),
      recorded: names.map((_, index) => 1e8 * index),
    },
    rows: names.length,
    total: 5,
    coverage: { missing: [], own_returns: [] },
  } as unknown as SpendReply

  test.each(names)('%j comes out as text', (name) => {
    const pictures: Picture[] = [
      barsPicture(reply, 'sector', name, said),
      spectrumPicture(
        {
          data: {
            ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((one) => [`class_${one}`, [one * 1e8]])),
            numerator: [1e8],
            denominator: [28e8],
            share: [1 / 28],
            missing: [0],
          },
          definition: { id: 'x', name, classes: [1], meaning: name, rules: '' },
          definitions: [],
        } as unknown as ControlReply,
        name,
        [1, 2, 3, 4, 5, 6, 7].map((one) => ({ class: one, name: 'Class' })),
        said,
      ),
    ]
    for (const { svg, title, alt } of pictures) {
      expect(() => parsed(svg)).not.toThrow()
      expect(svg).not.toMatch(/<script|<b>/)
      expect(svg).not.toContain('\u202E')
      expect(wordsIn(svg)[0]).toBe(title)
      expect(wordsIn(svg)[1]).toBe(alt)
      expect(boxesIn(svg).filter(({ right }) => right > 800)).toEqual([])
    }
  })

  test('text is wrapped to the width it is given, whole', () => {
    for (const name of names) {
      const lines = wrapped(name, 120, { size: 13 })
      for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(120)
      expect(lines.join('').replaceAll(' ', '').length).toBeGreaterThan(0)
    }
    expect(wrapped(long, 120, { size: 13 }).join('')).toBe(long)
  })
})

describe('PNG', () => {
  test.each(['map', 'spectrum', 'years'])('%s has twice the pixels, and is not blank', async (name) => {
    const svg = await svgOf(name, PLACES.Croydon)
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number)
    const png = await bytesAt(shipped.app, `/pictures/${name}.png${PLACES.Croydon}`)
    const found = seen(png)
    expect(found).toMatchObject({ width: 2 * width!, height: 2 * height! })
    expect(found.colours).toBeGreaterThan(20)
  })

  test('letters are drawn with the typeface that ships, as wide as they are measured', () => {
    const words = 'Worcestershire 0123456789 £8.3bn'
    for (const weight of [400, 600] as const) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="80" font-family="Public Sans"><text x="0" y="50" font-size="40" font-weight="${weight}">${words}</text></svg>`
      const options = { font: { fontFiles: [...FONT_FILES], loadSystemFonts: false } }
      const box = new Resvg(svg, options).getBBox()!
      expect(Math.abs(box.width - widthOf(words, 40, weight))).toBeLessThan(12)
    }
  })

  test('is the same bytes twice', async () => {
    const reply = await json<SpendReply>('/spend?by=sector')
    const draw = () => barsPicture(reply, 'sector', 'England', { subtitle: 'a', source: 'b', version: 'c' })
    expect(draw()).toEqual(draw())
    expect((await pngOf(draw())).equals(await pngOf(draw()))).toBe(true)
  })
})

test('a place the outlines lack, and a count of five places, can be drawn', async () => {
  for (const name of PICTURES)
    for (const query of ['', '?places=E10000002', '?places=E06000005,E08000004']) {
      const svg = (await bytesAt(five.app, `/pictures/${name}.svg${query}`)).toString('utf8')
      expect(() => parsed(svg)).not.toThrow()
      expect(clashes(svg)).toEqual([])
    }
})
