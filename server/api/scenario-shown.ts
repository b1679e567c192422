import { createHash } from 'node:crypto'
import type { Shown } from '../export/picture/scenario/shown.ts'
import type { Scenario } from '../scenario/document/schema.ts'
import { evaluate } from '../scenario/evaluate.ts'
import type { ScenarioParts } from './scenarios.ts'
import { SOFTWARE } from './software.ts'

const SHORT = 12

/** SHA-256 of a scenario document as the server read it. */
export const hashOfScenario = (scenario: Scenario): string =>
  createHash('sha256').update(JSON.stringify(scenario)).digest('hex')

/** A scenario worked out, with what its pictures say of themselves. */
export function shownOf(scenario: Scenario, parts: ScenarioParts): Shown {
  const reply = evaluate(scenario, parts)
  const names = new Map(scenario.partners.map(({ id, name }) => [id, name]))
  const years = `${reply.years} ${reply.years === 1 ? 'year' : 'years'}`
  return {
    reply,
    names: reply.partners.map((id) => names.get(id) ?? id),
    said: {
      subtitle: [
        scenario.name,
        years,
        `prices of ${reply.priceBase}`,
        `discounted by the schedule ${reply.schedule}`,
      ].join(' · '),
      source: `Source: the scenario “${scenario.name}”, worked out by Total Place. Its inputs are its author’s assumptions; each is given with its source and confidence in the scenario.`,
      version: `Scenario ${hashOfScenario(scenario).slice(0, SHORT)} · Total Place ${SOFTWARE}`,
    },
  }
}
