import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { nameOf } from '../map/in-words.ts'
import { intake } from '../state/intake.ts'
import type { PlanReply } from '../state/server.ts'
import { planned, publish, publishing } from './plan.ts'
import { titleOf } from './title-of.ts'

/** What the files are, as they will stand among the sources, and the press that publishes. */
export function PublishForm({ plan }: { plan: PlanReply }) {
  const id = useId()
  const title = useSignal(suggested())
  const publisher = useSignal(oneAgency(plan))
  const licence = useSignal('')
  const note = useSignal('')
  const accepts = useSignal(false)
  const wrong = useSignal<readonly string[]>([])
  const differs = plan.totals.some(({ status }) => status === 'unexplained')
  const hindered = plan.hindrances.length > 0
  const submit = (event: Event) => {
    event.preventDefault()
    wrong.value = [
      ...(title.value.trim() === '' ? ['Say what the files are.'] : []),
      ...(publisher.value.trim() === '' ? ['Say who gave them out.'] : []),
      ...(differs && !accepts.value
        ? ['A total you know differs: agree to publish with it, or take it away.']
        : []),
    ]
    if (wrong.value.length > 0) return
    const said = licence.value.trim()
    publish({
      title: title.value.trim(),
      publisher: publisher.value.trim(),
      ...(said === '' ? {} : { licence: said }),
      note: note.value.trim(),
      acceptDifferences: accepts.value,
    })
  }
  const field = (name: string, words: string, why: string, value: typeof title) => (
    <p>
      <label for={`${id}-${name}`}>
        <strong>{words}</strong> <span class="note">{why}</span>
      </label>
      <input
        id={`${id}-${name}`}
        type="text"
        maxLength={300}
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value
        }}
      />
    </p>
  )
  return (
    <section class="card part" aria-labelledby="publish">
      <h3 id="publish">Publish</h3>
      <p class="note">
        A new count is built beside the one that is served, verified, and served in its place. The one before
        is kept, and it can be undone. This is how your files stand among its sources:
      </p>
      <form class="publish-form" onSubmit={submit} noValidate>
        {field('title', 'What it is', 'as the title of a publication', title)}
        {field('publisher', 'Who gave it out', 'a council, a trust, a partnership', publisher)}
        {field('licence', 'Licence', 'if it has one', licence)}
        <p>
          <label for={`${id}-note`}>
            <strong>Note</strong> <span class="note">what a reader should know of it</span>
          </label>
          <textarea
            id={`${id}-note`}
            rows={2}
            maxLength={2000}
            value={note.value}
            onInput={(event) => {
              note.value = event.currentTarget.value
            }}
          />
        </p>
        {differs && (
          <label class="check small-check">
            <input
              type="checkbox"
              checked={accepts.value}
              onChange={(event) => {
                accepts.value = event.currentTarget.checked
              }}
            />
            <span>Publish although a total you know differs: the difference is shown as not explained.</span>
          </label>
        )}
        {wrong.value.length > 0 && (
          <ul class="field-wrong" role="alert">
            {wrong.value.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        <p class="acts">
          <button
            type="submit"
            class="button primary"
            disabled={hindered || planned.busy.value || publishing.running.value !== null}
          >
            Publish and serve it
          </button>
          {hindered && <span class="note">What hinders it is said at the top.</span>}
        </p>
      </form>
    </section>
  )
}

/** A title by the name of the first file, to be changed. */
function suggested(): string {
  const name = intake.peek()?.files[0]?.name ?? ''
  return titleOf(name)
}

/** Who spends it, where that is one body: it is likely to have given the file out. */
function oneAgency({ groups }: PlanReply): string {
  const all = new Set(groups.map(({ agency }) => agency))
  return all.size === 1 ? nameOf('agency', [...all][0]!) : ''
}
