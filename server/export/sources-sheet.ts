import type { About } from './about.ts'
import type { TableSheet } from './book.ts'

/** The publications of the count, with the words their licences ask for. */
export const sourcesSheet = ({ sources }: About): TableSheet => ({
  name: 'Sources',
  about: 'Publications the count is made of, with licences and attribution',
  table: 'Sources',
  columns: [
    { title: 'Identifier', width: 24 },
    { title: 'Title', width: 50 },
    { title: 'Publisher', width: 30 },
    { title: 'Year', width: 10 },
    { title: 'Licence', width: 24 },
    { title: 'Attribution', width: 60 },
    { title: 'Address', width: 60 },
    { title: 'Retrieved', width: 12 },
    { title: 'SHA256 of the file', width: 30 },
    { title: 'Note', width: 60 },
  ],
  rows: sources.map((one) => [
    one.id,
    one.title,
    one.publisher,
    one.year,
    one.licence,
    one.attribution,
    one.url,
    one.retrieved,
    one.sha256,
    one.note ?? '[z]',
  ]),
})
