import type { ComponentChildren } from 'preact'
import { counted, money, percent, pounds } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { type Answer, headOf } from '../state/answer.ts'
import { view } from '../state/store.ts'
import { excludes, ownBeside } from './missing.ts'
import { RANK_WORDS, rank } from './rank.ts'

/** The place's four headline figures, each a door to how we know it. */
export function Figures({ shown }: { shown: Answer }) {
  const { spend, asked } = shown
  const { missing, own_returns, recorded } = spend.coverage
  const left = (
    <>
      {missing.length > 0 && <small class="left-out">{excludes(missing)}</small>}
      {own_returns.length > 0 && <small class="left-out">{ownBeside(own_returns)}</small>}
      {asked.fill && <small class="left-out">budgets stand in: estimate</small>}
    </>
  )
  const standing = rank.value
  return (
    <dl class="figures">
      <Figure title="Total">
        <Door opens={{ kind: 'all', id: 'all' }} about={`total of ${asked.placeName}`}>
          {money(spend.total)}
        </Door>
        <small>{pounds(spend.total)}</small>
        {left}
      </Figure>
      <Figure title="A head">
        <Door opens={{ kind: 'head', id: 'head' }} about={`spending a head in ${asked.placeName}`}>
          {pounds(headOf(spend))}
        </Door>
        {left}
        {missing.length > 0 && <small class="left-out">divided by everyone who lives here</small>}
      </Figure>
      {standing && (
        <Figure title={`Rank in ${standing.group.name}, ${RANK_WORDS[view.value.measure]}`}>
          <button type="button" class="door figure" onClick={toRank}>
            {standing.rank} of {standing.of}
          </button>
          <small>
            {standing.incomplete > 0
              ? `${counted(standing.incomplete, 'place')} with a return missing`
              : 'highest is 1'}
          </small>
        </Figure>
      )}
      <Figure title="Recorded, not shared out">
        <Door opens={{ kind: 'basis', id: 'recorded' }} about="what is recorded for the place">
          {percent(recorded)}
        </Door>
        <small>{money(shown.control.recorded)}</small>
      </Figure>
    </dl>
  )
}

const Figure = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)

const toRank = () => {
  document.getElementById('rank-title')?.scrollIntoView()
  document.querySelector<HTMLElement>('[aria-label="Ranked among"]')?.focus({ preventScroll: true })
}
