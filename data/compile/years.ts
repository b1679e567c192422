import { listed, model } from './model.ts'

/** A year of the count and the publications it comes from; an empty name is a publication that year lacks. */
export interface YearSources {
  readonly year: string
  /** full, or recorded where only the returns of councils, police and fire are there. */
  readonly coverage: 'full' | 'recorded'
  readonly revenue: string
  readonly budget: string
  readonly capital: string
  readonly services: string
  readonly note: string
}

/** Years of data/model/years.csv, earliest first. */
export const YEARS: readonly YearSources[] = model<keyof YearSources>('years').map((row) => ({
  ...row,
  coverage: row.coverage as YearSources['coverage'],
}))

/** Rows of a model table that stand in a year: those whose span of years holds it. */
export const standing = <Row extends { from: string; to: string }>(
  rows: readonly Row[],
  year: string,
): Row[] => rows.filter(({ from, to }) => (from === '' || from <= year) && (to === '' || year <= to))

export const lineLabels = (lines: string, labels: string) =>
  listed(lines).map((line, at) => ({ line, label: listed(labels)[at]! }))
