import { useEffect } from 'preact/hooks'
import { view } from '../state/store.ts'

/** Brings the entry the address points at into view, opening whatever holds it. */
export function useShownEntry() {
  const { at } = view.value
  useEffect(() => {
    if (at === null) return
    let tries = 0
    const show = () => {
      const entry = document.getElementById(at)
      if (!entry) {
        // The decisions come a moment after the page.
        tries += 1
        if (tries < 20) timer = setTimeout(show, 100)
        return
      }
      for (let up = entry.closest('details'); up; up = up.parentElement?.closest('details') ?? null)
        up.open = true
      if (!entry.hasAttribute('tabindex')) entry.tabIndex = -1
      entry.scrollIntoView()
      entry.focus({ preventScroll: true })
    }
    let timer = setTimeout(show, 0)
    return () => clearTimeout(timer)
  }, [at])
  return at
}
