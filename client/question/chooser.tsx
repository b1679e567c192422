import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Props {
  label: string
  word: string
  icon?: boolean
  look?: 'word' | 'button'
  children: (close: () => void) => ComponentChildren
}

const EDGE = 16

/** Moves a panel that would reach past the window back inside it, before anything in it takes the focus. */
function keepInside(panel: HTMLElement | null) {
  if (!panel) return
  const { left, right } = panel.getBoundingClientRect()
  const beyond = Math.max(0, right - (document.documentElement.clientWidth - EDGE))
  const by = left - beyond < EDGE ? EDGE - left : -beyond
  if (by >= 0 && left >= 0) return
  panel.style.left = `${panel.offsetLeft + by}px`
  panel.style.right = 'auto'
}

/** A word of the question that opens a small panel; Escape or a press elsewhere closes it. */
export function Chooser({ label, word, icon, look = 'word', children }: Props) {
  const open = useSignal(false)
  const root = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  const close = () => {
    open.value = false
    button.current?.focus()
  }

  useEffect(() => {
    if (!open.value) return
    const elsewhere = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) open.value = false
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [open.value])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever the focus is inside
    <span
      class="chooser"
      ref={root}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open.value) {
          event.stopPropagation()
          close()
        }
      }}
    >
      <button
        type="button"
        class={`${look}${icon ? ' with-icon' : ''}`}
        ref={button}
        aria-expanded={open.value}
        aria-haspopup="dialog"
        aria-label={look === 'word' ? `${label}: ${word}` : label}
        onClick={() => {
          open.value = !open.value
        }}
      >
        {word}
      </button>
      {open.value && (
        <div class="chooser-panel" role="dialog" aria-label={label} ref={keepInside}>
          {children(close)}
        </div>
      )}
    </span>
  )
}
