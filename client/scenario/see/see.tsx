import '../../style/scenario-see.css'
import { failed, faults, stale } from '../state/result.ts'
import { Bargaining } from './bargain/bargaining.tsx'
import { Positions } from './charts/positions.tsx'
import { PotYears } from './charts/pot-years.tsx'
import { WhoPays } from './charts/who-pays.tsx'
import { EffectOnPlace } from './effect/effect-section.tsx'
import { ExplainDialog } from './explain/explain-dialog.tsx'
import { Cases, Finding } from './finding.tsx'
import { Outcomes } from './outcomes.tsx'
import { shown } from './shown.ts'
import { Told } from './told.tsx'
import { Chances } from './uncertainty/chances.tsx'
import { Sure } from './uncertainty/sure.tsx'
import { Tornado } from './uncertainty/tornado.tsx'

/** What comes of the scenario on the workbench: the finding, then who pays, what split holds, when, and how sure. */
export function See() {
  const now = shown.value
  if (!now) return <Nothing />
  const old = stale.value && (faults.value.length > 0 || failed.value !== null)
  return (
    <>
      {old && (
        <p class="see-stale" role="status">
          {failed.value
            ? 'The result could not be brought up to date. What is below is of the scenario before its last change.'
            : 'Something is still to be put right in the scenario. What is below is of the scenario before that.'}
        </p>
      )}
      <div class={`see${old ? ' dimmed' : ''}`} aria-busy={stale.value && !old}>
        <Finding shown={now} />
        <Told shown={now} />
        <Cases shown={now} />
        <WhoPays shown={now} />
        <Bargaining shown={now} />
        <Positions shown={now} />
        <PotYears shown={now} />
        <Chances shown={now} />
        <Sure shown={now} />
        <Tornado shown={now} />
        <Outcomes shown={now} />
        <EffectOnPlace shown={now} />
      </div>
      <ExplainDialog />
    </>
  )
}

/** Before the first result: what it waits for. */
function Nothing() {
  const wrong = faults.value.length
  return (
    <div class="see see-nothing">
      <p class="finding">
        {failed.value
          ? failed.value.message
          : wrong > 0
            ? `The result appears here once the scenario can be worked out. ${wrong === 1 ? 'One thing is' : `${wrong} things are`} still to be given.`
            : 'Working it out.'}
      </p>
    </div>
  )
}
