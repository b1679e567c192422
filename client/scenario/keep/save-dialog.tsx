import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { ApiError } from '../../api.ts'
import { announce } from '../../frame/announcer.tsx'
import { Dialog } from '../frame/dialog.tsx'
import { scenarioDocument } from '../state/document.ts'
import { saveAs } from './keeping.ts'

/** A name and a note for a scenario that is saved for the first time, or as another. */
export function SaveDialog({ again, close }: { again: boolean; close: () => void }) {
  const own = useId()
  const named = scenarioDocument.peek()?.name ?? ''
  const name = useSignal(again && named ? `${named} (copy)`.slice(0, 120) : named)
  const note = useSignal('')
  const busy = useSignal(false)
  const wrong = useSignal('')
  const submit = async (event: Event) => {
    event.preventDefault()
    if (name.value.trim() === '') {
      wrong.value = 'A name is needed to find it by.'
      return
    }
    busy.value = true
    try {
      await saveAs(name.value.trim(), note.value.trim())
      announce('Saved')
      close()
    } catch (error) {
      wrong.value =
        error instanceof ApiError ? [error.message, ...error.faults].join(' ') : 'It could not be saved.'
      busy.value = false
    }
  }
  return (
    <Dialog title={again ? 'Save as another scenario' : 'Save the scenario'} close={close}>
      <form onSubmit={submit} class="save-form" noValidate>
        <label class="field-label" for={`${own}-name`}>
          Name
        </label>
        <input
          id={`${own}-name`}
          type="text"
          maxLength={120}
          value={name.value}
          aria-invalid={wrong.value !== ''}
          onInput={(event) => {
            name.value = event.currentTarget.value
          }}
        />
        <label class="field-label" for={`${own}-note`}>
          Note on this version, if any
        </label>
        <textarea
          id={`${own}-note`}
          rows={3}
          maxLength={2000}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value
          }}
        />
        {wrong.value && (
          <p class="field-wrong" role="alert">
            {wrong.value}
          </p>
        )}
        <p class="acts">
          <button type="submit" class="button primary" disabled={busy.value}>
            Save
          </button>
        </p>
      </form>
    </Dialog>
  )
}
