import '../../style/scenario-see.css'
import { scenarioDocument } from '../state/document.ts'
import { failed, faults, stale } from '../state/result.ts'
import { TakeAway } from '../take/take-away.tsx'
import { Bargaining } from './bargain/bargaining.tsx'
import { Positions } from './charts/positions.tsx'
import { PotYears } from './charts/pot-years.tsx'
import { WhoPays } from './charts/who-pays.tsx'
import { EffectOnPlace } from './effect/effect-section.tsx'
import { ExplainDialog } from './explain/explain-dialog.tsx'
import { Cases, Finding } from './finding.tsx'
import { Outcomes } from './outcomes.tsx'
import { shown } from './shown.ts'
import { TermsCard } from './terms-card.tsx'
import { Told } from './told.tsx'
import { Chances } from './uncertainty/chances.tsx'
import { Sure } from './uncertainty/sure.tsx'
import { Tornado } from './uncertainty/tornado.tsx'

/** What comes of the scenario on the workbench: the finding, then who pays, what split holds, when, and how sure. */
export function See() {
  const now = shown.value
  if (!now)
    return (
      <>
        <Nothing />
        {scenarioDocument.value && <TakeAway />}
      </>
    )
  const old = stale.value && faults.value.length > 0
  return (
    <>
      {old && (
        <p class="see-stale" role="status">
          Something is still to be put right in the scenario. What is below is of the scenario before that.
        </p>
      )}
      <div class={`see${old ? ' dimmed' : ''}`} aria-busy={stale.value && !old}>
        <Finding shown={now} />
        <Told shown={now} />
        <Cases shown={now} />
        <TakeAway />
        <WhoPays shown={now} />
        <Bargaining shown={now} />
        <Positions shown={now} />
        <PotYears shown={now} />
        <Chances shown={now} />
        <Sure shown={now} />
        <Tornado shown={now} />
        <Outcomes shown={now} />
        <TermsCard shown={now} />
        <EffectOnPlace shown={now} />
      </div>
      <ExplainDialog />
    </>
  )
}

/** Before the first result; what keeps it from coming is told by the page. */
function Nothing() {
  if (faults.value.length > 0 || failed.value) return null
  return <p class="finding">Working it out.</p>
}
