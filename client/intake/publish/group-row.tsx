import { counted, exactChange, pounds } from '../../format.ts'
import { href } from '../../state/store.ts'
import { BASES, ECONOMIC, yearInWords } from '../../words.ts'
import { nameOf } from '../map/in-words.ts'
import { DOES_WORDS } from './in-words.ts'
import { changePlan, plan } from './plan.ts'
import { type Does, decisionOf, type Group, withDecision } from './plan-edits.ts'

const RULE = ''

/** Where the lines that the count has of the same are shown. */
const linesOf = ({ place, agency, year }: Group) =>
  href({
    page: 'explore',
    places: [place],
    year,
    lines: { kind: 'agency', id: agency, place: null },
    step: 'bring',
  })

/** One agency in one place, year and class: before, now, and the choice between them. */
export function GroupRow({ group }: { group: Group }) {
  const { place, agency, year, economic, basis, rows, before, does, why, warning, replaced, budget } = group
  const name = `${nameOf('agency', agency)}, ${nameOf('place', place)}`
  return (
    <tr>
      <th scope="row">
        <strong>{nameOf('agency', agency)}</strong>
        <small>
          {nameOf('place', place)}, {yearInWords(year)}, {ECONOMIC[economic]}
        </small>
      </th>
      <td class="number" data-head="In the count">
        {[before.recorded, before.sharedOut, before.budget].every(({ lines }) => lines === 0) && 'nothing'}
        {before.recorded.lines > 0 && (
          <span class="figure-line">
            {pounds(before.recorded.pounds)} <small>recorded</small>
          </span>
        )}
        {before.sharedOut.lines > 0 && (
          <span class="figure-line">
            {pounds(before.sharedOut.pounds)} <small>shared out</small>
          </span>
        )}
        {before.budget.lines > 0 && (
          <span class="figure-line">
            {pounds(before.budget.pounds)} <small>budget for its missing return, not counted</small>
          </span>
        )}
      </td>
      <td class="number" data-head="In your files">
        {pounds(group.pounds)}{' '}
        <small>
          {BASES[basis]}, {counted(rows, 'row')}
        </small>
      </td>
      <td class="decide" data-head="What is done">
        <Choice group={group} name={name} />
        <small>{why}</small>
        {replaced.lines > 0 && (
          <small>
            {counted(replaced.lines, 'line')} of {pounds(replaced.pounds)}{' '}
            {replaced.lines === 1 ? 'is' : 'are'} taken out and kept beside.{' '}
            <a href={linesOf(group)} target="_blank" rel="noopener">
              See what the count has<span class="hidden"> of {name}, in a new window</span>
            </a>
          </small>
        )}
        {budget.lines > 0 && (
          <small>
            {counted(budget.lines, 'line')} of {pounds(budget.pounds)} of budget in place of its missing
            return {budget.lines === 1 ? 'is' : 'are'} taken out and kept beside: no part of the change, as
            budgets are counted only where they are shown.
          </small>
        )}
        {warning && <small class="warned">{warning}</small>}
      </td>
      <td class="number" data-head="Change">
        {does === 'leave' ? 'none' : exactChange(group.change)}
      </td>
    </tr>
  )
}

function Choice({ group, name }: { group: Group; name: string }) {
  const { before, otherClasses, otherBudget } = group
  const decided = decisionOf(plan.value, group)
  const { does, covers, classes } = decided ?? group
  const decide = (next: { does: Does; covers?: Group['covers']; classes?: Group['classes'] } | null) =>
    changePlan((now) =>
      withDecision(
        now,
        group,
        next && { covers: next.covers ?? covers, classes: next.classes ?? classes, does: next.does },
      ),
    )
  return (
    <>
      <select
        aria-label={`What is done with ${name}`}
        value={decided?.does ?? RULE}
        onChange={(event) => {
          const next = event.currentTarget.value as Does | typeof RULE
          decide(next === RULE ? null : { does: next })
        }}
      >
        <option value={RULE}>As a rule{decided ? '' : `: ${DOES_WORDS[does].toLowerCase()}`}</option>
        {(['replace', 'add', 'leave'] as const).map((each) => (
          <option key={each} value={each}>
            {DOES_WORDS[each]}
          </option>
        ))}
      </select>
      {does === 'replace' && before.sector.lines > 0 && (
        <label class="check small-check">
          <input
            type="checkbox"
            checked={covers === 'sector'}
            onChange={(event) => decide({ does, covers: event.currentTarget.checked ? 'sector' : 'agency' })}
          />
          <span>
            It is the whole of the sector here
            <small>
              What is shared out to other agencies of its sector, {pounds(before.sector.pounds)}, is taken out
              too{covers === 'sector' ? '' : ' if so'}, but for what another row takes out already.
            </small>
          </span>
        </label>
      )}
      {does === 'replace' && (otherClasses.lines > 0 || otherBudget.lines > 0) && (
        <label class="check small-check">
          <input
            type="checkbox"
            checked={classes === 'all'}
            onChange={(event) => decide({ does, classes: event.currentTarget.checked ? 'all' : 'same' })}
          />
          <span>
            It holds its economic classes together
            <small>
              {pounds(otherClasses.pounds + otherBudget.pounds)} of its other classes
              {otherBudget.lines > 0 &&
                `, ${otherClasses.lines > 0 ? `${pounds(otherBudget.pounds)} of it` : 'a'} budget in place of its missing return,`}{' '}
              is taken out too
              {classes === 'all' ? '' : ' if so'}
              {covers === 'sector' ? ', with those of the sector.' : '.'}
            </small>
          </span>
        </label>
      )}
    </>
  )
}
