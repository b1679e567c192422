import { useSignal } from '@preact/signals'
import { address } from '../api.ts'
import { counted } from '../format.ts'
import { announce } from '../frame/announcer.tsx'
import { TableFiles } from '../frame/files.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { question } from '../question/question.ts'
import { ticked } from '../state/members.ts'
import { go, view } from '../state/store.ts'
import { rove } from '../table/roving.ts'
import { shownCodes } from '../table/shown.ts'
import { SideTabs } from '../table/side-tabs.tsx'
import { ChangeTableRow, COLUMNS, Heading } from './change-table-row.tsx'
import { changedEverywhere } from './changed.ts'
import { columnOf } from './measured.ts'
import { gainedAndLost, inOrder } from './order.ts'
import { changeInWords, pricesNow } from './words.ts'

/** How many rows a phone shows before the rest are asked for, as place-table.css has it. */
const FEW = 20

/** Winners and losers: the map's table twin where the question is of change. */
export function ChangeTable() {
  const all = useSignal(false)
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
  const file = (form: 'csv' | 'xlsx') =>
    address(`/change.${form}`, {
      ...shown!.query,
      places: codes ? [...codes].sort().join(',') : '',
      order: (changeSort.descending ? '-' : '') + changeSort.column,
    })
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
      <div class="table-tools">
        <label>
          <span>Filter by place, district, region or code</span>
          <input
            type="search"
            maxLength={60}
            value={view.value.filter}
            onInput={(event) => {
              go({ filter: event.currentTarget.value }, true)
              announce(`${counted(shownCodes.value?.size ?? shown?.rows.length ?? 0, 'place')} shown`)
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
          {rows.length > 0 && (
            <>
              : <TableFiles files={file} called="winners and losers" />
            </>
          )}
        </p>
      </div>
      {shown === null ? (
        <p class="nothing">Setting two years side by side.</p>
      ) : rows.length === 0 ? (
        <p class="nothing">
          No place fits “{view.value.filter}”.{' '}
          <button type="button" class="button small" onClick={() => go({ filter: '', only: false })}>
            Show all places
          </button>
        </p>
      ) : (
        <>
          <Scroll
            label="Table of winners and losers"
            class={`place-table change-table${changedEverywhere.busy.value ? ' dimmed' : ''}${all.value ? '' : ' short'}`}
          >
            <table class="plain">
              <caption class="hidden">
                Places with what was spent before and after, and the change
                <span class="keys-hint">; arrow keys move about it</span>
              </caption>
              <thead>
                <tr>
                  <th scope="col" class="tick">
                    <span class="hidden">Together</span>
                  </th>
                  <Heading column="name" title="Place" />
                  {COLUMNS.map(({ column, title }) => (
                    <Heading key={column} column={column} title={title} />
                  ))}
                </tr>
              </thead>
              <tbody onKeyDown={rove}>
                {rows.map((row, i) => (
                  <ChangeTableRow key={row.key} row={row} stop={i === 0} />
                ))}
              </tbody>
            </table>
          </Scroll>
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
    </section>
  )
}
