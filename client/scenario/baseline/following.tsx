import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ApiError, address, get, rowsOf, type Table } from '../../api.ts'
import { change, pounds } from '../../format.ts'
import { announce } from '../../frame/announcer.tsx'
import { Heads } from '../../frame/heads.tsx'
import { placesName } from '../../state/asked.ts'
import { opened } from '../../state/count.ts'
import { partnerName } from '../build/partner-name.ts'
import { kept } from '../keep/keeping.ts'
import type { BodyRow } from '../start/count-bodies.ts'
import { edit, scenarioDocument } from '../state/document.ts'
import type { Draft } from '../state/draft.ts'
import { type Asked, askedBy, type Behind, behind, followed, Held, takenBack } from './follow.ts'

interface Followed {
  moved: readonly Behind[]
  before: Draft
  back: boolean
}

const done = signal<Followed | null>(null)

async function heldBy(questions: readonly Asked[], stop: AbortSignal): Promise<Held> {
  const held = new Held()
  await Promise.all(
    questions.map(async (asked) => {
      const query = { by: 'sector,agency,division', places: asked.places.join(','), year: asked.year }
      const rows = await get<Table>(address('/spend', query), stop).then(
        (table) => rowsOf<BodyRow>(table),
        (error: unknown) => {
          if (error instanceof ApiError && error.status === 400) return null
          throw error
        },
      )
      held.add(asked, rows)
    }),
  )
  return held
}

/** Takes the baselines of what was opened from the count that is here, says which moved, and puts them back. */
export function Following() {
  const known = opened.answer.value
  const on = kept.value
  const key = on && known ? `${on.name} ${on.version?.version ?? 0} ${known.count.count.hash}` : ''
  useEffect(() => {
    done.value = null
    const document = scenarioDocument.peek()
    if (!known || !document) return
    const questions = askedBy(document)
    if (questions.length === 0) return
    const stopper = new AbortController()
    heldBy(questions, stopper.signal).then(
      (held) => {
        const now = scenarioDocument.peek()
        if (stopper.signal.aborted || !now) return
        const moved = behind(now, held)
        if (moved.length === 0) return
        done.value = { moved, before: now, back: false }
        const name = (places: readonly string[]) => placesName(known, [...places])
        if (moved.some(({ is }) => is !== null)) {
          edit((draft) => followed(draft, held, { name, count: known.count.count }), 'baselines of the count')
          announce('Baselines were taken from the count that is served now')
        }
      },
      () => {
        // The server is away: the page says so itself, and the document stands as it was saved.
      },
    )
    return () => stopper.abort()
  }, [key])
  const document = scenarioDocument.value
  if (!done.value || !document) return null
  const { moved, before, back } = done.value
  return (
    <section class="told changed baselines" aria-label="Baselines and the count">
      <p>
        <strong>{back ? 'Baselines are those it was saved with.' : 'Baselines follow the count.'}</strong>{' '}
        What partners draw on is not the same in the count that is served now.{' '}
        {back
          ? 'They are kept while it is open; opened again, they follow the count that is then served.'
          : 'Nothing is saved until you save it.'}
      </p>
      <div class="scroll">
        <table class="differences of-results">
          <caption>Baselines, pounds a year</caption>
          <Heads of={['Partner', 'When saved', 'In the count now', 'Change']} />
          <tbody>
            {moved.map(({ at, partner, was, is }) => (
              <tr key={at}>
                <th scope="row">{partnerName(before, partner)}</th>
                <td class="number">{pounds(was)}</td>
                <td class="number">{is === null ? 'not in this count' : pounds(is)}</td>
                <td class="number">{is === null ? '' : change(is - was)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!back && moved.some(({ is }) => is !== null) && (
        <p class="acts">
          <button
            type="button"
            class="button small"
            onClick={() => {
              edit((draft) => takenBack(draft, before), 'baselines it was saved with')
              done.value = { moved, before, back: true }
            }}
          >
            Keep those it was saved with
          </button>
        </p>
      )}
    </section>
  )
}
