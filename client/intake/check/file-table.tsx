import { counted, exactPence, integer } from '../../format.ts'
import { Heads, number } from '../../frame/heads.tsx'
import { Scroll } from '../../frame/scroll.tsx'
import type { ReportReply } from '../state/server.ts'
import { passedOver } from './sums.ts'

/** The same sum for each file, and for each sheet of a workbook. */
export function FileTable({ report }: { report: ReportReply }) {
  if (report.files.length < 2 && !report.files.some(({ across }) => across)) return null
  return (
    <section class="card part" aria-labelledby="by-file">
      <h3 id="by-file">File by file</h3>
      <Scroll label="File by file">
        <table class="plain stacks">
          <Heads
            of={[
              'File',
              number('Rows'),
              number('Accepted'),
              number('Rejected'),
              number('Not data'),
              number('Pounds in'),
              number('Accepted'),
              number('Rejected'),
            ]}
          />
          <tbody>
            {report.files.map((file) => (
              <tr key={`${file.name}/${file.sheet}`}>
                <th scope="row">
                  {file.name}
                  {file.sheet !== null && <small>sheet {file.sheet}</small>}
                  {file.across && (
                    <small>
                      {counted(file.across.rows, 'row')} by {counted(file.across.columns, 'column')} of
                      amounts, {counted(file.across.blank, 'blank cell')}
                    </small>
                  )}
                </th>
                <td class="number" data-head="Rows">
                  {integer(file.rows)}
                </td>
                <td class="number" data-head="Accepted">
                  {integer(file.accepted)}
                </td>
                <td class="number" data-head="Rejected">
                  {integer(file.rejected)}
                </td>
                <td class="number" data-head="Not data">
                  {integer(passedOver(file))}
                </td>
                <td class="number" data-head="Pounds in">
                  {exactPence(file.penceIn)}
                </td>
                <td class="number" data-head="Pounds accepted">
                  {exactPence(file.penceAccepted)}
                </td>
                <td class="number" data-head="Pounds rejected">
                  {exactPence(file.penceRejected)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
