import { existsSync } from 'node:fs'
import { Engine, type EngineOptions } from '../engine/engine.ts'
import { buildState, STATE_VERSION, stateFile } from './build.ts'
import type { CountPackage } from './read.ts'

async function reusable(file: string, count: CountPackage, options: EngineOptions) {
  if (!existsSync(file)) return undefined
  const engine = await Engine.open(file, options).catch(() => undefined)
  const state = await engine?.ask('state-version').catch(() => undefined)
  if (state?.columns.version?.[0] === STATE_VERSION && state.columns.hash?.[0] === count.hash) return engine
  engine?.close()
  return undefined
}

/** Opens the state file of a count, building it first where there is none built by this version. */
export async function openState(
  count: CountPackage,
  stateFolder: string,
  options: EngineOptions,
): Promise<Engine> {
  const file = stateFile(stateFolder, count.hash)
  const engine = await reusable(file, count, options)
  if (engine) return engine
  await buildState(count, file, options)
  return Engine.open(file, options)
}
