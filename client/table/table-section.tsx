import { address } from '../api.ts'
import { counted } from '../format.ts'
import { announce } from '../frame/announcer.tsx'
import { question } from '../question/question.ts'
import { areas } from '../state/areas.ts'
import { go, view } from '../state/store.ts'
import { PlaceTable } from './place-table.tsx'
import { shownCodes, shownRows } from './shown.ts'
import { SideTabs } from './side-tabs.tsx'

/** The map's table twin: the same places, the same filter, the same figures. */
export function TableSection() {
  const asked = question.value!
  const shown = areas.answer.value
  const rows = shownRows.value
  const places = shownCodes.value ? [...shownCodes.value].sort().join(',') : null
  const asking = shown && { year: shown.year, scope: shown.scope, places }
  return (
    <section class="side-table card" aria-labelledby="table-title" aria-busy={areas.busy.value}>
      <header class="side-head">
        <div>
          <h2 id="table-title">All places</h2>
          <p class="note">
            {asked.year}, {asked.scope}; local means “{asked.definition}”
          </p>
        </div>
        <SideTabs />
      </header>
      <div class="table-tools">
        <label>
          <span>Filter by place, region or code</span>
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
        <p class="note">{counted(rows.length, 'place')} shown</p>
        {asking && rows.length > 0 && (
          <p class="downloads">
            <span>Download these {rows.length}:</span>{' '}
            <a href={address('/control.csv', { ...asking, definition: shown.definition })} download>
              total and share (CSV)
            </a>{' '}
            <a href={address('/spend.csv', { ...asking, by: 'place', per: 'head' })} download>
              a head (CSV)
            </a>
          </p>
        )}
      </div>
      {shown && rows.length === 0 ? (
        <p class="nothing">
          No place fits “{view.value.filter}”.{' '}
          <button type="button" class="button small" onClick={() => go({ filter: '' })}>
            Show all places
          </button>
        </p>
      ) : (
        <PlaceTable rows={rows} dimmed={areas.busy.value} />
      )}
    </section>
  )
}
