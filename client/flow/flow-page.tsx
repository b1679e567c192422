import { Fault } from '../frame/fault.tsx'
import { TableFiles } from '../frame/files.tsx'
import { LinesDialog } from '../lines/lines-dialog.tsx'
import { chooseByName } from '../map/found.ts'
import { PlaceChooser } from '../question/place-chooser.tsx'
import { question } from '../question/question.ts'
import { ScopeChooser } from '../question/scope-chooser.tsx'
import { YearSelect } from '../question/year-select.tsx'
import '../style/flow.css'
import { Below } from './below.tsx'
import { type Chain, chain } from './chain.ts'
import { FlowFinding } from './flow-finding.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { Picture } from './picture.tsx'

/** The delivery chain: from who decides money to what it is spent on. */
export function FlowPage() {
  const shown = chain.answer.value
  const fault = chain.fault.value
  const busy = chain.busy.value
  const asked = question.value!
  return (
    <>
      <section class="sentence" aria-label="The question">
        <p>
          Follow the money from who decides it to what it is spent on, in{' '}
          <span class="tight">
            <YearSelect />,
          </span>{' '}
          cash prices,{' '}
          <span class="tight">
            <ScopeChooser word={asked.scope} />,
          </span>{' '}
          for <PlaceChooser label="Place" word={asked.place} onChoose={chooseByName} />
        </p>
      </section>
      <main class={`wide-page${busy && shown ? ' dimmed' : ''}`} id="answer" tabIndex={-1} aria-busy={busy}>
        <h1 id="place-name">{shown?.asked.placeName ?? asked.place}</h1>
        <Fault of={chain} />
        {!shown && !fault && <p class="finding">Following the money.</p>}
        {shown && shown.ways.length === 0 && (
          <p class="finding">
            Nothing is counted here in this year with what is left out. Count more of it, or choose another
            year.
          </p>
        )}
        {shown && shown.ways.length > 0 && <Body shown={shown} />}
      </main>
      <LinesDialog />
    </>
  )
}

function Body({ shown }: { shown: Chain }) {
  return (
    <>
      <FlowFinding shown={shown} />
      <section class="block" aria-labelledby="flow-title">
        <h2 id="flow-title">From who decides to what it is spent on</h2>
        <p class="note">
          The thickness of a band is pounds, net of income. Select a band or a stop to see its lines
          <span class="keys-hint">; by keyboard, the same figures in the table</span>.
        </p>
        <Picture shown={shown} />
        <Below shown={shown} />
      </section>
      <section class="block" aria-labelledby="matrix-title">
        <h2 id="matrix-title">The same as a table</h2>
        <p class="note">
          Every way, with what cannot be drawn.{' '}
          <span class="files">
            {shown.by === 'agency' ? 'Every agency by itself: ' : 'As files, by agency: '}
            <TableFiles files={shown.files} called="the flow of money" />
          </span>
        </p>
        <MatrixTable shown={shown} />
      </section>
    </>
  )
}
