import type { ComponentChildren } from 'preact'
import type { Asked } from './explanation.ts'
import { opened } from './open.ts'

interface Props {
  opens: Asked
  /** What the figure is of, for a reader who hears it alone. */
  about: string
  negative?: boolean
  class?: string
  children: ComponentChildren
}

/** A figure of a result that opens its formula with its own numbers in it. */
export function Figure({ opens, about, negative, class: more = '', children }: Props) {
  return (
    <button
      type="button"
      class={`door figure${negative ? ' negative' : ''} ${more}`}
      title="How it is worked out"
      aria-haspopup="dialog"
      onClick={() => {
        opened.value = opens
      }}
    >
      {children}
      <span class="hidden">: {about}, how it is worked out</span>
    </button>
  )
}
