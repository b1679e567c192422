import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { counted, pounds, weight } from '../../format.ts'
import { Heads, number } from '../../frame/heads.tsx'
import { GRADES, yearInWords } from '../../words.ts'
import { nameOf } from '../map/in-words.ts'
import type { PlanReply } from '../state/server.ts'
import { OwnWeights } from './own-weights.tsx'
import { changePlan, plan } from './plan.ts'
import { type Placing, placingOf, type Wide, wideKey, withPlacing } from './plan-edits.ts'

const OWN = 'own'
const FEW = 8

/** Figures of a region or of England, shared over its places by something the reader chooses. */
export function WideFigures({ plan: { wide } }: { plan: Pick<PlanReply, 'wide'> }) {
  if (wide.length === 0) return null
  return (
    <section class="card part" aria-labelledby="wide">
      <h3 id="wide">Figures of wider places</h3>
      <p class="note">
        These are known only for a region or for England. They are shared over its places by a driver,
        something measured in each place such as its population; the parts add up to the pound. Without a
        driver they are left out.
      </p>
      <ul class="wide-list">
        {wide.map((one) => (
          <WideRow key={wideKey(one)} wide={one} />
        ))}
      </ul>
    </section>
  )
}

function WideRow({ wide }: { wide: Wide }) {
  const id = useId()
  const owning = useSignal(false)
  const { place, agency, year, rows, drivers, driver, grade, note } = wide
  const placing = placingOf(plan.value, wide)
  const own = owning.value || placing?.driver === OWN
  const place_ = (next: Omit<Placing, 'place' | 'agency' | 'year'> | null) =>
    changePlan((now) => withPlacing(now, wide, next))
  return (
    <li>
      <p>
        <strong>
          {nameOf('agency', agency)}, {nameOf('place', place)}, {yearInWords(year)}
        </strong>{' '}
        {pounds(wide.pounds)} <span class="note">{counted(rows, 'row')}</span>
      </p>
      <div class="constants">
        <div class="constant">
          <label for={id}>Share it by</label>
          <select
            id={id}
            value={own ? OWN : (placing?.driver ?? '')}
            onChange={(event) => {
              const next = event.currentTarget.value
              owning.value = next === OWN
              if (next !== OWN) place_(next === '' ? null : { driver: next })
            }}
          >
            <option value="">Nothing: leave it out</option>
            {drivers.map((each) => (
              <option key={each.driver} value={each.driver}>
                {each.name}
              </option>
            ))}
            <option value={OWN}>Weights of your own</option>
          </select>
        </div>
        {placing && !own && <GradeChoice wide={wide} placing={placing} set={place_} />}
      </div>
      {own && <OwnWeights wide={wide} placing={placing?.driver === OWN ? placing : null} set={place_} />}
      {driver !== null && grade !== null && (
        <p class="note">
          Grade {grade}: {GRADES[grade]}. {note}
        </p>
      )}
      {driver === null && note && <p class="note">{note}</p>}
      {wide.parts.length > 0 && <Parts wide={wide} />}
    </li>
  )
}

interface GradeProps {
  wide: Wide
  placing: Placing
  set: (placing: Omit<Placing, 'place' | 'agency' | 'year'>) => void
}

function GradeChoice({ wide, placing, set }: GradeProps) {
  const id = useId()
  const usual = wide.drivers.find(({ driver }) => driver === placing.driver)?.grade ?? 'C'
  const asking = useSignal(placing.grade === 'B')
  const reason = useSignal(placing.reason ?? '')
  const keep = () => {
    const why = reason.value.trim()
    if (why !== '') set({ driver: placing.driver, grade: 'B', reason: why })
  }
  if (usual === 'B') return null
  return (
    <div class="constant">
      <label class="check small-check">
        <input
          type="checkbox"
          checked={asking.value}
          onChange={(event) => {
            asking.value = event.currentTarget.checked
            if (!asking.value) set({ driver: placing.driver })
          }}
        />
        <span>
          It is close to need or entitlement
          <small>Grade B in place of {usual}; the reason stands in the count.</small>
        </span>
      </label>
      {asking.value && (
        <p class="inline-form">
          <label for={id}>Why</label>
          <input
            id={id}
            type="text"
            maxLength={300}
            value={reason.value}
            onInput={(event) => {
              reason.value = event.currentTarget.value
            }}
            onChange={keep}
          />
        </p>
      )}
    </div>
  )
}

/** Who gets what. */
function Parts({ wide }: { wide: Wide }) {
  const all = useSignal(false)
  const parts = [...wide.parts].sort((a, b) => b.pounds - a.pounds)
  const shown = all.value ? parts : parts.slice(0, FEW)
  const rest = parts.slice(FEW)
  return (
    <table class="plain parts">
      <caption class="note">Who gets what</caption>
      <Heads of={['Place', number('Weight'), number('Pounds')]} />
      <tbody>
        {shown.map((part) => (
          <tr key={part.place}>
            <th scope="row">{nameOf('place', part.place)}</th>
            <td class="number">{weight(part.weight)}</td>
            <td class="number">{pounds(part.pounds)}</td>
          </tr>
        ))}
        {!all.value && rest.length > 0 && (
          <tr>
            <th scope="row">
              <button
                type="button"
                class="text-button"
                onClick={() => {
                  all.value = true
                }}
              >
                {counted(rest.length, 'more place')}
              </button>
            </th>
            <td class="number">{weight(rest.reduce((sum, part) => sum + part.weight, 0))}</td>
            <td class="number">{pounds(rest.reduce((sum, part) => sum + part.pounds, 0))}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All together</th>
          <td class="number">{weight(parts.reduce((sum, part) => sum + part.weight, 0))}</td>
          <td class="number">{pounds(parts.reduce((sum, part) => sum + part.pounds, 0))}</td>
        </tr>
      </tfoot>
    </table>
  )
}
