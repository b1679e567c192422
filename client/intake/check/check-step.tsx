import { percent } from '../../format.ts'
import { go } from '../../state/store.ts'
import { mapping, unsent } from '../map/draft.ts'
import { lacking } from '../map/mapping.ts'
import { intake, tablesOf } from '../state/intake.ts'
import { checking, checkNow, refused, report, reported } from './check.ts'
import { FileTable } from './file-table.tsx'
import { Findings } from './findings.tsx'
import { GroupTable } from './group-table.tsx'
import { SumTable } from './sum-table.tsx'
import { checkInWords } from './sums.ts'
import { Takeaway } from './takeaway.tsx'

/** Step 3: every row is judged, and all that became of them is said. */
export function CheckStep() {
  const now = intake.value!
  const shown = report.value
  const running = checking.running.value
  const away = reported.fault.value
  return (
    <>
      {running && <Progress done={running.done} total={running.total} />}
      {!running && checking.ended.value && <p class="told wrong">{checking.ended.value}</p>}
      {refused.value.map((text) => (
        <p key={text} class="told wrong" role="alert">
          {text}
        </p>
      ))}
      {away && (
        <p class="told wrong" role="alert">
          {away.message}{' '}
          <button type="button" class="button small" onClick={reported.retry}>
            Ask again
          </button>
        </p>
      )}
      {!running && !shown && !away && !reported.busy.value && <Unchecked ready={ready()} />}
      {!running && !shown && reported.busy.value && <p aria-busy="true">Opening the report.</p>}
      {shown && (
        <div class={running ? 'report dimmed' : 'report'}>
          {unsent.value && (
            <p class="told">
              The columns were changed since: this is the check of before.{' '}
              <button type="button" class="button small" onClick={() => void checkNow()}>
                Check again
              </button>
            </p>
          )}
          <p class="finding-lead">{checkInWords(shown)}</p>
          <SumTable report={shown} />
          <p class="acts">
            {shown.rows.accepted > 0 && (
              <button type="button" class="button primary" onClick={() => go({ step: 'publish' })}>
                Next: place and publish
              </button>
            )}
            <button type="button" class="button" onClick={() => go({ step: 'map' })}>
              Change how columns are read
            </button>
          </p>
          <Takeaway intake={now.id} rejected={shown.rows.rejected} />
          <Findings report={shown} />
          <FileTable report={shown} />
          <GroupTable report={shown} />
        </div>
      )}
    </>
  )

  function ready() {
    return mapping.value !== null && lacking(mapping.value, tablesOf(now)).length === 0
  }
}

function Progress({ done, total }: { done: number; total: number }) {
  const part = total > 0 ? done / total : 0
  return (
    <section class="card progress" aria-label="The check">
      <p>
        <strong>Every row is being checked.</strong>{' '}
        <span class="note">Files, counts and maps stay as they are while it runs.</span>
      </p>
      <p class="file-progress">
        <progress max={1} value={part} aria-label="Part of the check done" />
        <span>{percent(part)}</span>
        <button type="button" class="button small" onClick={() => void checking.cancel()}>
          Cancel the check
        </button>
      </p>
    </section>
  )
}

function Unchecked({ ready }: { ready: boolean }) {
  return (
    <section class="card part">
      <p>
        These files have not been checked as they stand.
        {!ready && ' Something is still needed before they can be.'}
      </p>
      <p class="acts">
        {ready ? (
          <button type="button" class="button primary" onClick={() => void checkNow()}>
            Check every row
          </button>
        ) : (
          <button type="button" class="button primary" onClick={() => go({ step: 'map' })}>
            Say what is needed
          </button>
        )}
      </p>
    </section>
  )
}
