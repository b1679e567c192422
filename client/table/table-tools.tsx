import { counted } from '../format.ts'
import { announce } from '../frame/announcer.tsx'
import { TableFiles } from '../frame/files.tsx'
import { ticked } from '../state/members.ts'
import { go, view } from '../state/store.ts'

interface Props {
  /** How many places are shown. */
  rows: number
  /** The same, once the filter has changed. */
  found: () => number
  /** Null where there is nothing to take. */
  files: ((form: 'csv' | 'xlsx') => string) | null
  /** What the files are called. */
  called: string
}

/** What is done with a table of places: it is filtered, cut to the ticked and taken as files. */
export function TableTools({ rows, found, files, called }: Props) {
  return (
    <div class="table-tools">
      <label>
        <span>Filter by place, district, region or code</span>
        <input
          type="search"
          maxLength={60}
          value={view.value.filter}
          onInput={(event) => {
            go({ filter: event.currentTarget.value }, true)
            announce(`${counted(found(), 'place')} shown`)
          }}
        />
      </label>
      {ticked.value.size > 0 && (
        <label class="check only">
          <input
            type="checkbox"
            checked={view.value.only}
            onChange={(event) => go({ only: event.currentTarget.checked }, true)}
          />
          <span>Only the ticked ({ticked.value.size})</span>
        </label>
      )}
      <p class="files">
        {counted(rows, 'place')} shown
        {files && (
          <>
            : <TableFiles files={files} called={called} />
          </>
        )}
      </p>
    </div>
  )
}
