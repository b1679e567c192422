import { computed, effect, signal } from '@preact/signals'
import type { View } from './state.ts'
import { read, write } from './url.ts'

const first = read(location.search)

export const view = signal<View>(first.view)
export const linkFaults = signal<string[]>(first.faults)

/** One part of the view, changing only when that part does. */
export const part = <K extends keyof View>(key: K) => computed(() => view.value[key])

const address = (next: View) => {
  const query = write(next)
  return query === '' ? location.pathname : `${location.pathname}?${query}`
}

/** The address of the view with something changed: for real links. */
export const href = (patch: Partial<View>) => address(settledOn({ ...view.value, ...patch }))

/** An entry is pointed at only on the page that has it, and the reader's name of places goes with its places. */
const settledOn = (next: View): View => {
  const renamed = next.placesNamed !== view.peek().placesNamed
  const moved = next.places.join() !== view.peek().places.join()
  const placesNamed = (moved && !renamed) || next.places.length < 2 ? '' : next.placesNamed
  return { ...next, placesNamed, at: next.page === 'data' ? next.at : null }
}

/** Changes the view; `quietly` keeps the step out of the browser's history (typing, sorting). */
export function go(patch: Partial<View>, quietly = false) {
  const next = settledOn({ ...view.value, ...patch })
  if (write(next) === write(view.value)) return
  const to = address(next)
  if (quietly) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  linkFaults.value = []
  view.value = next
}

addEventListener('popstate', () => {
  const back = read(location.search)
  view.value = back.view
  linkFaults.value = back.faults
})

const page = part('page')
let shown = page.peek()
effect(() => {
  if (page.value === shown) return
  shown = page.value
  scrollTo(0, 0)
})
