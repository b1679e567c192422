import './control-page.css'
import './rule-list.css'
import './range-chart.css'
import './sizes.css'
import { LinesDialog } from '../lines/lines-dialog.tsx'
import { answer } from '../state/answer.ts'
import { count } from '../state/count.ts'
import { Devolution } from './devolution.tsx'
import { Editor } from './editor.tsx'
import { Effect } from './effect.tsx'
import { InFull } from './in-full.tsx'
import { Kept } from './kept.tsx'
import { Range } from './range-chart.tsx'
import { Ranking } from './ranking.tsx'

/** Who controls what is spent here, under any definition, and what devolving would change. */
export function ControlPage() {
  const shown = answer.answer.value
  const busy = answer.busy.value
  const known = count.value!
  return (
    <main class="control-page">
      <section
        id="answer"
        class={busy ? 'dimmed' : undefined}
        aria-busy={busy}
        aria-labelledby="place-name"
        tabIndex={-1}
      >
        {shown === null ? (
          <>
            <h1 id="place-name">Local control</h1>
            <p class="finding">Adding it up.</p>
          </>
        ) : (
          <>
            <p class="eyebrow">Local control</p>
            <h1 id="place-name">{shown.asked.placeName}</h1>
            <div class="control-split">
              <Effect shown={shown} />
              <div class="control-edit">
                <Editor shown={shown} count={known} />
                <Kept count={known} />
              </div>
            </div>
            <Range shown={shown} />
            <Devolution shown={shown} count={known} />
            <Ranking shown={shown} />
            <InFull count={known} />
          </>
        )}
      </section>
      <LinesDialog />
    </main>
  )
}
