import { useSignal } from '@preact/signals'
import { counted } from '../format.ts'
import { announce } from '../frame/announcer.tsx'
import { DataLink } from '../frame/data-link.tsx'
import { TableFiles } from '../frame/files.tsx'
import { question } from '../question/question.ts'
import { areas } from '../state/areas.ts'
import { ticked } from '../state/members.ts'
import { ENGLAND } from '../state/state.ts'
import { go, view } from '../state/store.ts'
import { tableFile } from './files.ts'
import { PlaceTable } from './place-table.tsx'
import { shownRows } from './shown.ts'
import { SideTabs } from './side-tabs.tsx'
import { reconciled, sharedReturns } from './totals.ts'

/** How many rows a phone shows before the rest are asked for, as place-table.css has it. */
const FEW = 20

/** The map's table twin: the same places, the same filter, the same figures. */
export function TableSection() {
  const all = useSignal(false)
  const asked = question.value!
  const rows = shownRows.value
  const file = tableFile.value
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
      <div class="table-tools">
        <label>
          <span>Filter by place, district, region or code</span>
          <input
            type="search"
            maxLength={60}
            value={view.value.filter}
            onInput={(event) => {
              go({ filter: event.currentTarget.value }, true)
              announce(`${counted(shownRows.value.length, 'place')} shown`)
            }}
          />
        </label>
        {ticked.value.size > 0 && (
          <label class="check only">
            <input
              type="checkbox"
              checked={view.value.only}
              onChange={(event) => go({ only: event.currentTarget.checked }, true)}
            />
            <span>Only the ticked ({ticked.value.size})</span>
          </label>
        )}
        <p class="files">
          {counted(rows.length, 'place')} shown
          {file && (
            <>
              : <TableFiles files={file} called="this table" />
            </>
          )}
        </p>
      </div>
      {areas.answer.value && rows.length === 0 ? (
        <p class="nothing">
          No place fits “{view.value.filter}”.{' '}
          <button type="button" class="button small" onClick={() => go({ filter: '', only: false })}>
            Show all places
          </button>
        </p>
      ) : (
        <>
          <PlaceTable rows={rows} dimmed={areas.busy.value} short={!all.value} />
          {!all.value && rows.length > FEW && (
            <button
              type="button"
              class="button show-all"
              onClick={() => {
                all.value = true
              }}
            >
              Show all {counted(rows.length, 'place')}
            </button>
          )}
        </>
      )}
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
