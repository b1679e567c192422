import type { Line } from '../api-types.ts'
import { integer, pounds, weight } from '../format.ts'
import { Scroll } from '../frame/scroll.tsx'
import { count } from '../state/count.ts'
import { ECONOMIC, GRADES, programmeParts } from '../words.ts'

/** Lines as a table: what, how much, how it was placed, and the cell it was read from. */
export function LinesTable({ rows }: { rows: readonly Line[] }) {
  const several = new Set(rows.map((row) => row.place)).size > 1
  return (
    <Scroll label="Lines">
      <table class="plain lines-table">
        <caption class="hidden">Lines of spending</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {several && <th scope="col">Place</th>}
            <th scope="col" class="number">
              Pounds, net
            </th>
            <th scope="col">How it was placed</th>
            <th scope="col">Where it stands in the publication</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">
                {programmeParts(row.programme).name}
                <small>
                  {programmeParts(row.programme).code && `${programmeParts(row.programme).code}; `}
                  {row.agency_name}; {ECONOMIC[row.economic] ?? row.economic}; class {row.class}
                </small>
              </th>
              {several && <td>{row.place_name}</td>}
              <td class={`number${row.amount < 0 ? ' negative' : ''}`}>{pounds(row.amount)}</td>
              <td>
                <How row={row} />
              </td>
              <td>
                <a href={row.source_url} rel="noreferrer">
                  {row.source_title}
                </a>
                <small class="cell">
                  {row.source_file}, row {integer(row.source_row)}, column {integer(row.source_column)}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function How({ row }: { row: Line }) {
  const driver = count.value?.drivers.find(({ driver }) => driver === row.driver)?.name ?? row.driver
  return (
    <>
      {row.basis === 'recorded' ? (
        <>
          <span class="swatch recorded" aria-hidden="true" /> Recorded
        </>
      ) : (
        <>
          <span class="swatch shared" aria-hidden="true" /> {pounds(row.whole)} shared out by {driver}:{' '}
          {weight(row.weight)}
          {row.driver_total !== null && ` of ${weight(row.driver_total)}`}
        </>
      )}
      <small>
        Grade {row.grade}, {GRADES[row.grade]}. {row.rule_title}
      </small>
    </>
  )
}
