import { signal } from '@preact/signals'
import { go } from '../../state/store.ts'
import type { Mend } from '../check/rule-words.ts'

/** The part of the form a finding leads to, until it is shown. */
export const mendAt = signal<Mend | null>(null)

/** Leads to the part of step 2 where a finding can be mended. */
export function mend(at: Mend) {
  mendAt.value = at
  go({ step: 'map' })
}

/** Brings a part of the form in view and gives it the focus. */
export function focusMend(id = `mend-${mendAt.peek()}`) {
  const heading = document.getElementById(id)
  if (!heading) return
  mendAt.value = null
  heading.closest('details')?.setAttribute('open', '')
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'start' })
}
