import { useSignal } from '@preact/signals'
import { address } from '../../api.ts'
import { fileSize } from '../../format.ts'
import { dayInWords, whenInWords } from '../../when.ts'
import type { KeptCount } from '../state/server.ts'

interface Props {
  count: KeptCount
  /** The count it was made from, where it is kept. */
  base: KeptCount | null
  busy: boolean
  serve: () => void
  remove: () => void
}

/** A count that is kept: what it is, and serving, downloading or removing it. */
export function CountRow({ count, base, busy, serve, remove }: Props) {
  const asking = useSignal(false)
  const { title, id, hash, compiled, made, bytes, shipped, served } = count
  const of = <span class="hidden"> {title}</span>
  return (
    <li class={`card count-row${served ? ' served' : ''}`}>
      <div>
        <h3>
          {title}
          {served && <span class="status equal">served now</span>}
        </h3>
        <p class="note">
          {shipped ? 'Ships with the product' : made ? `Kept ${whenInWords(made)}` : 'Kept here'}
          {base ? `, made from “${base.title}”` : !shipped && count.base === null ? ', brought whole' : ''}.
          Compiled {dayInWords(compiled)}, {fileSize(bytes)}. {id}, {hash.slice(0, 12)}.
        </p>
      </div>
      <p class="acts">
        {!served && (
          <button type="button" class="button" disabled={busy} onClick={serve}>
            Serve this count{of}
          </button>
        )}
        <a class="button" href={address(`/counts/${hash}/package.zip`)} download>
          Download the package{of}
        </a>
        {!served && !shipped && !asking.value && (
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => {
              asking.value = true
            }}
          >
            Remove{of}
          </button>
        )}
      </p>
      {asking.value && (
        <p class="ask">
          <span>It is deleted from this server; download it first to keep it.</span>
          <button type="button" class="button" disabled={busy} onClick={remove}>
            Remove it{of}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              asking.value = false
            }}
          >
            Keep it{of}
          </button>
        </p>
      )}
    </li>
  )
}
