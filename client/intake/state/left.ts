import { effect } from '@preact/signals'
import { part } from '../../state/store.ts'

const KEY = 'total-place:intake'
const id = part('intake')

/** The intake this browser had on the desk last; null where it keeps nothing. */
export function lastLeft(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

effect(() => {
  if (id.value === null) return
  try {
    localStorage.setItem(KEY, id.value)
  } catch {
    // A browser that keeps nothing: the link still leads back.
  }
})
