import { assumptions } from './assumptions.ts'
import { commercial } from './commercial.ts'
import { economic } from './economic.ts'
import { financial } from './financial.ts'
import { contents, summary, whatThisIs } from './front.ts'
import type { Given } from './given.ts'
import { management, registers } from './management.ts'
import type { Paper } from './paper.ts'
import { provenance, unverified } from './provenance.ts'
import { strategic } from './strategic.ts'

/** Foot of every page: what it is, of which count. */
export const footOf = ({ about }: Given): string =>
  `Count ${about.count.id} · ${about.count.hash.slice(0, 12)} · Total Place ${about.software}`

/** The business case in the five cases of HM Treasury's model, filled from a scenario and its place. */
export function businessCase(given: Given): Paper {
  const { scenario, about } = given
  return {
    title: 'Business case',
    subtitle: about.saved?.name ?? scenario.name,
    foot: footOf(given),
    day: about.count.compiled,
    scenario,
    chapters: [
      { blocks: whatThisIs(given) },
      { blocks: contents() },
      { blocks: summary(given) },
      { blocks: strategic(given) },
      { blocks: economic(given) },
      { blocks: commercial(given) },
      { blocks: financial(given) },
      { blocks: management(given) },
      { landscape: true, blocks: registers(given) },
      { landscape: true, blocks: assumptions(given) },
      { blocks: unverified(given) },
      { blocks: provenance(given) },
    ],
  }
}
