import { useSignal } from '@preact/signals'
import { ApiError, address, get, rowsOf, type Table } from '../api.ts'
import type { Count } from '../api-types.ts'
import { counted, exactChange, integer, pounds } from '../format.ts'
import { Heads, number } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { placeName } from '../state/asked.ts'
import { opened } from '../state/count.ts'
import { dayInWords } from '../when.ts'
import { ECONOMIC, list, yearInWords } from '../words.ts'

type Amendment = Count['amendments'][number]

interface Row {
  place: string
  place_name: string | null
  year: string
  agency: string
  agency_name: string | null
  economic: string
  covers: string
  added_lines: number
  added: number
  standing_lines: number
  standing: number
  replaced_lines: number
  replaced: number
  replaced_own: number
  budget_lines: number
  budget: number
  change: number
}

const FEW = 30

/** Figures from files of readers in the count: what they took the place of, line by line, and what it changed. */
export function OwnFigures({ count }: { count: Count }) {
  if (count.amendments.length === 0) return null
  return (
    <section id="own-figures" tabIndex={-1}>
      <h2>Figures of your own</h2>
      <p>
        These were published into this count from files brought here. They are not in the count that ships,
        and no publisher has checked them. What they took the place of is kept, line by line.
      </p>
      {count.amendments.map((one) => (
        <Amended key={one.id} one={one} />
      ))}
    </section>
  )
}

function Amended({ one }: { one: Amendment }) {
  const { id, title, publisher, made, years, places, added, replaced, budget } = one
  return (
    <>
      <h3>{title}</h3>
      <p>
        {publisher}, published here on {dayInWords(made)}. {counted(added.lines, 'line')} of{' '}
        {pounds(added.pounds)} put in and {counted(replaced.lines, 'line')} of {pounds(replaced.pounds)} taken
        out, in {counted(places, 'place')}, {list(years.map(yearInWords))}. England’s total changes by{' '}
        <strong>{exactChange(added.pounds - replaced.pounds)}</strong>.
        {budget.lines > 0 &&
          ` ${counted(budget.lines, 'line')} of ${pounds(budget.pounds)} of budget in place of missing returns gave way too: they were counted only where budgets are shown.`}
      </p>
      <Places id={id} />
      <p>
        <a href={address('/amended.csv', { amendment: id })} download>
          What was put in place of what (CSV)
        </a>
        {replaced.lines + budget.lines > 0 && (
          <>
            {' '}
            <a href={address('/replaced.csv', { amendment: id })} download>
              Every line taken out (CSV)
            </a>
          </>
        )}
      </p>
    </>
  )
}

function Places({ id }: { id: string }) {
  const rows = useSignal<Row[] | null>(null)
  const fault = useSignal<string | null>(null)
  const known = opened.answer.value!
  const fetchRows = () => {
    if (rows.value) return
    fault.value = null
    get<Table>(address('/amended', { amendment: id })).then(
      (table) => {
        rows.value = rowsOf<Row>(table)
      },
      (error: unknown) => {
        fault.value = error instanceof ApiError ? error.message : 'It could not be read.'
      },
    )
  }
  return (
    <details onToggle={(event) => event.currentTarget.open && fetchRows()}>
      <summary>By place and agency</summary>
      {fault.value && (
        <p role="alert">
          {fault.value}{' '}
          <button type="button" class="button small" onClick={fetchRows}>
            Ask again
          </button>
        </p>
      )}
      {!rows.value && !fault.value && <p class="note">Fetching.</p>}
      {rows.value && (
        <Scroll label="What was put in place of what">
          <table class="plain">
            <caption>
              Pounds, cash
              {rows.value.length > FEW &&
                `; the first ${FEW} of ${integer(rows.value.length)}, the rest in the file`}
            </caption>
            <Heads
              of={['Place', 'Agency', 'Year', number('Taken out'), number('Put in'), number('Change')]}
            />
            <tbody>
              {rows.value.slice(0, FEW).map((row) => (
                <tr key={`${row.place} ${row.year} ${row.agency} ${row.economic}`}>
                  <th scope="row">{row.place_name ?? placeName(known, row.place) ?? row.place}</th>
                  <td>
                    {row.agency_name ?? row.agency}, {ECONOMIC[row.economic] ?? row.economic}
                    {row.covers === 'sector' && ', in place of its whole sector'}
                  </td>
                  <td>{yearInWords(row.year)}</td>
                  <td class="number">
                    {pounds(row.replaced)} <small>{counted(row.replaced_lines, 'line')}</small>
                    {row.replaced_own !== 0 && <small>{pounds(row.replaced_own)} of earlier imports</small>}
                    {row.budget_lines > 0 && <small>and {pounds(row.budget)} of budget, not counted</small>}
                  </td>
                  <td class="number">
                    {pounds(row.added)} <small>{counted(row.added_lines, 'line')}</small>
                    {row.standing_lines < row.added_lines && (
                      <small>{pounds(row.standing)} stands, the rest was replaced since</small>
                    )}
                  </td>
                  <td class="number">{exactChange(row.change)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </details>
  )
}
