/** One thing wrong with a document: where, as keys and positions joined by dots, and what. */
export interface Fault {
  where: string
  message: string
  value?: unknown
}

export type Path = readonly (string | number)[]

export type Report = (path: Path, message: string, value?: unknown) => void

const shown = (value: unknown) =>
  typeof value === 'string' ? value.slice(0, 100) : typeof value === 'number' || typeof value === 'boolean'

/** A fault with its value only where that is short and plain. */
export const fault = (path: Path, message: string, value?: unknown): Fault => ({
  where: path.join('.'),
  message,
  ...(shown(value) === false || value === undefined
    ? {}
    : { value: typeof value === 'string' ? value.slice(0, 100) : value }),
})

/** How far shares may miss one, for thirds and printed percentages; they are scaled to add up. */
export const SHARE_ALLOWANCE = 0.0011
