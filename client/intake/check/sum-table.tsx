import { counted, exactPence, integer } from '../../format.ts'
import { Heads, hidden, number } from '../../frame/heads.tsx'
import type { ReportReply } from '../state/server.ts'
import { addsUp, passedInWords, passedOver, rejected } from './sums.ts'

/** Rows and pounds as a sum that adds up to the penny: accepted and rejected and not data are what came in. */
export function SumTable({ report }: { report: ReportReply }) {
  const { rows, pence } = report
  const over = passedOver(rows)
  return (
    <table class="plain sum-table">
      <caption class="hidden">What came in, and what became of it</caption>
      <Heads of={[hidden('Part'), number('Rows'), number('Pounds')]} />
      <tbody>
        <tr>
          <th scope="row">Accepted</th>
          <td class="number">{integer(rows.accepted)}</td>
          <td class="number">{exactPence(pence.accepted)}</td>
        </tr>
        <tr>
          <th scope="row">
            Rejected
            {rows.unread > 0 && (
              <small>
                of these, {counted(rows.unread, 'row')} without an amount that can be read: no pounds are
                counted for
                {rows.unread === 1 ? ' it' : ' them'}
              </small>
            )}
          </th>
          <td class="number">{integer(rejected(report).rows)}</td>
          <td class="number">{exactPence(rejected(report).pence)}</td>
        </tr>
        {rows.totals > 0 && (
          <tr>
            <th scope="row">
              Totals of other rows
              <small>left out, and compared with the rows they are totals of</small>
            </th>
            <td class="number">{integer(rows.totals)}</td>
            <td class="number">{exactPence(pence.totals)}</td>
          </tr>
        )}
        <tr>
          <th scope="row">
            Not data
            {over > 0 && <small>{passedInWords(rows)}</small>}
            {report.files.map(
              ({ name, sheet, across }) =>
                across && (
                  <small key={`${name}/${sheet}`}>
                    {sheet ?? name}: {counted(across.rows, 'row')} by {counted(across.columns, 'column')} of
                    amounts, each figure counted as a row
                  </small>
                ),
            )}
          </th>
          <td class="number">{integer(over)}</td>
          <td class="number note">none</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">In the files</th>
          <td class="number">{integer(rows.in)}</td>
          <td class="number">{exactPence(pence.in)}</td>
        </tr>
        <tr class="verdict">
          <td colSpan={3}>
            {addsUp(report)
              ? 'Rows and pounds add up: nothing is lost.'
              : 'Rows or pounds do not add up: the report is at fault, and these files should not be published.'}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
