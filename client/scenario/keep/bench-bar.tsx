import { signal, useSignal } from '@preact/signals'
import { ApiError } from '../../api.ts'
import { announce } from '../../frame/announcer.tsx'
import { go, href } from '../../state/store.ts'
import { whenInWords } from '../../when.ts'
import { canRedo, canUndo, redo, redoLabel, scenarioDocument, undo, undoLabel } from '../state/document.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { conflict, dirty, kept, saveOn } from './keeping.ts'
import { SaveDialog } from './save-dialog.tsx'
import { VersionsDialog } from './versions-dialog.tsx'

const saving = signal<null | 'first' | 'another' | 'versions'>(null)

export const askHowToSave = (how: 'first' | 'another' | 'versions' | null) => {
  saving.value = how
}

/** What is on the workbench, how much of it is kept, and what can be done with it. */
export function BenchBar() {
  const on = kept.value!
  const busy = useSignal(false)
  const wrong = useSignal('')
  const note = useSignal('')
  const save = async () => {
    wrong.value = ''
    if (!on.version) {
      askHowToSave('first')
      return
    }
    busy.value = true
    try {
      await saveOn(note.value.trim())
      if (!conflict.peek()) {
        note.value = ''
        announce('Saved')
      }
    } catch (error) {
      wrong.value =
        error instanceof ApiError ? [error.message, ...error.faults].join(' ') : 'It could not be saved.'
    }
    busy.value = false
  }
  return (
    <div class="bench-bar">
      <div class="bench-name">
        <a
          href={href({ scenario: null, preset: null, version: null, counted: null, against: null })}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            go({ scenario: null, preset: null, version: null, counted: null, against: null })
          }}
        >
          All scenarios
        </a>
        <h1>{scenarioDocument.value?.name || 'Untitled scenario'}</h1>
        <p class={`bench-state${dirty.value ? ' unsaved' : ''}`} role="status">
          <State />
        </p>
      </div>
      <div class="bench-acts">
        <button
          type="button"
          class="button"
          disabled={!canUndo.value}
          title={undoLabel.value ? `Undo ${undoLabel.value} (Ctrl+Z)` : 'Nothing to undo'}
          onClick={undo}
        >
          Undo<span class="hidden"> {undoLabel.value}</span>
        </button>
        <button
          type="button"
          class="button"
          disabled={!canRedo.value}
          title={redoLabel.value ? `Redo ${redoLabel.value} (Ctrl+Shift+Z)` : 'Nothing to redo'}
          onClick={redo}
        >
          Redo<span class="hidden"> {redoLabel.value}</span>
        </button>
        {on.version && dirty.value && (
          <input
            class="save-note"
            type="text"
            aria-label="Note on the next version"
            placeholder="Note, if any"
            maxLength={2000}
            value={note.value}
            onInput={(event) => {
              note.value = event.currentTarget.value
            }}
          />
        )}
        <button
          type="button"
          class="button primary"
          disabled={busy.value || on.deleted || (on.version !== null && !dirty.value)}
          onClick={save}
        >
          {on.version ? 'Save a new version' : 'Save'}
        </button>
        {on.version && (
          <>
            <button type="button" class="button" onClick={() => askHowToSave('another')}>
              Save as
            </button>
            <button type="button" class="button" onClick={() => askHowToSave('versions')}>
              Versions and comparison
            </button>
          </>
        )}
        <a class="button" href="#take-away">
          Export
        </a>
        <a class="button to-see" href="#see">
          Go to the result
        </a>
      </div>
      {wrong.value && (
        <p class="field-wrong" role="alert">
          {wrong.value}
        </p>
      )}
      {(saving.value === 'first' || saving.value === 'another') && (
        <SaveDialog again={saving.value === 'another'} close={() => askHowToSave(null)} />
      )}
      {saving.value === 'versions' && <VersionsDialog close={() => askHowToSave(null)} />}
      {conflict.value && <ConflictDialog latest={conflict.value} />}
    </div>
  )
}

function State() {
  const { version, preset, name } = kept.value!
  const changed = dirty.value
  if (version) {
    const of = `Version ${version.version}, saved ${whenInWords(version.saved)}`
    return <>{changed ? `${of}; changes not saved` : `${of}${version.note ? `: ${version.note}` : ''}`}</>
  }
  if (preset && name !== 'new')
    return <>{changed ? 'Changed from the preset, not saved' : 'Preset as it ships'}</>
  return <>Never saved{changed ? '; kept in this window only' : ''}</>
}
