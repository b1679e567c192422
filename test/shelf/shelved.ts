import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Count } from '../../server/count/open.ts'
import { writePackage } from '../../server/count/write.ts'
import { baselineOf } from '../../server/intake/baseline.ts'
import { Counts, type CountsOptions } from '../../server/shelf/counts.ts'
import { ALPHA, FIVE_PLACES } from '../fixtures/five-places.ts'
import { ENGINE, META, type Tables, temporary } from '../fixtures/open-fixture.ts'

/** The five places with Alpha's roads at so many pounds: another hash for each. */
export const roads = (amount: number): Tables => ({
  ...FIVE_PLACES,
  spend: FIVE_PLACES.spend.map((row) => (row.line === 'l02' ? { ...row, amount } : row)),
})

/** The count that ships and a state folder, in a folder of its own. */
export async function shelved(options: Partial<CountsOptions> = {}) {
  const { folder, remove } = await temporary()
  const shipped = join(folder, 'shipped')
  const { hash } = await writePackage(shipped, META, FIVE_PLACES)
  const said: string[] = []
  const made: Counts[] = []
  /** One more process, as it were, over the same folders. */
  const another = (more: Partial<CountsOptions> = {}) => {
    const counts = new Counts({
      shipped,
      stateFolder: join(folder, 'var'),
      engine: ENGINE,
      now: () => new Date(),
      warn: (message) => said.push(message),
      ...options,
      ...more,
    })
    made.push(counts)
    return counts
  }
  const counts = another()
  await counts.start()
  /** Writes a package of these tables in a scratch folder. */
  const written = async (tables: Tables, meta: object = {}, of: Counts = counts) => {
    const scratch = await of.scratch()
    await writePackage(scratch, { ...META, id: 'own.1', ...meta }, tables)
    return scratch
  }
  const kept = async (tables: Tables, meta: object = {}) =>
    counts.adopt(await written(tables, meta), counts.shelf.current!.hash)
  const copy = async (from: string) => {
    const scratch = await counts.scratch()
    await cp(from, scratch, { recursive: true })
    return scratch
  }
  const close = async () => {
    for (const one of made) await one.close()
    await remove()
  }
  return {
    folder,
    published: join(folder, 'var', 'published'),
    shipped,
    hash,
    said,
    counts,
    another,
    written,
    kept,
    copy,
    close,
  }
}

const REST_OF_ALPHA = 580

/** What line l02 comes to in a count, asked of its engine. */
export async function roadsOf(count: Count): Promise<number> {
  const { pounds } = await baselineOf(count, '2017-18')
  return pounds.get(`${ALPHA} alpha`)! - REST_OF_ALPHA
}
