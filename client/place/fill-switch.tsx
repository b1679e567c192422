import { Door } from '../frame/door.tsx'
import type { Answer } from '../state/answer.ts'
import { count, opened } from '../state/count.ts'
import { membersOf } from '../state/members.ts'
import { go, view } from '../state/store.ts'
import { list } from '../words.ts'

/** Lets a budget stand in for a return that was not made, where one here can; marked while it does. */
export function FillSwitch({ shown }: { shown: Answer }) {
  const members = new Set(membersOf(opened.answer.value!, shown.asked.places))
  const able = count.value!.missing.filter(
    (row) => row.budget && row.year === shown.asked.year && members.has(row.place),
  )
  if (able.length === 0) return null
  const agencies = [...new Set(able.map((row) => row.agency_name))]
  const names = list(agencies)
  const [budget, stands, its, it] =
    agencies.length > 1 ? ['budgets', 'stand', 'their', 'they'] : ['budget', 'stands', 'its', 'it']
  const { fill } = view.value
  return (
    <div class={`fill${fill ? ' on' : ''}`}>
      <label class="check">
        <input
          type="checkbox"
          checked={fill}
          onChange={(event) => go({ fill: event.currentTarget.checked })}
        />
        <span>
          {fill
            ? `The ${budget} of ${names} ${stands} in for the return ${it} did not make: an estimate, not outturn.`
            : `Let the ${budget} of ${names} stand in for ${its} revenue return, as an estimate`}
        </span>
      </label>
      {able.some((row) => row.own) && (
        <p class="note">
          Own figures are counted for it: what is left of its budget would be counted beside them.
        </p>
      )}
      {fill && (
        <Door opens={{ kind: 'agency', id: able[0]!.agency }} about={`the budget of ${names}`}>
          Its lines
        </Door>
      )}
    </div>
  )
}
