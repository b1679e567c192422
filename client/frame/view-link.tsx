import type { ComponentChildren } from 'preact'
import type { View } from '../state/state.ts'
import { go, href } from '../state/store.ts'

interface Props {
  to: Partial<View>
  class?: string
  label?: string
  children: ComponentChildren
}

/** A link to the view with something changed. */
export function ViewLink({ to, class: look, label, children }: Props) {
  return (
    <a
      href={href(to)}
      class={look}
      aria-label={label}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}
