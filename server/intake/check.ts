import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Workbench } from '../engine/workbench.ts'
import { amounts } from './check-amounts.ts'
import { find, judge } from './check-find.ts'
import { load, resolve } from './check-load.ts'
import { report } from './check-report.ts'
import { STAGING, type ToCheck, workOf } from './check-work.ts'
import type { Report } from './report.ts'
import { dropResults } from './results.ts'
import { besideOf } from './store.ts'

export const CHECK_STEPS = 10

/**
 * Judges every row of the files read: fills the staging database anew beside the last one and puts it in its
 * place when all is found, taking the last results away. Nothing is changed where it is stopped or fails.
 * @throws Unreadable, QueryError
 */
export async function check(
  given: ToCheck,
  progress: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<{ report: Report; digest: string }> {
  const file = join(given.folder, STAGING)
  const beside = besideOf(file)
  const clear = () => Promise.all([beside, `${beside}.wal`].map((each) => rm(each, { force: true })))
  await clear()
  const bench = await Workbench.open(beside, given)
  let done = 0
  const step = () => {
    done = Math.min(done + 1, CHECK_STEPS)
    progress(done, CHECK_STEPS)
  }
  let open = true
  try {
    if (signal) bench.heed(signal)
    const work = workOf(bench, given)
    for (const stage of [load, resolve, amounts, judge]) {
      await stage(work)
      step()
    }
    await find(work, step)
    await bench.script('intake-accept')
    const result = await report(work)
    step()
    bench.close()
    open = false
    signal?.throwIfAborted()
    await dropResults(given.folder)
    await rename(beside, file)
    return result
  } finally {
    if (open) bench.close()
    await clear()
    await rm(join(given.folder, 'spill'), { recursive: true, force: true })
  }
}
