import type { Count } from '../api-types.ts'
import { change, counted, integer, NO_FIGURE, pounds } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { yearInWords } from '../words.ts'
import { type Pair, pairsOf } from './editions-of.ts'

type Row = Count['editions'][number]

const LEVELS: Record<Row['level'], { rows: string; cells: string }> = {
  total: { rows: 'England', cells: '' },
  region: { rows: 'Regions', cells: 'Cells changed' },
  department: { rows: 'Departments', cells: 'Cells changed' },
  service: { rows: 'Services', cells: 'Authorities changed' },
  authority: { rows: 'Authorities', cells: '' },
}

/** Two editions of a publication side by side: one is counted, the other is only compared with it. */
export function Editions({ count }: { count: Count }) {
  const pairs = pairsOf(count.editions)
  if (pairs.length === 0) return null
  return (
    <section id="editions" tabIndex={-1}>
      <h2>Editions compared</h2>
      <p>
        Publishers revise. Where two editions give the same year, this count is made from the later one
        throughout. The other is compared with it here and never mixed with it: no figure of the count is
        taken from it.
      </p>
      {pairs.map((pair) => (
        <Compared key={pair.compared} pair={pair} count={count} />
      ))}
    </section>
  )
}

function Compared({ pair, count }: { pair: Pair; count: Count }) {
  const { whole, levels } = pair
  const title = (id: string) => (
    <DataLink kind="source" id={id}>
      {count.sources.find((one) => one.id === id)?.title ?? id}
    </DataLink>
  )
  const what = levels.some(({ level }) => level === 'authority') ? 'authorities' : 'cells'
  return (
    <>
      <h3>{yearInWords(pair.year)}</h3>
      <p>
        Counted: {title(pair.used)}. Compared: {title(pair.compared)}. {whole.name}:{' '}
        {pounds(whole.used_amount)} against {pounds(whole.compared_amount)},{' '}
        {whole.difference === null ? NO_FIGURE : change(whole.difference)}; {integer(whole.changed)} of{' '}
        {integer(whole.cells)} {what} differ by £1,000 or more, or stand in one edition only.
      </p>
      {levels.map(({ level, first, rest }) => (
        <details key={level} open={rest.length === 0 && level !== 'service'}>
          <summary>
            {LEVELS[level].rows} <small>{counted(first.length + rest.length, 'figure')}</small>
          </summary>
          {level === 'department' && (
            <p class="note">
              A department that only changed its name is compared under the later one. One that was split or
              joined stands in one edition only, and part of the difference of its heirs is that move.
            </p>
          )}
          <Figures level={level} rows={first} caption={`${LEVELS[level].rows}, largest difference first`} />
          {rest.length > 0 && (
            <details>
              <summary>{counted(rest.length, 'smaller difference')}</summary>
              <Figures level={level} rows={rest} caption={`${LEVELS[level].rows}, smaller differences`} />
            </details>
          )}
        </details>
      ))}
    </>
  )
}

function Figures({ level, rows, caption }: { level: Row['level']; rows: Row[]; caption: string }) {
  const { cells } = LEVELS[level]
  return (
    <Scroll label={caption}>
      <table class="plain">
        <caption class="hidden">{caption}</caption>
        <Heads
          of={[
            LEVELS[level].rows,
            number('Counted'),
            number('Compared'),
            number('Difference'),
            cells !== '' && number(cells),
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td class="number">{pounds(row.used_amount)}</td>
              <td class="number">{pounds(row.compared_amount)}</td>
              <td class={`number${(row.difference ?? 0) < 0 ? ' negative' : ''}`}>
                {row.difference === null ? NO_FIGURE : change(row.difference)}
              </td>
              {cells && (
                <td class="number">
                  {integer(row.changed)} of {integer(row.cells)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
