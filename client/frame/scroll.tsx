import type { ComponentChildren } from 'preact'

/** A region that scrolls on its own, reachable by keyboard. */
export function Scroll({
  label,
  class: more = '',
  children,
}: {
  label: string
  class?: string
  children: ComponentChildren
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take focus to be scrolled by keys
    <section class={`scroll ${more}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
