import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rowsOf } from '../../server/engine/columns.ts'
import { keepFrom } from '../../server/shelf/from-disk.ts'
import { packed } from '../../server/shelf/pack.ts'
import { ENGINE, openFixture, temporary } from '../fixtures/open-fixture.ts'
import { references } from '../fixtures/references.ts'
import { countsIn } from '../fixtures/serve-fixture.ts'
import { randomLines } from './random-count.ts'

const ALL = {
  by: ['place', 'year', 'agency', 'function', 'economic', 'basis', 'grade', 'source'],
  year: null,
  place: null,
  agency: null,
  sector: null,
  function: null,
  division: null,
  economic: null,
  basis: null,
  grade: null,
  class: null,
  source: null,
  off: [],
  kinds: [],
  classes: [],
}

async function zipOf(folder: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of await packed(folder)) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('what is taken out and brought in elsewhere has the same hash, figures and bytes, whatever the order of its lines', async () => {
  const home = await openFixture()
  const away = await temporary()
  const counts = countsIn(join(home.folder, 'count'), join(away.folder, 'var'))
  await counts.start()
  const runs = fc.asyncProperty(randomLines, async (spend) => {
    const one = await openFixture({ spend, ...references })
    const other = await openFixture({ spend: spend.toReversed(), ...references })
    try {
      const zip = await zipOf(join(one.folder, 'count'))
      expect((await zipOf(join(other.folder, 'count'))).equals(zip)).toBe(true)
      const file = join(away.folder, 'package.zip')
      await writeFile(file, zip)
      const { hash } = await keepFrom(counts, file, 8, ENGINE)
      expect(hash).toBe(one.count.hash)
      const [kept, first] = [(await counts.open(hash))!, one.count]
      expect(rowsOf(await kept.engine.ask('spend', ALL))).toEqual(
        rowsOf(await first.engine.ask('spend', ALL)),
      )
      expect((await zipOf((await counts.folder(hash))!)).equals(zip)).toBe(true)
    } finally {
      await one.close()
      await other.close()
    }
  })
  await fc.assert(runs, { numRuns: 8 })
  await counts.close()
  await away.remove()
  await home.close()
}, 120_000)
