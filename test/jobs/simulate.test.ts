import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { simulate } from '../../server/jobs/simulate.ts'
import { ROOT } from '../../server/root.ts'
import { simulation } from '../../server/scenario/uncertainty/simulate.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { parameters, presetDocument, read } from '../scenario/setup.ts'

const compiled = existsSync(join(ROOT, 'dist/server/jobs/simulation-worker.js')) ? test : test.skip
const scenario = read(presetDocument('birmingham-brighter-futures'))

compiled('draws on another thread are those of this one, with progress', async () => {
  const seen: number[] = []
  const found = await simulate(scenario, { parameters, onProgress: (made) => seen.push(made) })
  const here = simulation(scenario, parameters, { solve: yalps })
  here.more(here.draws)
  expect(found).toEqual(here.result())
  expect(seen.at(0)).toBe(1000)
  expect(seen.at(-1)).toBe(10000)
})

compiled('can be stopped before it begins and on the way', async () => {
  await expect(
    simulate(scenario, { parameters, signal: AbortSignal.abort(new Error('no')) }),
  ).rejects.toThrow('no')
  const long = { ...scenario, uncertainty: { ...scenario.uncertainty!, draws: 200_000 } }
  const stop = new AbortController()
  const running = simulate(long, {
    parameters,
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('enough')),
  })
  await expect(running).rejects.toThrow('enough')
})
