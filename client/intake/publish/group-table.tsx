import { useSignal } from '@preact/signals'
import { counted, integer } from '../../format.ts'
import { Heads, number } from '../../frame/heads.tsx'
import type { PlanReply } from '../state/server.ts'
import { GroupRow } from './group-row.tsx'
import { groupKey } from './plan-edits.ts'

const FEW = 20

/** Line by line against the count: what it has, what the files say, what is done, and the change. */
export function GroupTable({ plan }: { plan: PlanReply }) {
  const all = useSignal(false)
  const { groups, groupsInAll } = plan
  if (groups.length === 0) return null
  const shown = all.value ? groups : groups.slice(0, FEW)
  return (
    <section class="card part" aria-labelledby="groups">
      <h3 id="groups">Beside what the count has</h3>
      <p class="note">By agency, place, year and class, the largest change first. Whole pounds.</p>
      <table class="plain stacks group-table">
        <Heads
          of={[
            'Agency, place, year',
            number('In the count'),
            number('In your files'),
            'What is done',
            number('Change'),
          ]}
        />
        <tbody>
          {shown.map((group) => (
            <GroupRow key={groupKey(group)} group={group} />
          ))}
        </tbody>
      </table>
      {groups.length > FEW && !all.value && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              all.value = true
            }}
          >
            Show {counted(groups.length, 'group')}
          </button>
        </p>
      )}
      {groupsInAll > groups.length && (
        <p class="note">
          {integer(groupsInAll - groups.length)} more, of smaller changes, are done with as is the rule.
        </p>
      )}
    </section>
  )
}
