import type { ControlReply, SpendReply, TableReply } from '../api/contract.ts'
import type { About } from './about.ts'
import type { Book } from './book.ts'
import { COVER, coverSheet, linesOf } from './cover-sheet.ts'
import { dataSheet } from './data-sheet.ts'
import { definitionsSheet } from './definitions-sheet.ts'
import { missingSheet } from './missing-sheet.ts'
import { notesSheet } from './notes-sheet.ts'
import { reconciliationSheet } from './reconciliation-sheet.ts'
import { sourcesSheet } from './sources-sheet.ts'

/** A reply as a workbook: cover, data, what reconciles and defines it, what it lacks, sources, notes. */
export function bookOf(reply: TableReply, about: About): Book {
  const { control } = reply as Partial<SpendReply>
  const sheets = [
    dataSheet(reply),
    ...(control ? [reconciliationSheet(control)] : []),
    ...('definitions' in reply ? [definitionsSheet(reply as ControlReply)] : []),
    ...(about.missing.length + about.ownReturns.length > 0 ? [missingSheet(about)] : []),
    sourcesSheet(about),
    notesSheet(reply, about),
  ]
  const lines = linesOf(reply, about)
  return {
    title: about.title,
    subject: `Count ${about.count.id} ${about.count.hash}`,
    made: about.count.compiled,
    sheets: [coverSheet(lines, about, sheets), ...sheets],
    names: lines.flatMap(({ name }, row) => (name ? [[name, `${COVER}!$B$${row + 2}`] as const] : [])),
  }
}
