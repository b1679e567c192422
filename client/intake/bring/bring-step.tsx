import { go } from '../../state/store.ts'
import { fitting } from '../map/saved.ts'
import { intake } from '../state/intake.ts'
import { Clear } from './clear.tsx'
import { DropZone } from './drop-zone.tsx'
import { Earlier } from './earlier.tsx'
import { FileRow } from './file-row.tsx'
import { ReadAs } from './read-as.tsx'
import { UploadRow } from './upload-row.tsx'
import { coming as onTheWay, uploads } from './uploads.ts'

/** Step 1: files are brought, read, and taken out again. */
export function BringStep() {
  const now = intake.value
  const files = now?.files ?? []
  const coming = uploads.value
  return (
    <>
      {files.length === 0 && coming.length === 0 && <Earlier />}
      <DropZone more={files.length > 0} />
      {(files.length > 0 || coming.length > 0) && (
        <ul class="file-list" aria-label="Files brought">
          {now && files.map((file) => <FileRow key={file.sha256 + file.name} intake={now.id} file={file} />)}
          {coming.map((upload) => (
            <UploadRow key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
      {now && files.length > 0 && (
        <>
          <ReadAs />
          <p class="acts">
            <button
              type="button"
              class={`button${fitting.value.length > 0 ? '' : ' primary'}`}
              disabled={onTheWay.value}
              onClick={() => go({ step: 'map' })}
            >
              Next: say what the columns mean
            </button>
            <Clear intake={now.id} />
          </p>
        </>
      )}
      {files.length === 0 && coming.length === 0 && <Ways />}
    </>
  )
}

/** What can be brought, for a reader who brings for the first time. */
function Ways() {
  return (
    <section class="ways" aria-labelledby="ways">
      <h3 id="ways">What happens to a file</h3>
      <ol>
        <li>
          <strong>It is read.</strong> Every column is recognised by its name and its cells, and the reason is
          shown.
        </li>
        <li>
          <strong>You say what is not said.</strong> Where a column is misread, or a place, agency or year is
          nowhere in the file, you put it right.
        </li>
        <li>
          <strong>Every row is checked.</strong> Rows in are rows accepted and rejected, and pounds in are
          pounds accepted and rejected, to the penny. Nothing is published by a check.
        </li>
        <li>
          <strong>You publish it, or not.</strong> Recorded figures take the place of shared-out ones; what
          they replace is kept, and it can be undone.
        </li>
      </ol>
    </section>
  )
}
