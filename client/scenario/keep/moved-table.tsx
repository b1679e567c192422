import { counted } from '../../format.ts'
import type { Moved } from './worked.ts'

/** What two results differ in. */
export function MovedTable({ moved, names }: { moved: readonly Moved[]; names: readonly [string, string] }) {
  if (moved.length === 0) return <p>The results are the same, to the penny.</p>
  return (
    <div class="scroll">
      <table class="differences of-results">
        <caption>{counted(moved.length, 'figure differs', 'figures differ')}, present values</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
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
