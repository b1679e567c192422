import type { Solver } from '../../server/scenario/games/lp.ts'
import type { Parameters } from '../../server/scenario/parameters.ts'

export interface Vector {
  name: string
  inputs: Record<string, unknown>
  expected: Record<string, unknown>
  tolerance?: number
  monteCarloTolerance?: Record<string, number>
}

/** What a mapper may use besides a vector's inputs. */
export interface Context {
  parameters: Parameters
  solve: Solver
  vectors: readonly Vector[]
  /** Names of the expected keys, so that a mapper knows which figures to work out; never their values. */
  wanted: readonly string[]
  monteCarlo?: Record<string, number>
}

export type Figures = Record<string, unknown>

/** One shape of inputs a family knows: whether it fits, and the figures worked out by the engine. */
export interface Shape {
  needs: readonly string[]
  fits?: (inputs: Inputs, context: Context) => boolean
  work: (inputs: Inputs, context: Context) => Figures
}

// biome-ignore lint/suspicious/noExplicitAny: a vector file is read as it comes and each shape knows its own
export type Inputs = Record<string, any>
