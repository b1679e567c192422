import { Spectrum } from '../control/spectrum.tsx'
import { PlaceFiles } from '../frame/files.tsx'
import { answer } from '../state/answer.ts'
import { count } from '../state/count.ts'
import { Figures } from './figures.tsx'
import { Finding } from './finding.tsx'
import { Lumpy } from './lumpy.tsx'
import { PlaceHead } from './place-head.tsx'
import { Quality } from './quality.tsx'
import { RankSection } from './rank-section.tsx'
import { Spending } from './spending.tsx'
import { Together } from './together.tsx'

/** The answer for the chosen place: its finding first, then what it stands on. */
export function Panel() {
  const shown = answer.answer.value
  const busy = answer.busy.value
  return (
    <section
      id="answer"
      class={`panel${busy ? ' dimmed' : ''}`}
      aria-busy={busy}
      aria-labelledby="place-name"
      tabIndex={-1}
    >
      {shown === null ? (
        <>
          <h1 id="place-name">Every public pound spent in a place</h1>
          <p class="finding">Adding it up.</p>
        </>
      ) : (
        <>
          <PlaceHead shown={shown} />
          <Finding shown={shown} count={count.value!} />
          <Figures shown={shown} />
          <Lumpy shown={shown} />
          <Spectrum shown={shown} count={count.value!} />
          <Together shown={shown} />
          <Spending shown={shown} />
          <RankSection />
          <Quality shown={shown} count={count.value!} />
          <PlaceFiles place={shown.asked.placeName} />
        </>
      )}
    </section>
  )
}
