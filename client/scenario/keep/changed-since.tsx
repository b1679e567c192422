import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { address, get } from '../../api.ts'
import { count } from '../../state/count.ts'
import { view } from '../../state/store.ts'
import { partnerName } from '../build/partner-name.ts'
import { asDraft } from '../state/draft.ts'
import { evaluate } from '../state/result.ts'
import { kept, takeVersion } from './keeping.ts'
import { readItem } from './library.ts'
import { MovedTable } from './moved-table.tsx'
import { movedBetween, type Worked, workedOf } from './worked.ts'

interface Health {
  versions: { software: string }
}

/** Says plainly when the count or the method is no longer what it was when this version was saved, and what it does. */
export function ChangedSince() {
  const version = kept.value?.version ?? null
  const key = version ? `${version.id} ${version.version}` : ''
  const now = useSignal<Worked | null>(null)
  const software = useSignal<string | null>(null)
  useEffect(() => {
    now.value = null
    if (version?.result?.state !== 'worked out') return
    const stopper = new AbortController()
    Promise.all([
      evaluate(version.document, stopper.signal),
      get<Health>(address('/health'), stopper.signal),
    ]).then(
      ([reply, health]) => {
        now.value = workedOf(reply)
        software.value = health.versions.software
      },
      () => {
        // The document cannot be worked out any more, or the server is away: the page says so itself.
      },
    )
    return () => stopper.abort()
  }, [key])
  const here = count.value?.count.hash
  const saved = useComputed(() => view.value.counted ?? kept.value?.version?.count?.hash ?? null)
  if (!version) return null
  const otherCount = saved.value !== null && here !== undefined && saved.value !== here
  const otherMethod = software.value !== null && software.value !== version.software
  const before = version.result?.state === 'worked out' ? version.result : null
  const document = asDraft(version.document)
  const moved =
    before && now.value && document ? movedBetween(before, now.value, (id) => partnerName(document, id)) : []
  if (!otherCount && !otherMethod && moved.length === 0) return null
  return (
    <section class="told changed" aria-label="Changed since this version was saved">
      {otherCount && (
        <p>
          <strong>The count has changed since.</strong> This version was saved on the count{' '}
          <code>{saved.value!.slice(0, 12)}</code>; the one here is <code>{here!.slice(0, 12)}</code>, “
          {count.value!.count.title}”. The effect on local control is drawn from the one here; the version
          that was saved stays as it is.
        </p>
      )}
      {otherMethod && (
        <p>
          <strong>The method may have changed since.</strong> This version was worked out by version{' '}
          {version.software} of the software; this is {software.value}.
        </p>
      )}
      {moved.length > 0 && !otherMethod && (
        <p>
          <strong>The method has changed since.</strong> The same inputs now come to other figures.
        </p>
      )}
      {before && now.value && (
        <details open={moved.length > 0 && moved.length <= 8}>
          <summary>
            {moved.length === 0 ? 'What it does to the result: nothing' : 'What it does to the result'}
          </summary>
          <MovedTable moved={moved} names={['When saved', 'Now']} />
        </details>
      )}
    </section>
  )
}

/** Says that an older version is on screen, or a deleted scenario, or changes kept through a reload. */
export function Standing({ revert }: { revert: () => void }) {
  const on = kept.value
  if (!on) return null
  return (
    <>
      {on.restored && (
        <p class="told" role="status">
          Changes that were not saved have been put back.{' '}
          {on.clean && (
            <button type="button" class="button small" onClick={revert}>
              Take them away
            </button>
          )}
        </p>
      )}
      {on.latest !== null && on.version && (
        <p class="told">
          This is version {on.version.version}; the latest is version {on.latest}. Saving makes a new version
          only on top of the latest, and asks first.{' '}
          <button
            type="button"
            class="button small"
            onClick={() => void readItem(on.version!.id).then(({ current }) => takeVersion(current))}
          >
            Open version {on.latest}
          </button>
        </p>
      )}
      {on.deleted && (
        <p class="told">
          This scenario is deleted. Put it back from the list of scenarios to save on it, or save it as
          another.
        </p>
      )}
    </>
  )
}
