import { PlaceHead } from '../place/place-head.tsx'
import { answer } from '../state/answer.ts'
import { ChangeBars } from './change-bars.tsx'
import { ChangeFinding } from './change-finding.tsx'
import { ChangeTogether } from './change-together.tsx'
import { changedHere } from './changed.ts'
import { movedClasses } from './moved-classes.ts'
import { YearsLine } from './years-line.tsx'

/** The answer for the chosen place where the question is of change: what became more and what less. */
export function ChangePanel() {
  const shown = changedHere.answer.value
  const head = answer.answer.value
  const busy = changedHere.busy.value || answer.busy.value
  return (
    <section
      id="answer"
      class={`panel${busy ? ' dimmed' : ''}`}
      aria-busy={busy}
      aria-labelledby="place-name"
      tabIndex={-1}
    >
      {head === null ? <h1 id="place-name">Change between two years</h1> : <PlaceHead shown={head} />}
      {changedHere.fault.value && (
        <p class="finding">The change could not be worked out; what went wrong is told above.</p>
      )}
      {shown === null ? (
        <p class="finding">Setting two years side by side.</p>
      ) : (
        <>
          <ChangeFinding shown={shown} />
          <YearsLine />
          <ChangeTogether shown={shown} />
          <ChangeBars
            id="change-sectors"
            title="Who spends more, who less"
            kind="sector"
            rows={shown.sectors}
            shown={shown}
          />
          <ChangeBars
            id="change-divisions"
            title="On what"
            kind="division"
            rows={shown.divisions}
            shown={shown}
          />
          <section class="block moved-classes" aria-labelledby="change-know">
            <h2 id="change-know">What to know when comparing these years</h2>
            <p class="note">These moves are changes of how money is counted, not of spending:</p>
            <ul class="note">
              {movedClasses(shown.query.from, shown.query.year).map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </section>
        </>
      )}
    </section>
  )
}
