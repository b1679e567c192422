import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ApiError } from '../../api.ts'
import { counted } from '../../format.ts'
import { announce } from '../../frame/announcer.tsx'
import { Heads, hidden } from '../../frame/heads.tsx'
import { placeName, placesName } from '../../state/asked.ts'
import { opened } from '../../state/count.ts'
import { go, href } from '../../state/store.ts'
import { whenInWords } from '../../when.ts'
import { discard, duplicate, type LibraryItem, listItems, restore } from '../keep/library.ts'

/** The scenarios saved here: opened, duplicated, deleted and put back. */
export function LibraryList() {
  const items = useSignal<readonly LibraryItem[] | null>(null)
  const wrong = useSignal('')
  const gone = useSignal<LibraryItem | null>(null)
  const showDeleted = useSignal(false)
  const again = useSignal(0)
  useEffect(() => {
    const stopper = new AbortController()
    listItems(showDeleted.value, stopper.signal).then(
      (found) => {
        items.value = found
      },
      (error: unknown) => {
        if (!stopper.signal.aborted)
          wrong.value = error instanceof ApiError ? error.message : 'It could not be read.'
      },
    )
    return () => stopper.abort()
  }, [again.value, showDeleted.value])

  const act = async (said: string, doing: () => Promise<unknown>) => {
    wrong.value = ''
    try {
      await doing()
      announce(said)
    } catch (error) {
      wrong.value = error instanceof ApiError ? error.message : 'It could not be done.'
    }
    again.value += 1
  }

  return (
    <section aria-labelledby="start-library">
      <h2 id="start-library">Saved scenarios</h2>
      {wrong.value && (
        <p class="field-wrong" role="alert">
          {wrong.value}
        </p>
      )}
      {gone.value && (
        <p class="told" role="status">
          {gone.value.name} is deleted.{' '}
          <button
            type="button"
            class="button"
            onClick={() => {
              const { id, name } = gone.value!
              gone.value = null
              void act(`${name} is back`, () => restore(id))
            }}
          >
            Undo
          </button>
        </p>
      )}
      {items.value?.length === 0 && (
        <p class="note">
          {showDeleted.value
            ? 'None has been deleted.'
            : 'None yet. A scenario is kept here when it is saved, every version of it.'}
        </p>
      )}
      {(items.value?.length ?? 0) > 0 && (
        <div class="scroll">
          <table class="library">
            <Heads of={['Name', 'Place', 'Versions', 'Last saved', hidden('What can be done')]} />
            <tbody>
              {items.value!.map((item) => (
                <Row
                  key={item.id}
                  item={item}
                  copy={() => act(`${item.name} duplicated`, () => duplicate(item.id))}
                  drop={() =>
                    act(`${item.name} deleted`, async () => {
                      await discard(item.id)
                      gone.value = item
                    })
                  }
                  back={() => act(`${item.name} is back`, () => restore(item.id))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <label class="tick-line">
        <input
          type="checkbox"
          checked={showDeleted.value}
          onChange={(event) => {
            showDeleted.value = event.currentTarget.checked
          }}
        />{' '}
        Show the deleted ones instead
      </label>
    </section>
  )
}

interface RowProps {
  item: LibraryItem
  copy: () => void
  drop: () => void
  back: () => void
}

function Row({ item, copy, drop, back }: RowProps) {
  const known = opened.answer.value!
  const to = {
    page: 'scenario',
    scenario: item.id,
    version: item.version,
    counted: item.count?.hash ?? null,
  } as const
  const found = item.places.filter((code) => placeName(known, code) !== undefined)
  const where = found.length === 0 ? 'nowhere yet' : placesName(known, found)
  return (
    <tr>
      <th scope="row">
        <a
          href={href(to)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            go(to)
          }}
        >
          {item.name}
        </a>
        {item.note && <small class="row-note">{item.note}</small>}
        {item.count && item.count.hash !== known.count.count.hash && (
          <small class="row-note">
            Saved on another count: its baselines follow the one here when opened
          </small>
        )}
      </th>
      <td>{where}</td>
      <td>{counted(item.versions, 'version')}</td>
      <td>{whenInWords(item.updated)}</td>
      <td class="row-acts">
        {item.deleted ? (
          <button type="button" class="button small" onClick={back}>
            Put back<span class="hidden"> {item.name}</span>
          </button>
        ) : (
          <>
            <button type="button" class="button small" onClick={copy}>
              Duplicate<span class="hidden"> {item.name}</span>
            </button>
            <button type="button" class="button small" onClick={drop}>
              Delete<span class="hidden"> {item.name}</span>
            </button>
          </>
        )}
      </td>
    </tr>
  )
}
