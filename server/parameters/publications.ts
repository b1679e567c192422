import { table } from '../tables.ts'

/** Titles of the publications that the tables of data/model are read from, with publisher and date, by id. */
export const loadPublications = (): ReadonlyMap<string, string> =>
  new Map(
    table('parameter-sources').map(({ source, title, publisher, date, read }) => [
      source!,
      `${publisher}, ${title}, ${date}. ${read}`,
    ]),
  )
