import { Heads, number } from '../../frame/heads.tsx'
import { Scroll } from '../../frame/scroll.tsx'
import { type Cell, csv, type Twin, written } from './twin.ts'

/** A table of figures, with its sum where it has one. */
export function TwinTable({ twin }: { twin: Twin }) {
  const { caption, columns, rows, foot } = twin
  const line = (cells: readonly Cell[], key: string | number) => (
    <tr key={key}>
      {cells.map((cell, at) => {
        const { unit } = columns[at]!
        const minus = typeof cell === 'number' && cell < 0
        return at === 0 ? (
          <th key={at} scope="row">
            {written(cell, unit)}
          </th>
        ) : (
          <td key={at} class={unit === 'text' ? '' : `number${minus ? ' negative' : ''}`}>
            {written(cell, unit)}
          </td>
        )
      })}
    </tr>
  )
  return (
    <Scroll label={caption} class="twin">
      <table class="plain">
        <caption class="hidden">{caption}</caption>
        <Heads of={columns.map(({ head, unit }) => (unit === 'text' ? head : number(head)))} />
        <tbody>{rows.map(line)}</tbody>
        {foot && <tfoot>{line(foot, 'foot')}</tfoot>}
      </table>
    </Scroll>
  )
}

/** The table as a CSV file, made here from the figures on screen when it is asked for. */
export function TwinFile({ twin, name }: { twin: Twin; name: string }) {
  const file = `${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.csv`
  return (
    <a
      href={`#${file}`}
      download={file}
      aria-label={`${twin.caption}, CSV`}
      onClick={({ currentTarget }) => {
        const url = URL.createObjectURL(new Blob([csv(twin)], { type: 'text/csv' }))
        currentTarget.href = url
        setTimeout(() => URL.revokeObjectURL(url), 60_000)
      }}
    >
      CSV
    </a>
  )
}
