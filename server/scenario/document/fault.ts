import type { z } from 'zod'

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

/** Faults of form that one issue stands for: each key that does not belong, the nearest form of a union. */
export function faultsOfForm(issue: z.core.$ZodIssue, document: unknown): Fault[] {
  const path = issue.path as (string | number)[]
  const value = at(document, path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault([...path, key], 'does not belong here'))
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [fault(path, issue.message, value)]
  const forms = issue.errors.map((form) => form.flatMap((each) => faultsOfForm(each, value)))
  const nearest = forms.sort((a, b) => a.length - b.length)[0]!
  return nearest.map(({ where, ...rest }) => ({
    where: [path.join('.'), where].filter((part) => part !== '').join('.'),
    ...rest,
  }))
}

function at(document: unknown, path: readonly (string | number)[]): unknown {
  let value = document
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

/** How far shares may miss one, for thirds and printed percentages; they are scaled to add up. */
export const SHARE_ALLOWANCE = 0.0011
