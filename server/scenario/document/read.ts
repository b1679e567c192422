import type { Parameters } from '../parameters.ts'
import { checkFlows } from './check-flows.ts'
import { checkModel } from './check-model.ts'
import { checkPartners } from './check-partners.ts'
import { checkPot } from './check-pot.ts'
import { type Fault, fault, faultsOfForm, type Report } from './fault.ts'
import { object } from './loose.ts'
import { migrate } from './migrate.ts'
import { type Scenario, scenarioSchema } from './schema.ts'

export const MOST_FAULTS = 200

/**
 * Reads a scenario document of any version.
 *
 * @returns the scenario, or every fault at once, of form and of sense, by path.
 */
export function readScenario(
  document: unknown,
  parameters: Parameters,
): { scenario: Scenario } | { faults: Fault[] } {
  const current = migrate(document)
  const parsed = scenarioSchema.safeParse(current)
  const faults = parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOfForm(issue, current))
  const report: Report = (path, message, value) => faults.push(fault(path, message, value))
  const loose = object(current)
  checkPartners(loose, report)
  checkPot(loose, report)
  checkFlows(loose, parameters, report)
  checkModel(loose, report)
  if (faults.length > 0 || !parsed.success) return { faults: faults.slice(0, MOST_FAULTS) }
  return { scenario: parsed.data }
}
