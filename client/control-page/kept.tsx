import { useId } from 'preact/hooks'
import type { Count } from '../api-types.ts'
import { definition } from '../state/definition.ts'
import { view } from '../state/store.ts'
import { askAgain, keep, kept, open, putBack, takenOut, takeOut, told } from './kept-library.ts'

/** Definitions kept in the library: saved, listed, opened, deleted and put back. */
export function Kept({ count }: { count: Count }) {
  const own = useId()
  const chosen = definition.value!
  const known = kept.value
  const { named } = view.value
  const gone = takenOut.value
  return (
    <section class="card kept" aria-labelledby={`${own}-title`}>
      <h2 id={`${own}-title`}>In the library</h2>
      {known?.items === null ? (
        <p class="note">
          There is no library here now, so nothing can be saved in it. The link carries the whole definition:
          copy it to keep it.{' '}
          <button type="button" class="button small" onClick={askAgain}>
            Ask for it again
          </button>
        </p>
      ) : (
        <>
          <p>
            <button
              type="button"
              class="button"
              disabled={!chosen.own || known === null}
              onClick={() => keep(chosen.name, chosen.classes, chosen.rules, count)}
            >
              Save in the library
            </button>{' '}
            <span class="note">
              {chosen.own
                ? `As “${chosen.name}”${named === '' ? '; name it above to call it otherwise' : ''}.`
                : 'Change the definition first: the named ones are always there.'}
            </span>
          </p>
          {known === null && <p class="note">Asking the library.</p>}
          {known?.items?.length === 0 && <p class="note">Nothing is kept yet.</p>}
          <ul class="kept-list">
            {known?.items?.map((item) => (
              <li key={item.id}>
                <span>
                  {item.name} <small>saved {item.updated.slice(0, 10)}</small>
                </span>
                <button
                  type="button"
                  class="button small"
                  aria-label={`Open ${item.name}`}
                  onClick={() => open(item, count)}
                >
                  Open
                </button>
                <button
                  type="button"
                  class="button small"
                  aria-label={`Delete ${item.name}`}
                  onClick={() => takeOut(item)}
                >
                  Delete
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="note" role="status">
        {told.value}{' '}
        {gone && (
          <button type="button" class="button small" onClick={() => putBack(gone)}>
            Put it back
          </button>
        )}
      </p>
    </section>
  )
}
