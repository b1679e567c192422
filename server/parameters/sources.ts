import { table } from '../tables.ts'

export interface ParameterSource {
  id: string
  title: string
  publisher: string
  date: string
  address: string
  /** What of it was read, and what was not. */
  read: string
}

/** The publications behind the tables of parameters. */
export const loadParameterSources = (): ParameterSource[] =>
  table('parameter-sources').map((row) => ({
    id: row.source!,
    title: row.title!,
    publisher: row.publisher!,
    date: row.date!,
    address: row.address!,
    read: row.read!,
  }))
