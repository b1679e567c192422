import { computed, effect, signal } from '@preact/signals'
import type { EvaluateReply } from '../../../server/api/contract-scenarios.ts'
import { ApiError, address, type Fault, post, whenBack } from '../../api.ts'
import { scenarioDocument } from './document.ts'
import type { Draft } from './draft.ts'
import { faultsInWords } from './fault-words.ts'

const WAIT_MS = 50

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

let wanted: Draft | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let underWay = new AbortController()

/** Works out the newest document; an older one still under way is stopped. */
function fire() {
  timer = undefined
  underWay.abort()
  underWay = new AbortController()
  if (wanted) void work(wanted, underWay.signal)
}

effect(() => {
  wanted = scenarioDocument.value
  again.value
  if (!wanted) {
    clearTimeout(timer)
    timer = undefined
    underWay.abort()
    found.value = { of: null, reply: null }
    wrong.value = []
    failure.value = null
    return
  }
  // While something is dragged the result follows at this pace, and does not wait for a pause.
  timer ??= setTimeout(fire, WAIT_MS)
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
    wrong.value = isDocument ? faultsInWords(problem.errors, document) : []
    failure.value = isDocument ? null : problem
    if (problem.kind === 'away') whenBack(stop).then(() => !stop.aborted && retry())
  }
}
