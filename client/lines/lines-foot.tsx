import { counted, integer } from '../format.ts'
import { TableFiles } from '../frame/files.tsx'
import { figureQuery, type LinesPage, linesFile, PAGE, turn } from './lines.ts'

/** Turning pages, the lines as files, and the question to the API. */
export function LinesFoot({ page }: { page: LinesPage }) {
  const { offset, rows, matched } = page
  const last = offset + rows.length
  return (
    <footer class="lines-foot">
      <span>
        Lines {integer(offset + 1)} to {integer(last)} of {integer(matched)}, largest first
      </span>
      <button
        type="button"
        class="button"
        disabled={offset === 0}
        onClick={() => turn(Math.max(0, offset - PAGE))}
      >
        Earlier lines
      </button>
      <button type="button" class="button" disabled={last >= matched} onClick={() => turn(last)}>
        Next lines
      </button>
      <span class="files">
        {counted(matched, 'line')}: <TableFiles files={linesFile} />
      </span>
      <p class="query">
        The figure from the API:{' '}
        <a href={figureQuery.value} target="_blank" rel="noreferrer">
          {decodeURIComponent(figureQuery.value)}
        </a>
      </p>
    </footer>
  )
}
