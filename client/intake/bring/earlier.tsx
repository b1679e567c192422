import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { counted } from '../../format.ts'
import { go } from '../../state/store.ts'
import { list } from '../../words.ts'
import { lastLeft } from '../state/left.ts'
import { type IntakeReply, readIntake } from '../state/server.ts'

const NAMED = 3

/** The files this browser had on the desk last, where the server still has them. */
export function Earlier() {
  const found = useSignal<IntakeReply | null>(null)
  useEffect(() => {
    const id = lastLeft()
    if (id === null) return
    const stopper = new AbortController()
    readIntake(id, stopper.signal).then(
      (state) => {
        if (state.files.length > 0) found.value = state
      },
      () => {
        // They were cleared away, or the server is away: there is nothing to go on with.
      },
    )
    return () => stopper.abort()
  }, [])
  const left = found.value
  if (!left) return null
  const names = left.files.map(({ name }) => name)
  return (
    <p class="told">
      Files you brought before are still here: {list(names.slice(0, NAMED))}
      {names.length > NAMED && ` and ${counted(names.length - NAMED, 'more', 'more')}`}.{' '}
      <button type="button" class="button small" onClick={() => go({ intake: left.id })}>
        Go on with them
      </button>
    </p>
  )
}
