import { go } from '../../state/store.ts'
import { report, reported } from '../check/check.ts'
import { Done } from './done.tsx'
import { GroupTable } from './group-table.tsx'
import { farOff, inDoubt, planInWords, unlikely } from './in-words.ts'
import { PenceSum } from './pence-sum.tsx'
import { planned, planShown, published, publishing } from './plan.ts'
import { Progress } from './progress.tsx'
import { PublishForm } from './publish-form.tsx'
import { Totals } from './totals.tsx'
import { Usual } from './usual.tsx'
import { WideFigures } from './wide-figures.tsx'
import { Years } from './years.tsx'

/** Step 4: what the accepted lines become, decided and looked at before anything is published. */
export function PublishStep() {
  if (published.value) return <Done />
  if (!report.value)
    return reported.busy.value ? (
      <p aria-busy="true">Opening the check.</p>
    ) : (
      <section class="card part">
        <p>These files have not been checked as they stand. What is accepted is known after a check.</p>
        <p class="acts">
          <button type="button" class="button primary" onClick={() => go({ step: 'check' })}>
            Check them first
          </button>
        </p>
      </section>
    )
  const shown = planShown.value
  const fault = planned.fault.value
  const running = publishing.running.value
  return (
    <>
      {running && <Progress done={running.done} total={running.total} />}
      {!running && publishing.ended.value && <p class="told wrong">{publishing.ended.value}</p>}
      {fault && (
        <div class="told wrong" role="alert">
          <p>{fault.message}</p>
          {fault.faults.length > 0 && (
            <ul class="bullets">
              {fault.faults.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          <p class="acts">
            <button type="button" class="button small" onClick={planned.retry}>
              Ask again
            </button>
          </p>
        </div>
      )}
      {!shown && !fault && <p aria-busy="true">Setting your figures beside what the count has.</p>}
      {shown && (
        <div class={`report${planned.busy.value || running ? ' dimmed' : ''}`} aria-busy={planned.busy.value}>
          <p class="finding-lead">{planInWords(shown)}</p>
          {unlikely(report.value) && <p class="told wrong">{unlikely(report.value)}</p>}
          {inDoubt(shown) && <p class="told wrong">{inDoubt(shown)}</p>}
          {farOff(shown) && <p class="told wrong">{farOff(shown)}</p>}
          {shown.hindrances.length > 0 && (
            <section class="told" aria-label="What hinders publishing">
              <p>
                <strong>It cannot be published yet:</strong>
              </p>
              <ul class="bullets">
                {shown.hindrances.map(({ where, message }) => (
                  <li key={where + message}>{message}</li>
                ))}
              </ul>
            </section>
          )}
          <Usual
            estimated={shown.wide.some(({ driver }) => driver !== null)}
            doubtful={shown.groups.some(({ doubt }) => doubt !== null)}
          />
          <GroupTable plan={shown} />
          <WideFigures plan={shown} />
          <Years plan={shown} />
          <PenceSum plan={shown} />
          <Totals plan={shown} />
          <PublishForm plan={shown} />
        </div>
      )}
    </>
  )
}
