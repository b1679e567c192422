import { money, percent, pounds } from '../format.ts'
import { type Answer, headOf } from '../state/answer.ts'
import { go } from '../state/store.ts'
import { excludes } from './missing.ts'
import { rank } from './rank.ts'

/** The place's four headline figures. */
export function Figures({ shown }: { shown: Answer }) {
  const { spend } = shown
  const { missing, recorded } = spend.coverage
  const left = missing.length > 0 ? excludes(missing) : null
  const standing = rank.value
  return (
    <dl class="figures">
      <div>
        <dt>Total</dt>
        <dd>
          <button
            type="button"
            class="door figure"
            aria-label={`${money(spend.total)}: open every line of it`}
            onClick={() => go({ lines: { kind: 'all', id: 'all' } })}
          >
            {money(spend.total)}
          </button>
          <small>{pounds(spend.total)}</small>
          {left && <small class="left-out">{left}</small>}
        </dd>
      </div>
      <div>
        <dt>A head</dt>
        <dd>
          {pounds(headOf(spend))}
          {left && <small class="left-out">{left}</small>}
        </dd>
      </div>
      {standing && (
        <div>
          <dt>{standing.title}</dt>
          <dd>
            {standing.text}
            <small>{standing.note}</small>
          </dd>
        </div>
      )}
      <div>
        <dt>Recorded, not shared out</dt>
        <dd>
          {percent(recorded)}
          <small>{money(shown.control.recorded)}</small>
        </dd>
      </div>
    </dl>
  )
}
