/** A value, what it was before each step, and the steps taken back. */
export interface History<T> {
  readonly now: T
  readonly past: readonly Step<T>[]
  readonly future: readonly Step<T>[]
  /** The kind of step that the next of its kind joins: a drag is one step. */
  readonly open: string | null
}

interface Step<T> {
  readonly value: T
  readonly label: string
}

const MOST_STEPS = 200

export const begin = <T>(now: T): History<T> => ({ now, past: [], future: [], open: null })

/** Takes a step; steps of one `kind` in a row are one, until it is closed. */
export function step<T>(history: History<T>, now: T, label: string, kind: string | null = null): History<T> {
  if (now === history.now) return history
  if (kind !== null && kind === history.open && history.past.length > 0)
    return { ...history, now, future: [] }
  const past = [...history.past, { value: history.now, label }].slice(-MOST_STEPS)
  return { now, past, future: [], open: kind }
}

export const close = <T>(history: History<T>): History<T> =>
  history.open === null ? history : { ...history, open: null }

export function back<T>(history: History<T>): History<T> {
  const last = history.past.at(-1)
  if (!last) return history
  const undone = { value: history.now, label: last.label }
  return { now: last.value, past: history.past.slice(0, -1), future: [undone, ...history.future], open: null }
}

export function forth<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (!next) return history
  const done = { value: history.now, label: next.label }
  return { now: next.value, past: [...history.past, done], future, open: null }
}
