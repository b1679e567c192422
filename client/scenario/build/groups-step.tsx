import { percentTenth } from '../../format.ts'
import { bound, fieldId, wrongAt } from '../field/bound.ts'
import { Wrong } from '../field/field.tsx'
import { NumberField, PercentField } from '../field/number-field.tsx'
import { put } from '../state/change.ts'
import { edit, settle } from '../state/document.ts'
import type { Coalition, Draft } from '../state/draft.ts'
import { result } from '../state/result.ts'
import { sum } from './amounts.ts'
import { groupsOf } from './groups.ts'
import { partnerName } from './partner-name.ts'

const MOST_TYPED = 5

export function GroupsStep({ document }: { document: Draft }) {
  const { value, set } = bound<Coalition>(['coalition'], 'what each group could do')
  const id = fieldId(['coalition', 'kind'])
  const ids = document.partners.flatMap((partner) => partner.id ?? [])
  const start = (kind: string): Coalition | undefined => {
    if (kind === 'coverage') return { kind, coverage: evenly(ids), fixedCostShare: 0.3, veto: [] }
    return kind === 'values' ? { kind, values: { ...(result.value?.sharing.game?.v ?? {}) } } : undefined
  }
  return (
    <>
      <p class="field-why">
        The Shapley value, the nucleolus, the free-ride-proof split and the tests of walking away need it. It
        is a judgement: nobody publishes it, so what you say here is an assumption and is shown as one.
      </p>
      <div class="field wide">
        <label class="field-label" for={id}>
          How it is said
        </label>
        <select
          id={id}
          value={value?.kind ?? ''}
          onChange={(event) => {
            set(start(event.currentTarget.value))
            settle()
          }}
        >
          <option value="">Not said: rules that need it are left out</option>
          <option value="coverage">By the reach each partner brings</option>
          <option value="values" disabled={ids.length > MOST_TYPED}>
            In pounds for each group{ids.length > MOST_TYPED ? `, up to ${MOST_TYPED} partners` : ''}
          </option>
        </select>
      </div>
      {value?.kind === 'coverage' && <Coverage document={document} ids={ids} value={value} />}
      {value?.kind === 'values' && <Values document={document} ids={ids} />}
    </>
  )
}

/** The same share each to four places, what rounding leaves to the last. */
function evenly(ids: readonly string[]): Record<string, number> {
  const each = Number((1 / Math.max(1, ids.length)).toFixed(4))
  const rest = Number((1 - each * (ids.length - 1)).toFixed(4))
  return Object.fromEntries(ids.map((id, i) => [id, i === ids.length - 1 ? rest : each]))
}

function Coverage({
  document,
  ids,
  value,
}: {
  document: Draft
  ids: readonly string[]
  value: Extract<Coalition, { kind: 'coverage' }>
}) {
  const total = sum(ids.map((id) => value.coverage?.[id]))
  const whole = Math.abs(total - 1) <= 0.0011
  const veto = value.veto ?? []
  return (
    <>
      <p class="unverified">Assumed: reach, fixed costs and who is indispensable are yours to justify.</p>
      <div class="fields">
        {ids.map((id) => (
          <PercentField
            key={id}
            path={['coalition', 'coverage', id]}
            label={`Reach of ${partnerName(document, id)}`}
          />
        ))}
      </div>
      <Wrong id="f-coalition-coverage" wrong={wrongAt(['coalition', 'coverage'])} label="Reach" />
      <p class={`total${whole ? '' : ' off'}`}>
        {whole ? 'Adds to 100%' : `Adds to ${percentTenth(total)}, not to 100%`}
      </p>
      <p class="acts">
        <button
          type="button"
          class="button small"
          onClick={() => edit((now) => put(now, ['coalition', 'coverage'], evenly(ids)), 'the reach')}
        >
          Share the reach evenly
        </button>
      </p>
      <PercentField
        path={['coalition', 'fixedCostShare']}
        label="Fixed part of the cost"
        why="Met whatever the reach"
      />
      <fieldset class="ticks">
        <legend class="field-label">Nothing runs without</legend>
        {ids.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={veto.includes(id)}
              onChange={(event) =>
                edit(
                  (now) =>
                    put(
                      now,
                      ['coalition', 'veto'],
                      event.currentTarget.checked ? [...veto, id] : veto.filter((one) => one !== id),
                    ),
                  'who nothing runs without',
                )
              }
            />
            {partnerName(document, id)}
          </label>
        ))}
      </fieldset>
    </>
  )
}

function Values({ document, ids }: { document: Draft; ids: readonly string[] }) {
  const groups = groupsOf(ids)
  return (
    <>
      <p class="note">
        Present value each group would make without the others, £. All together make what the programme makes.
      </p>
      <div class="fields">
        {groups.map((group) => (
          <NumberField
            key={group.join('+')}
            path={['coalition', 'values', group.join('+')]}
            label={group.map((id) => partnerName(document, id)).join(', ')}
            unit="£"
          />
        ))}
      </div>
      <Wrong id="f-coalition-values" wrong={wrongAt(['coalition', 'values'])} label="Groups" />
      <p class="field-label">What each would get by staying out while the others go on, £</p>
      <div class="fields">
        {ids.map((id) => (
          <NumberField
            key={id}
            path={['coalition', 'freeRiding', id]}
            label={`${partnerName(document, id)} staying out`}
            unit="£"
          />
        ))}
      </div>
    </>
  )
}
