import { useSignal } from '@preact/signals'
import { announce } from '../../frame/announcer.tsx'
import { said } from '../state/said.ts'
import { dropCount, type KeptCount } from '../state/server.ts'
import { Amendments } from './amendments.tsx'
import { CountRow } from './count-row.tsx'
import { countsChanged, keptCounts, serve } from './kept.ts'

/** Step 5: the counts kept here, which of them is served, and what was done to it. */
export function CountsStep() {
  const kept = keptCounts.answer.value
  const fault = keptCounts.fault.value
  const wrong = useSignal('')
  const busy = useSignal(false)
  const act = async (doing: () => Promise<unknown>, words: string) => {
    wrong.value = ''
    busy.value = true
    try {
      await doing()
      announce(words)
    } catch (error) {
      wrong.value = said(error, 'It could not be done.')
      countsChanged()
    }
    busy.value = false
  }
  const remove = (count: KeptCount) =>
    act(async () => {
      await dropCount(count.hash)
      countsChanged()
    }, `“${count.title}” is removed.`)
  if (!kept)
    return fault ? (
      <section class="card part">
        <p role="alert">{fault.message}</p>
        <p class="acts">
          <button type="button" class="button" onClick={keptCounts.retry}>
            Ask again
          </button>
        </p>
      </section>
    ) : (
      <p aria-busy="true">Asking which counts are kept.</p>
    )
  const before = kept.counts.find(({ hash }) => hash === kept.before)
  return (
    <>
      <p class="finding-lead">
        {kept.counts.length === 1
          ? 'Only the count that ships is kept. One you publish, or bring whole as a Data Package, stands here beside it.'
          : `${kept.counts.length} counts are kept. One of them is served: every figure and every link without a count of its own is of that.`}
      </p>
      {kept.warning && (
        <p class="told wrong" role="status">
          {kept.warning}
        </p>
      )}
      {wrong.value && (
        <p class="told wrong" role="alert">
          {wrong.value}
        </p>
      )}
      {before && (
        <p class="told">
          Before this one, “{before.title}” was served.{' '}
          <button
            type="button"
            class="button small"
            disabled={busy.value}
            onClick={() => act(() => serve(before.hash), `“${before.title}” is served again.`)}
          >
            Go back to it
          </button>
        </p>
      )}
      <ul class={`count-list${keptCounts.busy.value ? ' dimmed' : ''}`}>
        {kept.counts.map((count) => (
          <CountRow
            key={count.hash}
            count={count}
            base={kept.counts.find(({ hash }) => hash === count.base) ?? null}
            busy={busy.value}
            serve={() => act(() => serve(count.hash), `“${count.title}” is served now.`)}
            remove={() => remove(count)}
          />
        ))}
      </ul>
      <Amendments />
    </>
  )
}
