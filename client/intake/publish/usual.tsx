import { useId } from 'preact/hooks'
import { DOES_WORDS } from './in-words.ts'
import { changePlan, plan } from './plan.ts'
import type { Does } from './plan-edits.ts'

const ORDER: readonly Does[] = ['replace', 'add', 'leave']

/** What is done where nothing else is decided. */
export function Usual({ estimated, doubtful }: { estimated: boolean; doubtful: boolean }) {
  return (
    <section class="card part" aria-labelledby="usual">
      <h3 id="usual">As a rule</h3>
      <p class="note">
        Shared out: a national figure divided among places by a measure such as population. Recorded:
        published for the place itself. Official outturn goes before payments over £500, which are a part of
        it.
      </p>
      <div class="constants">
        <Rule
          title="Where the count has only shared-out figures"
          value={plan.value.whereSharedOut}
          set={(whereSharedOut) => changePlan((now) => ({ ...now, whereSharedOut }))}
        />
        <Rule
          title="Where the count has recorded figures"
          value={plan.value.whereRecorded}
          set={(whereRecorded) => changePlan((now) => ({ ...now, whereRecorded }))}
        />
        {estimated && (
          <Rule
            title="Where both are shares of wider figures"
            value={plan.value.whereEstimated}
            set={(whereEstimated) => changePlan((now) => ({ ...now, whereEstimated }))}
          />
        )}
        {doubtful && plan.value.whereSharedOut === 'replace' && (
          <Rule
            title="Where they may not be the whole of it"
            value={plan.value.whereDoubtful}
            set={(whereDoubtful) => changePlan((now) => ({ ...now, whereDoubtful }))}
          />
        )}
      </div>
    </section>
  )
}

function Rule({ title, value, set }: { title: string; value: Does; set: (does: Does) => void }) {
  const id = useId()
  return (
    <div class="constant">
      <label for={id}>
        <strong>{title}</strong>
      </label>
      <select id={id} value={value} onChange={(event) => set(event.currentTarget.value as Does)}>
        {ORDER.map((does) => (
          <option key={does} value={does}>
            {DOES_WORDS[does]}
          </option>
        ))}
      </select>
    </div>
  )
}
