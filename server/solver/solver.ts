import type { Solver } from '../scenario/games/lp.ts'
import { highs } from './highs.ts'
import { yalps } from './yalps.ts'

/** Asks the first solver, and the second only where the first finds no optimum. */
export const withFallback =
  (first: Solver, second: Solver): Solver =>
  (program) => {
    const answer = first(program)
    return answer.status === 'optimal' ? answer : second(program)
  }

let loaded: Promise<Solver> | undefined

/** The solver the product uses: quick on small programs, with HiGHS behind it. */
export function solver(): Promise<Solver> {
  loaded ??= highs().then((second) => withFallback(yalps, second))
  return loaded
}
