import { address } from '../api.ts'
import { Heads } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { SortHead } from '../frame/sort-head.tsx'
import { question } from '../question/question.ts'
import type { ChangeColumn } from '../state/state.ts'
import { go, view } from '../state/store.ts'
import { TickHead } from '../table/place-cells.tsx'
import { PlacesFound } from '../table/places-found.tsx'
import { rove } from '../table/roving.ts'
import { shownCodes } from '../table/shown.ts'
import { SideTabs } from '../table/side-tabs.tsx'
import { TableTools } from '../table/table-tools.tsx'
import { PartedNote } from './change-sources.tsx'
import { ChangeTableRow, COLUMNS } from './change-table-row.tsx'
import { changedEverywhere } from './changed.ts'
import { columnOf } from './measured.ts'
import { gainedAndLost, inOrder } from './order.ts'
import { changeInWords, pricesNow } from './words.ts'

/** Winners and losers: the map's table twin where the question is of change. */
export function ChangeTable() {
  const shown = changedEverywhere.answer.value
  const { changeSort, measure, unit } = view.value
  const codes = shownCodes.value
  const rows = shown
    ? inOrder(
        codes ? shown.rows.filter(({ key }) => codes.has(key)) : shown.rows,
        changeSort.column,
        changeSort.descending,
      )
    : []
  const measured = columnOf(measure, unit)
  const { gained, lost, unknown } = gainedAndLost(rows.map((row) => row[measured] as number | null))
  const asked = question.value!
  const files = (form: 'csv' | 'xlsx') =>
    address(`/change.${form}`, {
      ...shown!.query,
      places: codes ? [...codes].sort().join(',') : '',
      order: (changeSort.descending ? '-' : '') + changeSort.column,
    })
  const head = (column: ChangeColumn, title: string) => (
    <SortHead
      key={column}
      column={column}
      title={title}
      number={column !== 'name'}
      by={changeSort}
      onSort={(next) => go({ changeSort: next }, true)}
    />
  )
  return (
    <section class="side-table card" aria-labelledby="table-title" aria-busy={changedEverywhere.busy.value}>
      <header class="side-head">
        <h2 id="table-title" tabIndex={-1}>
          Winners and losers
        </h2>
        <SideTabs />
      </header>
      <p class="note">
        {changeInWords.value}, {pricesNow.value}, {asked.scope}; local means “{asked.definition}”. By{' '}
        {asked.measure}: {gained} up, {lost} down{unknown > 0 && `, ${unknown} not known`}.
      </p>
      <TableTools
        rows={rows.length}
        found={() => shownCodes.value?.size ?? shown?.rows.length ?? 0}
        files={rows.length > 0 ? files : null}
        called="winners and losers"
      />
      {shown === null ? (
        <p class="nothing">Setting two years side by side.</p>
      ) : (
        <>
          <PlacesFound rows={rows.length}>
            {(short) => (
              <Scroll
                label="Table of winners and losers"
                class={`place-table change-table${changedEverywhere.busy.value ? ' dimmed' : ''}${short ? ' short' : ''}`}
              >
                <table class="plain">
                  <caption class="hidden">
                    Places with what was spent before and after, and the change
                    <span class="keys-hint">; arrow keys move about it</span>
                  </caption>
                  <Heads
                    of={[
                      <TickHead key="tick" />,
                      head('name', 'Place'),
                      ...COLUMNS.map(({ column, title }) => head(column, title)),
                    ]}
                  />
                  <tbody onKeyDown={rove}>
                    {rows.map((row, i) => (
                      <ChangeTableRow key={row.key} row={row} stop={i === 0} />
                    ))}
                  </tbody>
                </table>
              </Scroll>
            )}
          </PlacesFound>
          <PartedNote places={rows.map(({ key }) => key)} />
        </>
      )}
    </section>
  )
}
