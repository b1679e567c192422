import { computed } from '@preact/signals'
import type { EvaluateReply } from '../../../server/api/contract-scenarios.ts'
import { scenarioDocument } from '../state/document.ts'
import type { Draft } from '../state/draft.ts'
import { result, stale } from '../state/result.ts'

/** A result with the document it was worked out from. */
export interface Shown {
  reply: EvaluateReply
  document: Draft
}

let last: Shown | null = null

/** What is on screen: a document half way between two results is not paired with the older one. */
export const shown = computed((): Shown | null => {
  const reply = result.value
  const document = scenarioDocument.value
  if (!reply || !document) last = null
  else if (!stale.value && last?.reply !== reply) last = { reply, document }
  return last
})
