import { useSignal } from '@preact/signals'
import { announce } from '../../frame/announcer.tsx'
import { said } from '../state/said.ts'
import { discardMapping, restoreMapping } from '../state/server.ts'
import { change, mapping } from './draft.ts'
import { mappingInWords } from './in-words.ts'
import { sameReading } from './mapping.ts'
import { asSaved, fitting, type Saved, savedChanged } from './saved.ts'

/** The saved mappings that fit the files, to be read by or forgotten. */
export function SavedChoice() {
  const gone = useSignal<Saved | null>(null)
  const wrong = useSignal('')
  const all = fitting.value
  if (all.length === 0 && !gone.value) return null
  const act = async (doing: () => Promise<unknown>, words: string) => {
    wrong.value = ''
    try {
      await doing()
      announce(words)
      savedChanged()
    } catch (error) {
      wrong.value = said(error, 'It could not be done.')
    }
  }
  return (
    <section class="card part" aria-labelledby="saved-mappings">
      <h3 id="saved-mappings">Saved mappings that fit</h3>
      {gone.value && (
        <p>
          “{gone.value.name}” is forgotten.{' '}
          <button
            type="button"
            class="button small"
            onClick={() => {
              const { id, name } = gone.value!
              gone.value = null
              void act(() => restoreMapping(id), `“${name}” is back.`)
            }}
          >
            Undo
          </button>
        </p>
      )}
      <ul class="saved-list">
        {all.map((saved) => {
          const used = mapping.value !== null && sameReading(saved.mapping, mapping.value)
          return (
            <li key={saved.id}>
              <p>
                <strong>{saved.name}</strong>
                {used && ', which is how they are read now'}{' '}
                <span class="note">{mappingInWords(saved.mapping)}</span>
              </p>
              <p class="acts">
                {!used && (
                  <button
                    type="button"
                    class="button small"
                    onClick={() => {
                      const next = asSaved(saved)
                      if (next) change(next)
                    }}
                  >
                    Read as {saved.name}
                  </button>
                )}
                <button
                  type="button"
                  class="button small"
                  onClick={() =>
                    void act(async () => {
                      await discardMapping(saved.id)
                      gone.value = saved
                    }, `“${saved.name}” is forgotten.`)
                  }
                >
                  Forget<span class="hidden"> {saved.name}</span>
                </button>
              </p>
            </li>
          )
        })}
      </ul>
      {wrong.value && (
        <p class="field-wrong" role="alert">
          {wrong.value}
        </p>
      )}
    </section>
  )
}
