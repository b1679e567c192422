import type { Line } from '../api-types.ts'
import { integer, pounds } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { ECONOMIC } from '../words.ts'
import { Placed } from './placed.tsx'
import { programmeParts } from './programme.ts'

/** Lines as a table: what, how much, how it was placed and classed, and the cell it was read from. */
export function LinesTable({ rows }: { rows: readonly Line[] }) {
  const several = new Set(rows.map((row) => row.place)).size > 1
  return (
    <Scroll label="Lines">
      <table class="plain lines-table">
        <caption class="hidden">Lines of spending</caption>
        <Heads
          of={[
            'Line',
            several && 'Place',
            number('Pounds, net'),
            'How it was placed',
            'Where it stands in the publication',
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">
                <span title={row.programme}>{programmeParts(row.programme).name}</span>
                <small>
                  {row.agency_name}; {ECONOMIC[row.economic] ?? row.economic};{' '}
                  <DataLink kind="control" id={row.control_rule}>
                    class {row.class}
                  </DataLink>
                  {row.classed_anew && <strong class="anew"> by your rules</strong>}
                </small>
              </th>
              {several && <td>{row.place_name}</td>}
              <td class={`number${row.amount < 0 ? ' negative' : ''}`}>{pounds(row.amount)}</td>
              <td>
                <Placed row={row} />
              </td>
              <td>
                <DataLink kind="source" id={row.source}>
                  {row.source_title}
                </DataLink>
                <small class="cell">
                  “{row.programme}”, {row.source_file}, row {integer(row.source_row)}, column{' '}
                  {integer(row.source_column)}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
