import type { Column, TableReply } from '../api/contract.ts'
import type { About } from './about.ts'
import { markOf, SHORTHAND } from './marks.ts'
import { titleOf } from './titles.ts'

const columnOf = (column: Column) => ({
  name: column.name,
  titles: [column.name, titleOf(column)],
  datatype: column.type,
  null: [markOf(column.name)],
  ...(column.description ? { 'dc:description': column.description } : {}),
  ...(column.unit ? { 'schema:unitText': column.unit } : {}),
})

/** Metadata of the CSV of a reply, as CSV on the Web has it (https://www.w3.org/TR/tabular-metadata/). */
export const csvwOf = ({ columns }: TableReply, about: About): object => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  url: about.csv,
  'dc:title': about.title,
  'dc:identifier': about.count.hash,
  'dc:isPartOf': `${about.count.title} (${about.count.id})`,
  'dc:issued': { '@value': about.count.compiled, '@type': 'date' },
  'dc:creator': `Total Place ${about.software}`,
  'dc:source': about.sources.map((source) => ({
    'dc:title': source.title,
    'dc:publisher': source.publisher,
    'dc:license': source.licence,
    'dc:rights': source.attribution,
    'schema:url': source.url,
  })),
  'dc:extent': `${about.rows} rows`,
  notes: [
    ...about.facts.map(([label, value]) => `${label}: ${value}`),
    ...SHORTHAND.map(([mark, meaning]) => `${mark}: ${meaning}`),
    ...about.missing.map((one) => `Missing: ${one.agency_name}, ${one.what}, ${one.year}: ${one.why}`),
    ...about.ownReturns.map(
      (one) =>
        `Own figures are counted for a return not made: ${one.agency_name}, ${one.what}, ${one.year}, in ${one.place_name}: ${one.why}`,
    ),
  ].map((text) => ({ 'schema:text': text })),
  dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
  tableSchema: { columns: columns.map(columnOf) },
})
