import type { Count } from '../api-types.ts'
import { money, pounds } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { ended } from '../words.ts'
import { documents } from './documents-of.ts'
import { entryId } from './entry-id.ts'
import { Words } from './words-of.tsx'

/** What is left out so that nothing counts twice, and what may still. */
export function DoubleCounting({ count }: { count: Count }) {
  const of = (kind: string) => count.control_totals.filter((row) => row.kind === kind)
  return (
    <section id="double-counting" tabIndex={-1}>
      <h2>What is never counted twice</h2>
      <p>
        Spending counts once, at the body that spends it last. Money passed between public bodies is kept as
        lines of its own and left out of every total; a panel says how much.
      </p>
      <h3>Rules</h3>
      {documents.value?.methodSection('What is never counted twice').map((text) => (
        <Words key={text} text={text} />
      ))}
      <Amounts title="Left out, so as not to count twice" rows={of('left_out')} />
      <Amounts
        title="Counted, and possibly counted twice: no file here says how much"
        rows={of('possible_double_count')}
      />
    </section>
  )
}

function Amounts({ title, rows }: { title: string; rows: Count['control_totals'] }) {
  if (rows.length === 0) return null
  return (
    <table class="plain amounts">
      <caption>{title}</caption>
      <Heads of={['What', 'Why', number('England')]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} id={entryId('total', row.id)}>
            <th scope="row">{row.covers}</th>
            <td>
              {row.bridge.map((line) => ended(line.reason)).join(' ')}{' '}
              <DataLink kind="source" id={row.source}>
                Source
              </DataLink>
            </td>
            <td class="number" title={pounds(row.published)}>
              {money(row.published)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
