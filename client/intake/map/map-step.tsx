import { useEffect } from 'preact/hooks'
import { coming } from '../bring/uploads.ts'
import { checking, checkNow, refused, report } from '../check/check.ts'
import { intake, tablesOf } from '../state/intake.ts'
import { ColumnTable } from './column-table.tsx'
import { Constants } from './constants.tsx'
import { mapping } from './draft.ts'
import { type Lack, lacking } from './mapping.ts'
import { MeaningHelp } from './meaning-help.tsx'
import { focusMend, mendAt } from './mend.ts'
import { More } from './more.tsx'
import { SaveMapping } from './save-mapping.tsx'
import { SavedChoice } from './saved-choice.tsx'
import { UnitAndSign } from './unit-and-sign.tsx'
import { Unmatched } from './unmatched.tsx'

/** Step 2: what the columns mean, and what no column says. */
export function MapStep() {
  const now = intake.value!
  const form = mapping.value
  useEffect(() => {
    if (mendAt.value) focusMend()
  }, [mendAt.value, form === null, report.value])
  if (!form || !now.proposal) return <p>There is no file yet: bring one first.</p>
  const lacks = lacking(form, tablesOf(now))
  return (
    <>
      <Needed lacks={lacks} several={now.files.length > 1} />
      {now.proposal.notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      <SavedChoice />
      <section class="card part" aria-labelledby="mend-columns">
        <h3 id="mend-columns" tabIndex={-1}>
          Columns
        </h3>
        <ColumnTable files={now.files} proposal={now.proposal} mapping={form} />
        <MeaningHelp />
      </section>
      <Constants mapping={form} lacks={lacks} several={now.files.length > 1} />
      <UnitAndSign proposal={now.proposal} mapping={form} />
      <More mapping={form} />
      <Unmatched mapping={form} report={report.value} />
      <SaveMapping mapping={form} ready={lacks.length === 0} />
      {refused.value.length > 0 && (
        <div class="told wrong" role="alert">
          <p>The server does not take this mapping:</p>
          <ul class="bullets">
            {refused.value.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="acts">
        <button
          type="button"
          class="button primary"
          disabled={lacks.length > 0 || checking.running.value !== null || coming.value}
          aria-describedby={lacks.length > 0 ? 'needed' : undefined}
          onClick={() => void checkNow()}
        >
          Check every row
        </button>
        {lacks.length > 0 && <span class="note">What is needed is said at the top.</span>}
        {coming.value && <span class="note">Files are still being read.</span>}
      </p>
    </>
  )
}

const MEND_OF: Record<Lack['at'], string> = {
  columns: 'mend-columns',
  place: 'mend-constants',
  agency: 'mend-constants',
  year: 'mend-constants',
}

function Needed({ lacks, several }: { lacks: readonly Lack[]; several: boolean }) {
  if (lacks.length === 0)
    return (
      <p class="told good" id="needed">
        Everything needed is said. Look it over, then check every row.
      </p>
    )
  return (
    <section class="told" id="needed" aria-label="Still needed">
      <p>
        <strong>Still needed</strong> before rows can be checked:
      </p>
      <ul class="bullets">
        {lacks.map(({ at, message }) => (
          <li key={message}>
            {message}{' '}
            <button type="button" class="text-button" onClick={() => focusMend(MEND_OF[at])}>
              Go there
            </button>
          </li>
        ))}
      </ul>
      {several && lacks.some(({ at }) => at === 'columns') && (
        <p>
          Columns are known by their names, in all files alike. Where one name holds different things in two
          files, bring the two apart: remove one here, and bring it on its own when this is done.
        </p>
      )}
    </section>
  )
}
