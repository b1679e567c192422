import type { Draft } from '../state/draft.ts'

/** Hands the document over as a file that can be imported again. */
export function exportDocument(draft: Draft) {
  const name =
    (draft.name || 'scenario')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'scenario'
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(draft, null, 2)}\n`], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
