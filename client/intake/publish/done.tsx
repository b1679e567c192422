import { useSignal } from '@preact/signals'
import { announce } from '../../frame/announcer.tsx'
import { ViewLink } from '../../frame/view-link.tsx'
import { opened } from '../../state/count.ts'
import { go } from '../../state/store.ts'
import { serve } from '../counts/kept.ts'
import { nameOf } from '../map/in-words.ts'
import { said } from '../state/said.ts'
import { planAnew, published } from './plan.ts'
import { Years } from './years.tsx'

/** It is served: what it came to, where to see it, and the way to take it back. */
export function Done() {
  const { result, place, year } = published.value!
  const wrong = useSignal('')
  const busy = useSignal(false)
  const known = opened.answer.value
  const there = place !== null && known?.byCode.has(place)
  const undo = async () => {
    busy.value = true
    wrong.value = ''
    try {
      await serve(result.base.hash)
      planAnew()
      announce('Undone: the count of before is served again. The other is kept.')
    } catch (error) {
      wrong.value = said(error, 'It could not be undone.')
      busy.value = false
    }
  }
  return (
    <>
      <section class="told good" aria-label="Published">
        <p>
          <strong>This count is served now:</strong> “{result.count.title}”.
        </p>
        <p class="acts">
          {there && (
            <ViewLink
              class="button primary"
              to={{
                page: 'explore',
                places: [place],
                year:
                  year !== null && year !== known!.count.latest && known!.count.years.includes(year)
                    ? year
                    : null,
              }}
            >
              Explore {nameOf('place', place)}
            </ViewLink>
          )}
          <button type="button" class="button" disabled={busy.value} onClick={undo}>
            Undo
          </button>
          <button type="button" class="button" onClick={() => go({ step: 'counts' })}>
            See the counts kept
          </button>
        </p>
        {wrong.value && (
          <p class="field-wrong" role="alert">
            {wrong.value}
          </p>
        )}
      </section>
      <Years plan={result} />
    </>
  )
}
