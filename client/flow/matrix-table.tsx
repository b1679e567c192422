import { money } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { wayId } from '../lines/way.ts'
import { rove } from '../table/roving.ts'
import { lower } from '../words.ts'
import type { Chain } from './chain.ts'
import { OTHER } from './graph.ts'
import type { MatrixRow } from './matrix.ts'

/** The picture's table twin: who decides, holds and spends down the side, what it is spent on across the top. */
export function MatrixTable({ shown }: { shown: Chain }) {
  const { matrix, nameOf, by } = shown
  let first = true
  const cell = (row: MatrixRow, amount: number | null, division?: string) => {
    if (amount === null) return <span class="note">none</span>
    const { decides, holds, spender } = row
    const about = [
      nameOf(0, decides),
      nameOf(2, spender),
      ...(division === undefined ? [] : [nameOf(3, division)]),
    ].join(', ')
    if (spender === OTHER) return <span class={amount < 0 ? 'negative' : undefined}>{money(amount)}</span>
    const stop = first
    first = false
    const way = { decides, holds, [by]: spender, ...(division === undefined ? {} : { division }) }
    return (
      <Door
        opens={{ kind: 'way', id: wayId(way) }}
        about={about}
        negative={amount < 0}
        tabIndex={stop ? 0 : -1}
      >
        {money(amount)}
      </Door>
    )
  }
  return (
    <Scroll label="Table of the flow of money" class="matrix">
      <table class="plain" onKeyDown={rove}>
        <caption class="hidden">
          Pounds by who decides, who holds and who spends, across what it is spent on
          <span class="keys-hint">; arrow keys move about it</span>
        </caption>
        <Heads
          of={[
            by === 'agency' ? 'Agency' : 'Kind of agency',
            number('In all'),
            ...matrix.divisions.map((division) => number(nameOf(3, division))),
          ]}
        />
        {groupsOf(matrix.rows).map((rows) => (
          <tbody key={`${rows[0]!.decides} ${rows[0]!.holds}`}>
            <tr class="matrix-group">
              <th scope="rowgroup" colSpan={matrix.divisions.length + 2}>
                <span>
                  Decided by {lower(nameOf(0, rows[0]!.decides))}; held by {lower(nameOf(1, rows[0]!.holds))}
                </span>
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.spender}>
                <th scope="row">{nameOf(2, row.spender)}</th>
                <td class="number">{cell(row, row.total)}</td>
                {row.cells.map((amount, i) => (
                  <td key={matrix.divisions[i]} class="number">
                    {cell(row, amount, matrix.divisions[i]!)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">In all</th>
            <td class="number">{money(matrix.total)}</td>
            {matrix.totals.map((amount, i) => (
              <td key={matrix.divisions[i]} class="number">
                {money(amount)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

function groupsOf(rows: readonly MatrixRow[]): MatrixRow[][] {
  const groups = new Map<string, MatrixRow[]>()
  for (const row of rows) {
    const key = `${row.decides} ${row.holds}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}
