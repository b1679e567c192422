import { ownInWords, returnsNotMade } from '../count/returns-not-made.ts'
import type { About } from './about.ts'
import type { TableSheet } from './book.ts'

/** Returns that were not made and would be in the figures. */
export const missingSheet = ({ missing, ownReturns }: About): TableSheet => ({
  name: 'Missing',
  about: [
    `What the figures lack: ${returnsNotMade(missing)} returns not made, a row for each place`,
    ...(ownReturns.length > 0 ? [ownInWords(ownReturns)] : []),
  ].join('; '),
  table: 'Missing',
  columns: [
    { title: 'Place', width: 30 },
    { title: 'GSS code', width: 12 },
    { title: 'Year', width: 10 },
    { title: 'Agency', width: 40 },
    { title: 'Return', width: 12 },
    { title: 'Why', width: 60 },
    { title: 'Source', width: 26 },
    { title: 'Budget could stand in', width: 14 },
    { title: 'Own figures are counted', width: 14 },
  ],
  rows: [...missing, ...ownReturns].map((one) => [
    one.place_name,
    one.place,
    one.year,
    one.agency_name,
    one.what,
    one.why,
    one.source,
    one.budget ? 'yes' : 'no',
    one.own ? 'yes' : 'no',
  ]),
})
