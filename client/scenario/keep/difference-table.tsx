import { counted } from '../../format.ts'
import { Heads } from '../../frame/heads.tsx'
import type { Draft } from '../state/draft.ts'
import { differences } from './differences.ts'

interface Props {
  before: Draft
  after: Draft
  names: readonly [string, string]
}

/** What two documents differ in, input by input. */
export function DifferenceTable({ before, after, names }: Props) {
  const found = differences(before, after)
  if (found.length === 0) return <p>The inputs are the same.</p>
  return (
    <div class="scroll">
      <table class="differences">
        <caption>{counted(found.length, 'input differs', 'inputs differ')}</caption>
        <Heads of={['Input', ...names]} />
        <tbody>
          {found.map(({ what, before: was, after: is }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{was}</td>
              <td>{is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
