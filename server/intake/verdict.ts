import type { Severity } from './terms.ts'

/** What a text of the file stands for in the count, or why it stands for nothing. */
export interface Verdict {
  readonly value: string | null
  readonly severity?: Severity
  readonly rule?: string
  readonly message?: string
  readonly repair?: string
}

export const is = (value: string): Verdict => ({ value })

export const refused = (rule: string, message: string, repair: string): Verdict => ({
  value: null,
  severity: 'error',
  rule,
  message,
  repair,
})

export const told = (
  value: string,
  severity: 'warning' | 'note',
  rule: string,
  message: string,
  repair = '',
): Verdict => ({
  value,
  severity,
  rule,
  message,
  ...(repair ? { repair } : {}),
})
