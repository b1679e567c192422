interface Props<Column extends string> {
  column: Column
  title: string
  number: boolean
  by: { column: string; descending: boolean }
  onSort: (by: { column: Column; descending: boolean }) => void
}

/** A head that orders its table: figures from the largest, words from a, and the other way round when chosen again. */
export function SortHead<Column extends string>({ column, title, number, by, onSort }: Props<Column>) {
  const on = by.column === column
  const way = on ? (by.descending ? 'descending' : 'ascending') : 'none'
  return (
    <th scope="col" class={number ? 'number' : undefined} aria-sort={way}>
      <button
        type="button"
        class={`sort ${way}`}
        onClick={() => onSort({ column, descending: on ? !by.descending : number })}
      >
        {title}
      </button>
    </th>
  )
}
