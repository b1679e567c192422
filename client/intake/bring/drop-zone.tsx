import { useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { bring } from './uploads.ts'

const TYPES = '.csv,.tsv,.txt,.xlsx,.parquet,.zip'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Files by a button, or dropped anywhere on the page. */
export function DropZone({ more }: { more: boolean }) {
  const id = useId()
  const over = useSignal(false)
  useEffect(() => {
    // Leaving one element is entering another: only leaving the window counts.
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      over.value = true
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false
    }
    const drop = (event: DragEvent) => {
      over.value = false
      if (!carriesFiles(event)) return
      event.preventDefault()
      bring([...(event.dataTransfer?.files ?? [])])
    }
    addEventListener('dragenter', enter)
    addEventListener('dragover', enter)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragover', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return (
    <div class={`drop-zone${over.value ? ' over' : ''}`}>
      <p class="drop-lead">
        {over.value ? 'Let go to bring these files' : 'Drop files anywhere on this page, or'}
      </p>
      <label class="button primary" for={id}>
        {more ? 'Choose more files' : 'Choose files'}
      </label>
      <input
        id={id}
        class="hidden"
        type="file"
        multiple
        accept={TYPES}
        onChange={(event) => {
          const input = event.currentTarget
          bring([...(input.files ?? [])])
          input.value = ''
        }}
      />
      <p class="note">
        CSV, Excel (.xlsx) or Parquet, several at once; or a whole count as a Data Package (.zip). They go to
        this server and no further.
      </p>
    </div>
  )
}
