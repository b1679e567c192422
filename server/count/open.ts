import type { Engine, EngineOptions } from '../engine/engine.ts'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { readPackage } from './read.ts'
import { openState } from './state.ts'

/** A count ready to be asked. */
export interface Count {
  readonly id: string
  /** 64 hexadecimal digits: the same figures, the same hash. */
  readonly hash: string
  readonly title: string
  /** ISO date. */
  readonly compiled: string
  readonly engine: Engine
  readonly catalogue: Catalogue
}

/**
 * Checks the package in `folder`, builds its state file where there is none, and opens it.
 * @throws PackageError naming every fault of the package
 */
export async function openCount(folder: string, stateFolder: string, options: EngineOptions): Promise<Count> {
  const count = await readPackage(folder, options)
  const engine = await openState(count, stateFolder, options)
  const { id, title, compiled } = count.descriptor
  return {
    id,
    title,
    compiled,
    hash: count.hash,
    engine,
    catalogue: await readCatalogue(engine),
  }
}
