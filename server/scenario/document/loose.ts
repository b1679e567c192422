/** Reads a document that may be broken anywhere, so that checks across its parts can go on all the same. */
export type Loose = Record<string, unknown>

export const object = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The objects of a list with the place of each in it. */
export const items = (value: unknown): { at: number; item: Loose }[] =>
  list(value).map((entry, at) => ({ at, item: object(entry) }))

export const number = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export const sum = (values: readonly unknown[]): number => values.reduce<number>((a, b) => a + number(b), 0)
