import type { ControlReply } from '../api/contract.ts'
import type { TableSheet } from './book.ts'

/** The share of all rows together under each definition there is. */
export const definitionsSheet = ({ definitions }: Pick<ControlReply, 'definitions'>): TableSheet => ({
  name: 'Definitions',
  about: 'The places together under each definition of local control',
  table: 'Definitions',
  columns: [
    { title: 'Definition', width: 30 },
    { title: 'Identifier', width: 18 },
    { title: 'Classes counted as local', width: 18 },
    { title: 'Under local control £', width: 22, format: '£#,##0;-£#,##0' },
    { title: 'All spending £', width: 22, format: '£#,##0;-£#,##0' },
    { title: 'Share under local control', width: 16, format: '0.0%' },
    { title: 'Meaning', width: 80 },
  ],
  rows: definitions.map(({ id, name, classes, numerator, denominator, share, meaning }, index) => [
    name,
    id,
    classes.join(', '),
    numerator,
    denominator,
    share === null ? '[x]' : { formula: `D${index + 2}/E${index + 2}`, value: share },
    meaning,
  ]),
})
