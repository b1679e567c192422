import { simulate } from '../../server/jobs/simulate.ts'
import { loadParameters } from '../../server/parameters/load.ts'
import { loadPresets } from '../../server/parameters/presets.ts'
import { readScenario } from '../../server/scenario/document/read.ts'
import { evaluate } from '../../server/scenario/evaluate.ts'
import { RULES } from '../../server/scenario/sharing/rules.ts'
import { solver } from '../../server/solver/solver.ts'
import type { Row } from './row.ts'

interface Measure {
  name: string
  median: number
  lowest: number
  highest: number
  bar: number
}

async function times(turns: number, work: () => unknown): Promise<number[]> {
  const found: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    await work()
    found.push(performance.now() - began)
  }
  return found.sort((a, b) => a - b)
}

const measure = (name: string, bar: number, found: number[]): Measure => ({
  name,
  bar,
  median: found[found.length >> 1]!,
  lowest: found[0]!,
  highest: found.at(-1)!,
})

/** Evaluation and simulation of the fifteen-year scenario of four partners, in milliseconds, with their bars. */
async function economics(): Promise<Measure[]> {
  const parameters = loadParameters()
  const solve = await solver()
  const preset = loadPresets().find((each) => each.id === 'birmingham-brighter-futures')!
  const found = readScenario(preset.scenario, parameters)
  if ('faults' in found) throw new Error('the preset is not readable')
  const { scenario } = found
  const simple = { ...scenario, sharing: { ...scenario.sharing, rule: 'byContribution' as const } }
  const rules = RULES.filter((rule) => rule !== 'nucleolus')
  const whole = evaluate(scenario, { parameters, solve })
  const part = evaluate(simple, { parameters, rules })
  if (whole.sharing.npv !== part.sharing.npv) throw new Error('the two arms disagree')
  const measures = [
    measure(
      'evaluate, no linear program',
      5,
      await times(200, () => evaluate(simple, { parameters, rules })),
    ),
    measure('evaluate, every rule', 25, await times(200, () => evaluate(scenario, { parameters, solve }))),
  ]
  for (const rule of ['shapley', 'waterfall', 'nucleolus'] as const) {
    const under = { ...scenario, sharing: { ...scenario.sharing, rule } }
    const taken = await times(9, () => simulate(under, { parameters }))
    measures.push(measure(`10,000 draws on a worker, ${rule}`, 250, taken))
  }
  return measures
}

export const economicsRow: Row = {
  id: 'economics',
  name: 'The fifteen-year scenario of four partners: evaluation and uncertainty',
  async measure() {
    const measures = await economics()
    return {
      bars: measures.map(({ name, median, bar }) => ({
        what: `${name}, median`,
        value: median,
        unit: 'ms',
        bar,
      })),
      notes: measures.map(
        ({ name, lowest, highest }) => `${name}: ${lowest.toFixed(2)} to ${highest.toFixed(2)} ms`,
      ),
    }
  },
}
