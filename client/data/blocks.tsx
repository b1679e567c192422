import { group, sum } from 'd3-array'
import type { ControlTotal, Count } from '../api-types.ts'
import { reasonInWords } from '../difference.ts'
import { change, money, pounds } from '../format.ts'
import { Heads, number } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { ended } from '../words.ts'
import { entryId } from './entry-id.ts'
import { ReturnsReplaced } from './returns-replaced.tsx'

const KIND = 'bridge'

/** The bridge from councils' returns to the Treasury's figures, block by block, with what nobody explains. */
export function Blocks({ count }: { count: Count }) {
  const rows = count.control_totals.filter((row) => row.kind === KIND)
  if (rows.length === 0) return null
  const { net, gross } = count.unexplained
  return (
    <>
      <h3 id="bridge">The bridge, block by block</h3>
      <p>
        For each block of local spending, what councils returned beside what the Treasury published. This
        count keeps the returns; the differences are shown, largest first, and none is worded away.
      </p>
      <ReturnsReplaced count={count} />
      <Scroll label="The bridge, block by block">
        <table class="plain">
          <caption class="hidden">The bridge, block by block</caption>
          <Heads
            of={[
              'Block',
              number('The Treasury'),
              number('The returns'),
              number('Difference'),
              number('Not explained'),
            ]}
          />
          <tbody>
            {[...rows].sort(bySize).map((row) => (
              <tr key={row.id} id={entryId('block', row.id)}>
                <th scope="row">
                  {row.covers}
                  <small>{reasonOf(row, count)}</small>
                </th>
                <td class="number">{money(row.published)}</td>
                <td class="number">{money(row.compiled)}</td>
                <td class={`number${row.difference < 0 ? ' negative' : ''}`}>{change(row.difference)}</td>
                <td class={`number${row.unexplained < 0 ? ' negative' : ''}`}>
                  {row.unexplained === 0 ? 'nothing' : change(row.unexplained)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <td class="number">{money(sum(rows, (row) => row.published))}</td>
              <td class="number">{money(sum(rows, (row) => row.compiled))}</td>
              <td class="number">{change(sum(rows, (row) => row.difference))}</td>
              <td class="number">
                {change(net)} net
                <small>{money(gross)} adding up both ways</small>
              </td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
      <p class="note">
        Net, {pounds(net)}: pounds too many in one block and too few in another cancel. Adding up both ways,{' '}
        {pounds(gross)}: each block's difference counted whatever its sign.
      </p>
    </>
  )
}

const bySize = (a: ControlTotal, b: ControlTotal) => Math.abs(b.difference) - Math.abs(a.difference)

/** Why a block differs: its own bridge line, or the line that carries its name in the total's bridge. */
function reasonOf(row: ControlTotal, count: Count) {
  const lines = group(
    count.control_totals.filter((one) => one.kind === 'total').flatMap((one) => one.bridge),
    (line) => line.label,
  )
  const reason = row.bridge[0]?.reason ?? lines.get(row.covers)?.[0]?.reason
  return reason ? ended(reasonInWords(reason)) : ''
}
