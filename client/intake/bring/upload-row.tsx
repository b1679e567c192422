import { fileSize, percent } from '../../format.ts'
import { go } from '../../state/store.ts'
import { cancelUpload, dropUpload, tryAgain, type Upload } from './uploads.ts'

const STATE_WORDS = { waiting: 'Waiting its turn', reading: 'Being read' }

/** A file on its way, or one that did not arrive, with why. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { key, file, sent, state, message, count } = upload
  const moving = state === 'waiting' || state === 'sending' || state === 'reading'
  const part = file.size > 0 ? Math.min(1, sent / file.size) : 1
  const of = <span class="hidden"> {file.name}</span>
  return (
    <li class={`file-row${state === 'failed' ? ' failed' : ''}`}>
      <div class="file-head">
        <p class="file-name">
          <strong>{file.name}</strong> <span class="note">{fileSize(file.size)}</span>
        </p>
        <span class="file-acts">
          {moving && (
            <button type="button" class="button small" onClick={() => cancelUpload(key)}>
              Cancel{of}
            </button>
          )}
          {(state === 'failed' || state === 'cancelled') && (
            <button type="button" class="button small" onClick={() => tryAgain(key)}>
              Try again{of}
            </button>
          )}
          {!moving && (
            <button type="button" class="button small" onClick={() => dropUpload(key)}>
              {state === 'kept' ? 'Take off this list' : 'Remove'}
              {of}
            </button>
          )}
        </span>
      </div>
      {moving && (
        <p class="file-progress">
          <progress max={1} value={part} aria-label={`${file.name} sent`} />
          <span>{state === 'sending' ? `${percent(part)} sent` : STATE_WORDS[state]}</span>
        </p>
      )}
      {message && (
        <p
          class={state === 'failed' ? 'field-wrong' : 'note'}
          role={state === 'failed' ? 'alert' : undefined}
        >
          {message}
        </p>
      )}
      {count && (
        <p>
          Kept as the count “{count.title}”. It is not served yet.{' '}
          <button type="button" class="button small" onClick={() => go({ step: 'counts' })}>
            See it among the counts kept
          </button>
        </p>
      )}
    </li>
  )
}
