import { useEffect } from 'preact/hooks'
import type { Count } from '../api-types.ts'
import { DataLink } from '../frame/data-link.tsx'
import { YearSelect } from '../question/year-select.tsx'
import { yearly } from '../state/yearly.ts'
import { Control } from './control.tsx'
import { Decisions } from './decisions.tsx'
import { openDocuments } from './documents-of.ts'
import { DoubleCounting } from './double-counting.tsx'
import { Editions } from './editions.tsx'
import { Method } from './method.tsx'
import { NotReturned } from './not-returned.tsx'
import { OwnFigures } from './own-figures.tsx'
import { Reconciliation } from './reconciliation.tsx'
import { useShownEntry } from './show-entry.ts'
import { Sources } from './sources.tsx'

const PARTS = [
  ['reconciliation', 'What reconciles'],
  ['bridge', 'The bridge'],
  ['editions', 'Editions compared'],
  ['not-returned', 'What was not returned'],
  ['double-counting', 'Double counting'],
  ['control', 'Local control'],
  ['method', 'How lines are placed'],
  ['decisions', 'Decisions'],
  ['sources', 'Sources and licences'],
] as const

/** What the count is, what it rests on and where it falls short. */
export function DataPage({ count }: { count: Count }) {
  const known = yearly.value ?? count
  useShownEntry()
  useEffect(() => {
    openDocuments()
  }, [])
  return (
    <main class="data-page" id="answer" tabIndex={-1}>
      <h1>Data and method</h1>
      <p class="lead">
        On screen is the count “{count.count.title}”: public spending in England that can be tied to a place,
        net of income, in cash, placed in 152 areas and checked against published national totals.
      </p>
      <p class="lead">
        Totals, missing returns and bridge are of <YearSelect />
      </p>
      <nav class="contents" aria-label="On this page">
        {count.amendments.length > 0 && <DataLink kind="own-figures">Figures of your own</DataLink>}
        {PARTS.map(([id, title]) => (
          <DataLink key={id} kind={id}>
            {title}
          </DataLink>
        ))}
      </nav>
      <OwnFigures count={count} />
      <Reconciliation count={known} />
      <Editions count={count} />
      <NotReturned count={known} />
      <DoubleCounting count={known} />
      <Control count={count} />
      <Method count={count} />
      <Decisions />
      <Sources count={count} />
    </main>
  )
}
