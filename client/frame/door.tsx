import type { ComponentChildren } from 'preact'
import type { LinesOf } from '../state/state.ts'
import { go } from '../state/store.ts'

interface Props {
  opens: Omit<LinesOf, 'place'> & { place?: string | null }
  /** What the figure is of, for a reader who hears it alone. */
  about: string
  negative?: boolean
  tabIndex?: number
  children: ComponentChildren
}

/** A figure that opens how we know it: its lines, rules, sources and query. */
export function Door({ opens, about, negative, tabIndex, children }: Props) {
  const { kind, id, place = null } = opens
  return (
    <button
      type="button"
      class={`door figure${negative ? ' negative' : ''}`}
      title="How we know"
      {...(tabIndex === undefined ? {} : { tabIndex })}
      onClick={() => go({ lines: { kind, id, place } })}
    >
      {children}
      <span class="hidden">: {about}, how we know</span>
    </button>
  )
}
