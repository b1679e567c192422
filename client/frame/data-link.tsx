import type { ComponentChildren } from 'preact'
import { entryId } from '../data/entry-id.ts'
import { go, href } from '../state/store.ts'

interface Props {
  kind: string
  id?: string
  children: ComponentChildren
  class?: string
}

/** A link to the entry of the Data and method page that governs a figure. */
export function DataLink({ kind, id, children, class: look }: Props) {
  const patch = { page: 'data', at: entryId(kind, id), lines: null } as const
  return (
    <a
      href={href(patch)}
      class={look}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go(patch)
      }}
    >
      {children}
    </a>
  )
}
