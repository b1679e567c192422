import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { ApiError } from '../api.ts'
import { announce } from '../frame/announcer.tsx'
import { go, view } from '../state/store.ts'
import { libraryAway, removeSet, saveSet, setOnScreen, wantSets } from './library.ts'

const MOST_NAME = 80
const clean = (text: string) => text.replaceAll(/\p{C}/gu, '').trim().slice(0, MOST_NAME)

/** Names the places on screen as a set, which the link then carries, and keeps it in the library. */
export function SetTools() {
  const own = useId()
  const input = useRef<HTMLInputElement>(null)
  const typed = useSignal(view.value.placesNamed)
  const fault = useSignal('')
  const busy = useSignal(false)
  useEffect(wantSets, [])
  useEffect(() => {
    typed.value = view.value.placesNamed
  }, [view.value.placesNamed])
  if (view.value.places.length < 2) return null

  const saved = setOnScreen.value
  const name = () => go({ placesNamed: clean(typed.value) })
  const nameless = clean(typed.value) === ''
  const act = async (done: string, what: () => Promise<void>) => {
    busy.value = true
    fault.value = ''
    try {
      await what()
      announce(done)
    } catch (error) {
      fault.value =
        error instanceof ApiError ? [error.message, ...error.faults].join(' ') : 'It was not kept.'
    }
    busy.value = false
  }
  return (
    <form
      class="set-tools"
      onSubmit={(event) => {
        event.preventDefault()
        if (nameless) {
          fault.value = 'Type a name for these places first.'
          input.current?.focus()
        } else {
          fault.value = ''
          name()
        }
      }}
    >
      <label for={own}>Name of these places</label>
      <input
        id={own}
        ref={input}
        type="text"
        maxLength={MOST_NAME}
        autocomplete="off"
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
      />
      <button type="submit" class="button small">
        Name them
      </button>
      {libraryAway.value === null &&
        (saved ? (
          <button
            type="button"
            class="button small"
            disabled={busy.value}
            onClick={() => act(`${saved.name} is no longer saved`, () => removeSet(saved.id))}
          >
            Take “{saved.name}” off the saved sets
          </button>
        ) : (
          <button
            type="button"
            class="button small"
            disabled={busy.value || nameless}
            aria-describedby={nameless ? `${own}-why` : undefined}
            onClick={() => {
              name()
              act('Saved', () => saveSet(clean(typed.value), view.value.places))
            }}
          >
            Save the set
          </button>
        ))}
      {libraryAway.value === null && !saved && nameless && fault.value === '' && (
        <p id={`${own}-why`} class="note">
          A set is saved by its name: type one first.
        </p>
      )}
      {libraryAway.value && <p class="note">{libraryAway.value}</p>}
      {fault.value && (
        <p class="negative" role="alert">
          {fault.value}
        </p>
      )}
    </form>
  )
}
