import '../style/scenario.css'
import { See } from './see/see.tsx'
import { scenarioDocument } from './state/document.ts'

/** The workbench: what goes into a scenario on the left, what comes of it on the right. */
export function ScenarioPage() {
  const document = scenarioDocument.value
  return (
    <main class="bench">
      <section class="bench-build" aria-label="Build" />
      <section class="bench-see" aria-label="See">
        {document && <See />}
      </section>
    </main>
  )
}
