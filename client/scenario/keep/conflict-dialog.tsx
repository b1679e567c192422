import { useSignal } from '@preact/signals'
import { ApiError } from '../../api.ts'
import { whenInWords } from '../../when.ts'
import { Dialog } from '../frame/dialog.tsx'
import { scenarioDocument } from '../state/document.ts'
import { asDraft } from '../state/draft.ts'
import { askHowToSave } from './bench-bar.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { conflict, saveOn, takeVersion } from './keeping.ts'
import type { LibraryVersion } from './library.ts'

/** Somebody saved meanwhile: both versions, and what to do with them. Nothing is lost either way. */
export function ConflictDialog({ latest }: { latest: LibraryVersion }) {
  const wrong = useSignal('')
  const own = scenarioDocument.value
  const theirs = asDraft(latest.document)
  const close = () => {
    conflict.value = null
  }
  const keepMine = async () => {
    try {
      await saveOn('', latest.version)
    } catch (error) {
      wrong.value = error instanceof ApiError ? error.message : 'It could not be saved.'
    }
  }
  return (
    <Dialog title="Somebody has saved this scenario since you opened it" close={close} wide>
      <p>
        Version {latest.version} was saved {whenInWords(latest.saved)}
        {latest.note && <>, noted “{latest.note}”</>}. Yours is not saved yet. Whichever you choose, every
        saved version stays in the library.
      </p>
      <p class="acts">
        <button type="button" class="button primary" onClick={keepMine}>
          Save mine as version {latest.version + 1}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            takeVersion(latest)
            close()
          }}
        >
          Take theirs and lose mine
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            close()
            askHowToSave('another')
          }}
        >
          Save mine as another scenario
        </button>
      </p>
      {wrong.value && (
        <p class="field-wrong" role="alert">
          {wrong.value}
        </p>
      )}
      <h3>What differs</h3>
      {own && theirs ? (
        <DifferenceTable before={theirs} after={own} names={[`Theirs, version ${latest.version}`, 'Yours']} />
      ) : (
        <p>Theirs cannot be shown beside yours: it is no document of this version.</p>
      )}
    </Dialog>
  )
}
