import { useEffect, useRef } from 'preact/hooks'
import { percent } from '../../format.ts'
import { cancelPublishing } from './plan.ts'

/** The new count being built aside; the one that is served stays as it is until it is whole. */
export function Progress({ done, total }: { done: number; total: number }) {
  const part = total > 0 ? done / total : 0
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'center' })
    section.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section class="card progress" aria-label="Publishing" ref={section} tabIndex={-1}>
      <p>
        <strong>The new count is being built and verified.</strong>{' '}
        <span class="note">The count that is served stays as it is until then.</span>
      </p>
      <p class="file-progress">
        <progress max={1} value={part} aria-label="Part of publishing done" />
        <span>{percent(part)}</span>
        <button type="button" class="button small" onClick={() => void cancelPublishing()}>
          Cancel
        </button>
      </p>
    </section>
  )
}
