import { table } from '../tables.ts'

/** The publications that the tables of appraisal come from, as data/model names them. */
export const loadSources = () =>
  table('parameter-sources').map((row) => ({
    source: row.source!,
    title: row.title!,
    publisher: row.publisher!,
    date: row.date!,
    address: row.address!,
    read: row.read!,
  }))
