import { csvOf } from './csv.ts'

interface Props {
  /** What the table is of; the file is named for it. */
  name: string
  head: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** A table as a CSV file, made here from the figures on screen when it is asked for. */
export function CsvFile({ name, head, rows }: Props) {
  const file = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.csv`
  return (
    <a
      href={`#${file}`}
      download={file}
      aria-label={`Download ${name}, CSV`}
      onClick={({ currentTarget }) => {
        const url = URL.createObjectURL(new Blob([csvOf(head, rows)], { type: 'text/csv' }))
        currentTarget.href = url
        setTimeout(() => URL.revokeObjectURL(url), 60_000)
      }}
    >
      CSV
    </a>
  )
}
