import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { ApiError, whenBack } from '../api.ts'

export interface Resource<T> {
  /** The last answer, kept while a newer question is out. */
  readonly answer: ReadonlySignal<T | null>
  readonly busy: ReadonlySignal<boolean>
  readonly fault: ReadonlySignal<ApiError | null>
  retry(): void
}

const served = signal(0)

/** Another count is served: every question on screen is asked anew. */
export function askAllAnew() {
  served.value += 1
}

/** Asks whenever the question changes; a newer question stops the older, whose reply is never shown. */
export function resource<Q, T>(
  question: ReadonlySignal<Q | null>,
  ask: (question: Q, stop: AbortSignal) => Promise<T>,
): Resource<T> {
  const answer = signal<T | null>(null)
  const busy = signal(false)
  const fault = signal<ApiError | null>(null)
  const again = signal(0)

  effect(() => {
    const asked = question.value
    again.value
    served.value
    if (asked === null) return
    const stopper = new AbortController()
    const stop = stopper.signal
    busy.value = true
    ask(asked, stop).then(
      (value) => {
        if (stop.aborted) return
        answer.value = value
        fault.value = null
        busy.value = false
      },
      (error: unknown) => {
        if (stop.aborted) return
        busy.value = false
        fault.value =
          error instanceof ApiError ? error : new ApiError('problem', 'The answer could not be read.')
        if (fault.value.kind === 'away') whenBack(stop).then(() => !stop.aborted && retry())
      },
    )
    return () => stopper.abort()
  })

  const retry = () => {
    again.value += 1
  }
  return { answer, busy, fault, retry }
}
