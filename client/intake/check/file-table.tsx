import { counted, exactPence, integer } from '../../format.ts'
import { Scroll } from '../../frame/scroll.tsx'
import { type Column, StackedTable } from '../../frame/stacked-table.tsx'
import type { ReportReply } from '../state/server.ts'
import { passedOver } from './sums.ts'

type File = ReportReply['files'][number]

const COLUMNS: readonly Column<File>[] = [
  {
    title: 'File',
    text: ({ name, sheet, across }) => (
      <>
        {name}
        {sheet !== null && <small>sheet {sheet}</small>}
        {across && (
          <small>
            {counted(across.rows, 'row')} by {counted(across.columns, 'column')} of amounts,{' '}
            {counted(across.blank, 'blank cell')}
          </small>
        )}
      </>
    ),
  },
  { title: 'Rows', number: true, text: ({ rows }) => integer(rows) },
  { title: 'Accepted', number: true, text: ({ accepted }) => integer(accepted) },
  { title: 'Rejected', number: true, text: ({ rejected }) => integer(rejected) },
  { title: 'Not data', number: true, text: (file) => integer(passedOver(file)) },
  { title: 'Pounds in', number: true, text: ({ penceIn }) => exactPence(penceIn) },
  {
    title: 'Accepted',
    number: true,
    stacked: 'Pounds accepted',
    text: ({ penceAccepted }) => exactPence(penceAccepted),
  },
  {
    title: 'Rejected',
    number: true,
    stacked: 'Pounds rejected',
    text: ({ penceRejected }) => exactPence(penceRejected),
  },
]

/** The same sum for each file, and for each sheet of a workbook. */
export function FileTable({ report }: { report: ReportReply }) {
  if (report.files.length < 2 && !report.files.some(({ across }) => across)) return null
  return (
    <section class="card part" aria-labelledby="by-file">
      <h3 id="by-file">File by file</h3>
      <Scroll label="File by file">
        <StackedTable columns={COLUMNS} rows={report.files} keyOf={({ name, sheet }) => `${name}/${sheet}`} />
      </Scroll>
    </section>
  )
}
