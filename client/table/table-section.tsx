import { DataLink } from '../frame/data-link.tsx'
import { OwnNote } from '../frame/own-mark.tsx'
import { question } from '../question/question.ts'
import { areas } from '../state/areas.ts'
import { ticked } from '../state/members.ts'
import { holdersAmong } from '../state/own-figures.ts'
import { ENGLAND } from '../state/state.ts'
import { go } from '../state/store.ts'
import { tableFile } from './files.ts'
import { PlaceTable } from './place-table.tsx'
import { PlacesFound } from './places-found.tsx'
import { shownRows } from './shown.ts'
import { SideTabs } from './side-tabs.tsx'
import { TableTools } from './table-tools.tsx'
import { reconciled, sharedReturns } from './totals.ts'

/** The map's table twin: the same places, the same filter, the same figures. */
export function TableSection() {
  const asked = question.value!
  const rows = shownRows.value
  return (
    <section class="side-table card" aria-labelledby="table-title" aria-busy={areas.busy.value}>
      <header class="side-head">
        <h2 id="table-title" tabIndex={-1}>
          All places
        </h2>
        <SideTabs />
      </header>
      <p class="note">
        {asked.year}, {asked.prices}, {asked.scope}; local means “{asked.definition}”
      </p>
      <TableTools
        rows={rows.length}
        found={() => shownRows.value.length}
        files={tableFile.value}
        called="this table"
      />
      <PlacesFound rows={areas.answer.value && rows.length}>
        {(short) => <PlaceTable rows={rows} dimmed={areas.busy.value} short={short} />}
      </PlacesFound>
      <OwnNote holders={holdersAmong(rows, areas.answer.value?.year ?? '')} of={rows.length} />
      {reconciled.value && (
        <p class="note table-foot">
          {ticked.value.size > 1 && (
            <>
              <button
                type="button"
                class="text-button"
                onClick={() => go({ places: [ENGLAND], only: false, lines: null })}
              >
                Clear the ticks
              </button>{' '}
            </>
          )}
          {reconciled.value} {sharedReturns.value}{' '}
          <DataLink kind="reconciliation">The reconciliation</DataLink>
        </p>
      )}
    </section>
  )
}
