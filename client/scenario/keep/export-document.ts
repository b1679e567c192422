import type { Draft } from '../state/draft.ts'
import { handOver } from '../take/hand-over.ts'

/** Hands the document over as a file that can be imported again. */
export function exportDocument(draft: Draft) {
  const name =
    (draft.name || 'scenario')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'scenario'
  handOver(`${name}.json`, new Blob([`${JSON.stringify(draft, null, 2)}\n`], { type: 'application/json' }))
}
