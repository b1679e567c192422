import { computed, effect, signal } from '@preact/signals'
import { START, type View } from './state.ts'
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

const { scenario, version, preset, against, counted } = START
const NO_SCENARIO = { scenario, version, preset, against, counted }
const NO_INTAKE = { intake: START.intake, step: START.step }

/** What was on the workbench when it was left, to be found there again. */
let bench: Partial<View> = NO_SCENARIO
/** The files one was at. */
let desk: Partial<View> = NO_INTAKE

/**
 * An entry is pointed at, and a scenario or files named, only on the page that has it; the reader's name of
 * places goes with its places.
 */
const settledOn = (next: View): View => {
  const renamed = next.placesNamed !== view.peek().placesNamed
  const moved = next.places.join() !== view.peek().places.join()
  const placesNamed = (moved && !renamed) || next.places.length < 2 ? '' : next.placesNamed
  return {
    ...next,
    placesNamed,
    ...(next.page === 'data' ? {} : { at: null }),
    ...(next.page === 'scenario' ? {} : NO_SCENARIO),
    ...(next.page === 'import' ? {} : NO_INTAKE),
  }
}

/** The way back to the workbench as it was left. */
export const toBench = (): Partial<View> => ({ page: 'scenario', lines: null, at: null, ...bench })

/** The way back to one's own files as they were left. */
export const toDesk = (): Partial<View> => ({ page: 'import', lines: null, at: null, ...desk })

function leave(from: View) {
  const { scenario, version, preset, against, counted } = from
  if (from.page === 'scenario') bench = { scenario, version, preset, against, counted }
  if (from.page === 'import') desk = { intake: from.intake, step: from.step }
}

/** Changes the view; `quietly` keeps the step out of the browser's history (typing, sorting). */
export function go(patch: Partial<View>, quietly = false) {
  const next = settledOn({ ...view.value, ...patch })
  if (write(next) === write(view.value)) return
  const to = address(next)
  if (quietly) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  linkFaults.value = []
  leave(view.value)
  view.value = next
}

addEventListener('popstate', () => {
  const back = read(location.search)
  leave(view.value)
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
