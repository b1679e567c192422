import type { TableReply } from '../api/contract.ts'
import type { About } from './about.ts'
import type { TableSheet } from './book.ts'
import { GRADES, SHORTHAND } from './marks.ts'
import { titleOf } from './titles.ts'

const NO_UNIT = '[z]'

/** What columns, classes, grades, scope and shorthand mean. */
export function notesSheet(
  { columns }: Pick<TableReply, 'columns'>,
  { classes, scopeTags }: About,
): TableSheet {
  return {
    name: 'Notes',
    about: 'What columns, classes, grades and shorthand mean',
    table: 'Notes',
    columns: [
      { title: 'About', width: 14 },
      { title: 'Term', width: 40 },
      { title: 'Name in CSV and API', width: 22 },
      { title: 'Unit', width: 14 },
      { title: 'Meaning', width: 90 },
    ],
    rows: [
      ...columns.map((one) => [
        'Column',
        titleOf(one),
        one.name,
        one.unit ?? NO_UNIT,
        one.description ?? NO_UNIT,
      ]),
      ...classes.map((one) => ['Class', `${one.class} ${one.name}`, String(one.class), NO_UNIT, one.meaning]),
      ...GRADES.map(([grade, meaning]) => ['Grade', grade, grade, NO_UNIT, meaning]),
      ...scopeTags.map((one) => ['Scope', one.name, one.tag, NO_UNIT, one.meaning]),
      ...SHORTHAND.map(([mark, meaning]) => ['Shorthand', mark, NO_UNIT, NO_UNIT, meaning]),
    ],
  }
}
