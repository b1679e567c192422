import { group } from 'd3-array'
import type { ControlTotal, Count } from '../api-types.ts'
import { netAndGross, reasonInWords } from '../difference.ts'
import { change, counted, integer, pounds } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { ended, yearInWords } from '../words.ts'
import { Blocks } from './blocks.tsx'
import { entryId } from './entry-id.ts'
import { ReturnsReplaced } from './returns-replaced.tsx'

const KINDS: Record<string, string> = {
  total: 'England',
  region: 'Regions',
  department: 'Departments',
  function: 'Functions',
  return: 'Council returns',
  source: 'What each publication adds up to',
  population: 'Population',
  own: 'Totals that readers gave with figures of their own',
}

/** Every published total beside the compiled one, with the lines that lead from one to the other. */
export function Reconciliation({ count }: { count: Count }) {
  const { net, gross } = count.unexplained
  const titles = new Map(count.sources.map(({ id, title }) => [id, title]))
  const kinds = [...group(count.control_totals, (row) => row.kind)]
    .filter(([kind]) => kind in KINDS)
    .sort(([a], [b]) => order(a) - order(b))
  const having = (status: string) => count.control_totals.filter((row) => row.status === status).length
  return (
    <section id="reconciliation" tabIndex={-1}>
      <h2>What reconciles</h2>
      <p>
        Of {counted(count.control_totals.length, 'published total')}, {integer(having('equal'))} are met to
        the pound, {integer(having('bridged'))} are bridged by named lines and{' '}
        {integer(having('unexplained'))} differ by more than any file explains.{' '}
        {gross === 0 ? (
          <strong>No pound is left unexplained.</strong>
        ) : (
          <>
            Between publications, <strong>{netAndGross(net, gross)}</strong>, is explained by no file here: it
            is shown, not worded away.
          </>
        )}
      </p>
      <Blocks count={count} />
      <h3>Every published total</h3>
      {kinds.map(([kind, rows]) => (
        <details key={kind} open={kind === 'total' || kind === 'region'}>
          <summary>
            {KINDS[kind] ?? kind} <small>{counted(rows.length, 'total')}</small>
          </summary>
          {kind === 'return' && <ReturnsReplaced count={count} />}
          <Scroll label={KINDS[kind] ?? kind}>
            <table class="plain">
              <caption class="hidden">{KINDS[kind] ?? kind}</caption>
              <Heads
                of={['Total', number('Published'), number('Compiled'), number('Difference'), 'Status']}
              />
              <tbody>
                {rows.map((row) => (
                  <Total key={row.year + row.id} row={row} title={titles.get(row.source) ?? row.source} />
                ))}
              </tbody>
            </table>
          </Scroll>
        </details>
      ))}
    </section>
  )
}

const order = (kind: string) => {
  const at = Object.keys(KINDS).indexOf(kind)
  return at === -1 ? 99 : at
}

function Total({ row, title }: { row: ControlTotal; title: string }) {
  const show = row.unit === 'GBP' ? pounds : integer
  return (
    <tr id={entryId('total', row.id)}>
      <th scope="row">
        {row.covers}
        <small>
          {yearInWords(row.year)};{' '}
          <DataLink kind="source" id={row.source}>
            {title}
          </DataLink>
        </small>
        {row.bridge.length > 0 && (
          <details class="bridge">
            <summary>{counted(row.bridge.length, 'bridge line')}</summary>
            <ul>
              {row.bridge.map((line) => (
                <li key={line.label + line.source}>
                  <strong class={line.amount < 0 ? 'negative' : undefined}>
                    {row.unit === 'GBP' ? change(line.amount) : integer(line.amount)}
                  </strong>{' '}
                  {ended(line.label)} {ended(reasonInWords(line.reason))}
                </li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <td class="number">{show(row.published)}</td>
      <td class="number">{show(row.compiled)}</td>
      <td class={`number${row.difference < 0 ? ' negative' : ''}`}>{show(row.difference)}</td>
      <td>
        <span class={`status ${row.status}`}>{row.status}</span>
        {row.unexplained !== 0 && <small>{show(row.unexplained)} unexplained</small>}
      </td>
    </tr>
  )
}
