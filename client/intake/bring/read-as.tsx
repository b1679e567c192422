import { useSignal } from '@preact/signals'
import { go } from '../../state/store.ts'
import { checking, checkNow, refused } from '../check/check.ts'
import { change } from '../map/draft.ts'
import { mappingInWords } from '../map/in-words.ts'
import { asSaved, fitting, type Saved } from '../map/saved.ts'
import { coming } from './uploads.ts'

/** The saved mappings that read these files, the newest first: used and checked in one press. */
export function ReadAs() {
  const all = fitting.value
  const more = useSignal(false)
  if (all.length === 0) return null
  const [newest, ...others] = all
  return (
    <section class="card read-as" aria-labelledby="read-as">
      <h3 id="read-as">Read as before</h3>
      <One saved={newest!} />
      {others.length > 0 && !more.value && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            more.value = true
          }}
        >
          Other saved mappings that fit ({others.length})
        </button>
      )}
      {more.value && others.map((saved) => <One key={saved.id} saved={saved} />)}
      {refused.value.map((text) => (
        <p key={text} class="field-wrong" role="alert">
          {text}
        </p>
      ))}
    </section>
  )
}

function One({ saved }: { saved: Saved }) {
  const use = (then: (mapping: NonNullable<ReturnType<typeof asSaved>>) => void) => {
    const mapping = asSaved(saved)
    if (mapping) then(mapping)
  }
  return (
    <div class="read-as-one">
      <p>
        <strong>{saved.name}</strong> fits these files.{' '}
        <span class="note">{mappingInWords(saved.mapping)}</span>
      </p>
      <p class="acts">
        <button
          type="button"
          class="button primary"
          disabled={checking.running.value !== null || coming.value}
          onClick={() => use((mapping) => void checkNow(mapping))}
        >
          Read as {saved.name} and check
        </button>
        <button
          type="button"
          class="button"
          onClick={() =>
            use((mapping) => {
              change(mapping)
              go({ step: 'map' })
            })
          }
        >
          Look at it first<span class="hidden">: {saved.name}</span>
        </button>
      </p>
    </div>
  )
}
