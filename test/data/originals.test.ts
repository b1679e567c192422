import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { compileCount } from '../../data/compile/count.ts'
import type { ControlledLine } from '../../data/compile/line.ts'
import { acceptBridge, checkBridge } from '../../data/compile/review.ts'
import { poundsOfThousands } from '../../data/sources/number.ts'
import { type Publication, Publications } from '../../data/sources/publication.ts'
import { cell, readSheet } from '../../data/sources/sheet.ts'
import { writePackage } from '../../server/count/write.ts'
import { ROOT } from '../../server/root.ts'
import { ORIGINALS, testOnOriginals } from './originals.ts'
import { SHIPPED, shipped } from './shipped.ts'

/** Every publication by its id, as the folders under data/sources describe them. */
const PUBLICATIONS = new Map(
  readdirSync(join(ROOT, 'data/sources'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => JSON.parse(readFileSync(join(ROOT, 'data/sources', name, 'source.json'), 'utf8')))
    .map((publication: Publication) => [publication.id, publication]),
)

/** Twenty lines, the same every run and at least one of every publication of spending. */
function twenty(lines: readonly ControlledLine[]): ControlledLine[] {
  let state = 20_171_218
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const sources = [...new Set(lines.map(({ source }) => source))].sort()
  const pick = (source: string) => {
    const of = lines.filter((line) => line.source === source)
    return of[Math.floor(next() * of.length)]!
  }
  const one = sources.map(pick)
  const standIn = lines.filter(({ rule }) => rule === 'cra-council-capital')
  const rest = Array.from({ length: 19 - one.length }, () => pick('hmt-cra-2018'))
  return [...one, standIn[Math.floor(next() * standIn.length)]!, ...rest]
}

describe('on the original publications', () => {
  testOnOriginals(
    'the count that ships is what they compile to, byte for byte',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'count-'))
      try {
        const { tables, totals } = compileCount(new Publications(ORIGINALS), () => {})
        checkBridge(totals, readFileSync(join(ROOT, 'data/model/reviewed-bridge.csv'), 'utf8'))
        const known = JSON.parse(readFileSync(join(SHIPPED, 'datapackage.json'), 'utf8'))
        const { hash } = await writePackage(
          folder,
          { id: known.id, title: known.title, compiled: known.compiled },
          tables,
        )
        for (const { path } of known.resources)
          expect(
            `${path} ${readFileSync(join(folder, path)).equals(readFileSync(join(SHIPPED, path)))}`,
          ).toBe(`${path} true`)
        expect(hash).toMatch(/^[0-9a-f]{64}$/)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    300_000,
  )

  testOnOriginals(
    'twenty lines lead back to the cell they came from, and shared ones to weight and whole',
    async () => {
      const lines = (
        await Promise.all(
          ['2012-13', '2014-15', '2015-16', '2016-17', '2017-18'].map((year) =>
            shipped<ControlledLine>('spend', year),
          ),
        )
      ).flat()
      const drivers = await shipped<{
        driver: string
        area: string
        place: string
        weight: number
        total: number
        year: string
      }>('driver')
      const cells = new Map<string, bigint>()
      for (const { source, source_row, source_column, amount } of lines) {
        const key = `${source} ${source_row} ${source_column}`
        cells.set(key, (cells.get(key) ?? 0n) + amount)
      }
      const chosen = twenty(lines)
      expect(chosen).toHaveLength(20)
      for (const line of chosen) {
        const sheet = readSheet(join(ORIGINALS, PUBLICATIONS.get(line.source)!.folder), line.source_file)
        const published = poundsOfThousands(cell(sheet, line.source_row - 1, line.source_column - 1))
        expect(cells.get(`${line.source} ${line.source_row} ${line.source_column}`)).toBe(published)
        if (line.basis === 'recorded') continue
        expect(line.whole).toBe(published)
        const own = drivers.filter(
          ({ driver, place, weight, year }) =>
            driver === line.driver &&
            place === line.place &&
            year === line.year &&
            (weight === line.weight || line.rule === 'cra-council-capital'),
        )
        expect(own.length).toBeGreaterThan(0)
        if (line.source !== 'hmt-cra-2018') continue
        const exact = own.map(({ total }) => (Number(line.whole) * line.weight!) / total)
        expect(Math.min(...exact.map((share) => Math.abs(share - Number(line.amount))))).toBeLessThan(1.001)
      }
    },
    180_000,
  )
})

describe('the reviewed bridge', () => {
  const total = {
    id: 'a',
    kind: 'region',
    year: '2017-18',
    covers: 'A',
    published: 5n,
    compiled: 8n,
    difference: 3n,
    status: 'bridged' as const,
    unexplained: 0n,
    unit: 'GBP' as const,
    bridge: [],
    source: 's',
  }
  test('a difference that departs from it, is new or is gone stops the compile', () => {
    const reviewed = acceptBridge([total])
    expect(() => checkBridge([total], reviewed)).not.toThrow()
    expect(() => checkBridge([{ ...total, difference: 4n }], reviewed)).toThrow(
      'difference is 4, reviewed as 3',
    )
    expect(() => checkBridge([total, { ...total, id: 'b' }], reviewed)).toThrow(
      '2017-18 region b has not been reviewed',
    )
    expect(() => checkBridge([], reviewed)).toThrow('2017-18 region a was reviewed and is no longer compiled')
  })
})
