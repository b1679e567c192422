import { counted, exactPence, integer } from '../../format.ts'
import { list } from '../../words.ts'
import type { ReportReply } from '../state/server.ts'

const PASSED: Record<keyof ReportReply['rows']['passed'], [string, string]> = {
  title: ['title', 'titles'],
  header: ['header', 'headers'],
  blank: ['blank', 'blank'],
  note: ['note', 'notes'],
}

/** Rows that are not data, of all kinds. */
export const passedOver = ({ passed }: Pick<ReportReply['rows'], 'passed'>) =>
  Object.values(passed).reduce((sum, rows) => sum + rows, 0)

/** The kinds of rows that are not data: 2 titles, 1 header and 3 blank. */
export const passedInWords = ({ passed }: Pick<ReportReply['rows'], 'passed'>) =>
  list(
    (Object.entries(PASSED) as [keyof typeof PASSED, [string, string]][])
      .filter(([kind]) => passed[kind] > 0)
      .map(([kind, [one, many]]) => `${integer(passed[kind])} ${passed[kind] === 1 ? one : many}`),
  )

/** Rows rejected for a fault, and their pence: totals of other rows are left out for none. */
export const rejected = ({ rows, pence }: Pick<ReportReply, 'rows' | 'pence'>) => ({
  rows: rows.rejected - rows.totals,
  pence: String(BigInt(pence.rejected) - BigInt(pence.totals)),
})

/** What became of the files, in one or two sentences with the figures in them. */
export function checkInWords({ rows, pence }: Pick<ReportReply, 'rows' | 'pence'>): string {
  if (rows.data === 0) return 'There is no row of data in these files.'
  const wrong = rejected({ rows, pence })
  const total =
    rows.totals > 0
      ? ` ${counted(rows.totals, 'row')} ${rows.totals === 1 ? 'is a total' : 'are totals'} of others and left out.`
      : ''
  if (wrong.rows === 0)
    return `Every row is accepted: ${counted(rows.accepted, 'row')}, ${exactPence(pence.accepted)}.${total}`
  if (rows.accepted === 0)
    return `No row is accepted: ${wrong.rows === 1 ? 'the one row' : `all ${counted(wrong.rows, 'row')}`}, ${exactPence(wrong.pence)}, ${wrong.rows === 1 ? 'is' : 'are'} rejected. What was found says why.${total}`
  const whole = String(BigInt(pence.accepted) + BigInt(wrong.pence))
  return `${counted(rows.accepted, 'row')} of ${integer(rows.data - rows.totals)} ${rows.accepted === 1 ? 'is' : 'are'} accepted, ${exactPence(pence.accepted)} of ${exactPence(whole)}. ${counted(wrong.rows, 'row')} ${wrong.rows === 1 ? 'is' : 'are'} rejected, ${exactPence(wrong.pence)}.${total}`
}

/** Whether rows and pence add up, as the receipt says they do; the page says so rather than assume it. */
export function addsUp({ rows, pence, files }: ReportReply): boolean {
  const sum = (of: (file: ReportReply['files'][number]) => string) =>
    files.reduce((all, file) => all + BigInt(of(file)), 0n)
  return (
    rows.in === rows.accepted + rows.rejected + passedOver(rows) &&
    BigInt(pence.in) === BigInt(pence.accepted) + BigInt(pence.rejected) &&
    BigInt(pence.in) === sum(({ penceIn }) => penceIn) &&
    BigInt(pence.accepted) === sum(({ penceAccepted }) => penceAccepted)
  )
}
