import { useSignal } from '@preact/signals'
import { dealMoney, integer, percent } from '../../../format.ts'
import { list } from '../../../words.ts'
import { scenarioDocument } from '../../state/document.ts'
import { ChartCard } from '../chart-card.tsx'
import { Figure } from '../explain/figure.tsx'
import { RULE_NAMES } from '../names.ts'
import type { Shown } from '../shown.ts'
import { spreads, spreadTwin } from '../spread.ts'
import { cancel, MOST_DRAWS, outcomeOfRun, run, running, simulated } from './job.ts'
import type { Simulated } from './simulation.ts'
import { Spreads } from './spreads.tsx'

/** What chance does to it: a run of draws that can be watched and stopped, and what came of the last. */
export function Chances({ shown }: { shown: Shown }) {
  const last = simulated.value
  const has = (scenarioDocument.value?.uncertainty?.variables ?? []).length > 0
  return (
    <>
      {last ? (
        <ChartCard
          id="chances"
          title="How sure we are"
          says={chanceWords(shown, last)}
          note={
            <>
              {RULE_NAMES[last.result.rule]}; {integer(last.result.draws)} draws, seed {last.result.seed}.{' '}
              <Figure opens={{ of: 'draws' }} about="the draws">
                How they are drawn
              </Figure>
              {last.of !== scenarioDocument.value && (
                <strong class="stale"> Of the scenario before its latest changes: draw again.</strong>
              )}
            </>
          }
          twin={spreadTwin(shown, last.result)}
          wide
        >
          <Spreads rows={spreads(shown, last.result)} dimmed={last.of !== scenarioDocument.value} />
          <Draw has={has} />
        </ChartCard>
      ) : (
        <section class="card see-card wide" aria-labelledby="chances">
          <h2 id="chances">How sure we are</h2>
          <p class="says">
            {has
              ? 'Draw from the ranges of what is uncertain to see how likely each partner is to lose.'
              : 'Nothing is said to be uncertain, so no chances can be drawn. Say how far benefits or costs may miss the plan, and draw.'}
          </p>
          <Draw has={has} />
        </section>
      )}
    </>
  )
}

/** The chance of a loss for the programme and for each partner, in words. */
function chanceWords(shown: Shown, { result }: Simulated): string {
  const { programme } = result
  const all = spreads(shown, result).slice(1)
  const risky = all.filter(({ spread }) => spread.probabilityOfLoss >= 0.0005)
  const said = (chance: number) => (chance === 0 ? 'never' : `in ${percent(chance)} of draws`)
  return `All together lose ${said(programme.probabilityOfLoss)}; half the draws come to ${dealMoney(programme.percentiles.p50)} or more. ${
    risky.length === 0
      ? 'No partner loses in any number of draws to speak of.'
      : `${list(risky.map(({ name, spread }) => `${name} ${said(spread.probabilityOfLoss)}`))}.`
  }`
}

function Draw({ has }: { has: boolean }) {
  const now = running.value
  const planned = scenarioDocument.value?.uncertainty?.draws ?? 10_000
  const typed = useSignal<string | null>(null)
  const text = typed.value ?? integer(planned)
  const draws = Number(text.replaceAll(/[,\s]/g, ''))
  const good = Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS
  const part = now && now.total > 0 ? now.done / now.total : 0
  return (
    <div class="draw">
      <label>
        <span>Draws, up to {integer(MOST_DRAWS)}</span>
        <input
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={text}
          disabled={now !== null || !has}
          aria-invalid={!good}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value
          }}
        />
      </label>
      {now === null ? (
        <button type="button" class="button" disabled={!has || !good} onClick={() => run(draws)}>
          {simulated.value ? 'Draw again' : 'Draw'}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => cancel()}>
          Cancel
        </button>
      )}
      {now && (
        <span class="draw-progress">
          <progress max={1} value={part} aria-label="Draws made" />
          <span>
            {percent(Math.min(1, part))} of {integer(now.total)}
          </span>
        </span>
      )}
      {!good && <span class="negative">A whole number from 1 to {integer(MOST_DRAWS)}.</span>}
      {outcomeOfRun.value && (
        <span class="note" role="status">
          {outcomeOfRun.value}
        </span>
      )}
    </div>
  )
}
