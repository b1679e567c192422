import type { Solver } from '../../server/scenario/games/lp.ts'
import type { Parameters } from '../../server/scenario/parameters.ts'
import { differences } from './compare.ts'
import { costBenefit, unitCosts } from './families/cost-benefit.ts'
import { games, sharing } from './families/games.ts'
import { greenBook } from './families/green-book.ts'
import { gershon, mechanisms, paybacks } from './families/mechanisms.ts'
import { monteCarlo } from './families/monte-carlo.ts'
import { optimismBias } from './families/optimism-bias.ts'
import { pool } from './families/pool.ts'
import { prices } from './families/prices.ts'
import type { Context, Inputs, Shape, Vector } from './types.ts'

const families: Record<string, Shape[]> = {
  gb: greenBook,
  prices,
  ob: optimismBias,
  cba: costBenefit,
  ucd: unitCosts,
  game: games,
  sharing,
  payback: paybacks,
  mechanism: mechanisms,
  gershon,
  mc: monteCarlo,
  pool,
}

export interface Verdict {
  name: string
  passed: boolean
  faults: string[]
}

/** Runs every vector of a file through the engine and says which of its expected figures it meets. */
export function runVectors(vectors: readonly Vector[], parameters: Parameters, solve: Solver): Verdict[] {
  return vectors.map((vector) => {
    const faults = faultsOf(vector, vectors, parameters, solve)
    return { name: vector?.name ?? 'no name', passed: faults.length === 0, faults }
  })
}

function faultsOf(
  vector: Vector,
  vectors: readonly Vector[],
  parameters: Parameters,
  solve: Solver,
): string[] {
  try {
    const wanted = Object.keys(vector.expected)
    const context: Context = {
      parameters,
      solve,
      vectors,
      wanted,
      ...(vector.monteCarloTolerance ? { monteCarlo: vector.monteCarloTolerance } : {}),
    }
    const inputs = resolved(vector, vectors)
    const shape = shapeOf(vector.name, inputs, context)
    if (!shape) return ['no mapping for inputs of this shape']
    if (wanted.length === 0) return ['nothing is expected']
    const found = shape.work(inputs, context)
    return differences(vector.expected, found, vector.tolerance ?? 0).map(
      ({ at, expected, found: got }) =>
        `${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(got)}`,
    )
  } catch (error) {
    return [(error as Error).message]
  }
}

function shapeOf(name: string, inputs: Inputs, context: Context): Shape | undefined {
  return families[name.split('.')[0] ?? '']?.find(
    ({ needs, fits }) =>
      needs.every((key) => inputs[key] !== undefined) && (fits === undefined || fits(inputs, context)),
  )
}

/** A vector's inputs over those of the vectors it refers to by `see`, and theirs. */
function resolved(vector: Vector, vectors: readonly Vector[], seen: readonly string[] = []): Inputs {
  const { see, ...own } = vector.inputs
  const referred = [see ?? []].flat() as string[]
  const inherited = referred.map((name) => {
    const other = vectors.find((candidate) => candidate.name === name)
    if (!other) throw new Error(`refers to ${name}, which is not in the file`)
    if (seen.includes(name)) throw new Error(`refers to itself through ${name}`)
    return resolved(other, vectors, [...seen, name])
  })
  return Object.assign({}, ...inherited, own)
}
