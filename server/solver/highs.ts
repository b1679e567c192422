import { createRequire } from 'node:module'
import type { LegacyHighs } from 'highs'
import type { LinearProgram, Solver } from '../scenario/games/lp.ts'

// The package's types describe a default export that its CommonJS entry does not have.
const load = createRequire(import.meta.url)('highs') as () => Promise<LegacyHighs>

/** Loads the HiGHS solver (WebAssembly); the solver it gives is synchronous and stops after `seconds`. */
export async function highs(seconds = 5): Promise<Solver> {
  const engine = await load()
  return (program) => {
    const { Status, Columns } = engine.solve(asText(program), {
      time_limit: seconds,
      primal_feasibility_tolerance: 1e-10,
      dual_feasibility_tolerance: 1e-10,
    })
    if (Status === 'Optimal')
      return {
        status: 'optimal',
        variables: program.objective.map(
          (_, i) => (Columns[`x${i}`] as { Primal?: number } | undefined)?.Primal ?? 0,
        ),
      }
    if (Status === 'Infeasible') return { status: 'infeasible' }
    return { status: Status === 'Unbounded' ? 'unbounded' : 'stopped' }
  }
}

const sum = (coefficients: readonly number[]) =>
  coefficients
    .map((c, i) => (c === 0 ? '' : `${c < 0 ? '-' : '+'} ${Math.abs(c)} x${i}`))
    .filter((term) => term !== '')
    .join(' ') || '0 x0'

function asText({ objective, rows, free }: LinearProgram): string {
  const lines = rows.flatMap(({ coefficients, low, high }, r) => {
    if (low !== undefined && low === high) return [`r${r}: ${sum(coefficients)} = ${low}`]
    return [
      ...(low === undefined ? [] : [`l${r}: ${sum(coefficients)} >= ${low}`]),
      ...(high === undefined ? [] : [`h${r}: ${sum(coefficients)} <= ${high}`]),
    ]
  })
  const bounds = free.map((unbounded, i) => (unbounded ? `x${i} free` : `x${i} >= 0`))
  return ['Minimize', ` obj: ${sum(objective)}`, 'Subject To', ...lines, 'Bounds', ...bounds, 'End'].join(
    '\n',
  )
}
