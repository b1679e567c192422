import type { Finding } from './terms.ts'

/** Something found: of the files as a whole, once, without a repair, but for what more is said. */
export const finding = (
  severity: Finding['severity'],
  rule: string,
  message: string,
  more: Partial<Finding> = {},
): Finding => ({
  severity,
  rule,
  file: null,
  sheet: null,
  row: null,
  column: null,
  value: null,
  message,
  repair: null,
  count: 1,
  ...more,
})
