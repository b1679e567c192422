import { counted } from '../../format.ts'
import { Heads } from '../../frame/heads.tsx'
import type { Moved } from './worked.ts'

/** What two results differ in. */
export function MovedTable({ moved, names }: { moved: readonly Moved[]; names: readonly [string, string] }) {
  if (moved.length === 0) return <p>The results are the same, to the penny.</p>
  return (
    <div class="scroll">
      <table class="differences of-results">
        <caption>{counted(moved.length, 'figure differs', 'figures differ')}, present values</caption>
        <Heads of={['Figure', ...names]} />
        <tbody>
          {moved.map(({ what, before, after }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td class="number">{before}</td>
              <td class="number">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
