import type { ComponentChildren } from 'preact'
import { view } from '../state/store.ts'
import { entryId } from './entry-id.ts'

/** One entry of a list of the page, which a figure may point at. */
export function Entry({ kind, id, children }: { kind: string; id: string; children: ComponentChildren }) {
  const own = entryId(kind, id)
  return (
    <li id={own} class={view.value.at === own ? 'pointed' : undefined}>
      <span>{children}</span>
    </li>
  )
}
