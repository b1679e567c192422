import { computed, effect, signal } from '@preact/signals'
import type { EvaluateReply } from '../../../server/api/contract-scenarios.ts'
import { ApiError, address, type Fault, post, whenBack } from '../../api.ts'
import { scenarioDocument } from './document.ts'
import type { Draft } from './draft.ts'
import { faultInWords } from './fault-words.ts'

const WAIT_MS = 60

interface Found {
  /** The document it is of. */
  of: Draft | null
  reply: EvaluateReply | null
}

const found = signal<Found>({ of: null, reply: null })
const wrong = signal<readonly Fault[]>([])
const failure = signal<ApiError | null>(null)
const again = signal(0)

/** The last result worked out of the document on screen, or of an earlier state of it. */
export const result = computed(() => found.value.reply)
/** Whether the result is of an earlier state of the document. */
export const stale = computed(() => found.value.reply !== null && found.value.of !== scenarioDocument.value)
/** What keeps the document from being worked out; `where` is keys and positions joined by dots. */
export const faults = computed(() => wrong.value)
/** The server did not answer, or not as it should. */
export const failed = computed(() => failure.value)

export const retry = () => {
  again.value += 1
}

export const evaluate = (document: unknown, stop?: AbortSignal) =>
  post<EvaluateReply>(address('/scenarios/evaluate'), document, stop)

effect(() => {
  const document = scenarioDocument.value
  again.value
  if (!document) {
    found.value = { of: null, reply: null }
    wrong.value = []
    failure.value = null
    return
  }
  const stopper = new AbortController()
  const { signal: stop } = stopper
  const timer = setTimeout(() => work(document, stop), WAIT_MS)
  return () => {
    clearTimeout(timer)
    stopper.abort()
  }
})

async function work(document: Draft, stop: AbortSignal) {
  try {
    const reply = await evaluate(document, stop)
    if (stop.aborted) return
    found.value = { of: document, reply }
    wrong.value = []
    failure.value = null
  } catch (error) {
    if (stop.aborted) return
    const problem =
      error instanceof ApiError ? error : new ApiError('problem', 'The result could not be read.')
    const isDocument = problem.status === 422
    wrong.value = isDocument ? problem.errors.map((fault) => faultInWords(fault, document)) : []
    failure.value = isDocument ? null : problem
    if (problem.kind === 'away') whenBack(stop).then(() => !stop.aborted && retry())
  }
}
