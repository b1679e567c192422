import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { compileCount } from '../../data/compile/count.ts'
import type { ControlledLine } from '../../data/compile/line.ts'
import { acceptBridge, checkBridge } from '../../data/compile/review.ts'
import { poundsOfThousands } from '../../data/sources/number.ts'
import { Publications } from '../../data/sources/publication.ts'
import { cell, readSheet } from '../../data/sources/sheet.ts'
import { writePackage } from '../../server/count/write.ts'
import { ROOT } from '../../server/root.ts'
import { ORIGINALS, testOnOriginals } from './originals.ts'
import { SHIPPED, shipped } from './shipped.ts'

const FOLDERS: Record<string, string> = {
  'mhclg-rs-2017-18': 'la-revenue-outturn-rs',
  'mhclg-cor-b-2017-18': 'la-capital-outturn-cor',
  'hmt-cra-2018': 'hmt-cra',
}

/** Twenty lines, the same every run: a small generator seeded by hand. */
function twenty(lines: readonly ControlledLine[]): ControlledLine[] {
  let state = 20_171_218
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const of = (source: string) => lines.filter((line) => line.source === source)
  const pick = (from: readonly ControlledLine[]) => from[Math.floor(next() * from.length)]!
  return Object.keys(FOLDERS).flatMap((source, at) =>
    Array.from({ length: [6, 6, 8][at]! }, () => pick(of(source))),
  )
}

describe('on the original publications', () => {
  testOnOriginals(
    'the count that ships is what they compile to, byte for byte',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'count-'))
      try {
        const { tables, totals } = compileCount(new Publications(ORIGINALS), '2017-18', () => {})
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
    120_000,
  )

  testOnOriginals(
    'twenty lines lead back to the cell they came from, and shared ones to weight and whole',
    async () => {
      const lines = await shipped<ControlledLine>('spend')
      const drivers = await shipped<{
        driver: string
        area: string
        place: string
        weight: number
        total: number
      }>('driver')
      const cells = new Map<string, bigint>()
      for (const { source, source_row, source_column, amount } of lines) {
        const key = `${source} ${source_row} ${source_column}`
        cells.set(key, (cells.get(key) ?? 0n) + amount)
      }
      const chosen = twenty(lines)
      expect(chosen).toHaveLength(20)
      for (const line of chosen) {
        const sheet = readSheet(join(ORIGINALS, FOLDERS[line.source]!), line.source_file)
        const published = poundsOfThousands(cell(sheet, line.source_row - 1, line.source_column - 1))
        expect(cells.get(`${line.source} ${line.source_row} ${line.source_column}`)).toBe(published)
        if (line.basis === 'recorded') continue
        expect(line.whole).toBe(published)
        const own = drivers.filter(
          ({ driver, place, weight }) =>
            driver === line.driver && place === line.place && weight === line.weight,
        )
        expect(own.length).toBeGreaterThan(0)
        if (line.source !== 'hmt-cra-2018') continue
        const exact = own.map(({ total }) => (Number(line.whole) * line.weight!) / total)
        expect(Math.min(...exact.map((share) => Math.abs(share - Number(line.amount))))).toBeLessThan(1.001)
      }
    },
    60_000,
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
