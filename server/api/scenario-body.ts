import { readScenario } from '../scenario/document/read.ts'
import type { Scenario } from '../scenario/document/schema.ts'
import { Refusal } from './problem.ts'
import type { ScenarioParts } from './scenarios.ts'

/**
 * A scenario as it was posted.
 * @throws Refusal 422 naming every fault by its path
 */
export function scenarioBody(body: unknown, { parameters }: ScenarioParts): Scenario {
  const found = readScenario(body, parameters)
  if ('scenario' in found) return found.scenario
  const { faults } = found
  const told =
    faults.length === 1 ? 'One thing is wrong with it.' : `${faults.length} things are wrong with it.`
  throw new Refusal(422, `The scenario cannot be worked out. ${told}`, faults)
}
