import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface Props {
  title: string
  close: () => void
  wide?: boolean
  children: ComponentChildren
}

/** A question or a list in front of the workbench; Escape closes it and the focus goes back to what opened it. */
export function Dialog({ title, close, wide, children }: Props) {
  const own = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const from = document.activeElement as HTMLElement | null
    element.current!.showModal()
    return () => from?.focus()
  }, [])
  return (
    <dialog class={`bench-dialog${wide ? ' wide' : ''}`} ref={element} aria-labelledby={own} onClose={close}>
      <header>
        <h2 id={own}>{title}</h2>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </header>
      <div class="bench-dialog-body">{children}</div>
    </dialog>
  )
}
