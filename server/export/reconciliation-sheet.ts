import type { SpendReply } from '../api/contract.ts'
import type { TableSheet } from './book.ts'

/** From what is published to what is compiled, a line a reason; the totals row is what is compiled. */
export function reconciliationSheet(control: NonNullable<SpendReply['control']>): TableSheet {
  const { published, compiled, difference, bridge, covers, source } = control
  const rest = difference - bridge.reduce((sum, { amount }) => sum + amount, 0)
  return {
    name: 'Reconciliation',
    about: 'From the published total to this one, reason by reason',
    table: 'Bridge',
    columns: [
      { title: 'Step', width: 50, total: { label: 'Compiled here' } },
      { title: 'Amount £', width: 22, format: '£#,##0;-£#,##0', total: { sum: compiled } },
      { title: 'Source', width: 30 },
      { title: 'Reason', width: 80 },
    ],
    rows: [
      [`Published: ${covers}`, published, source, 'The published figure'],
      ...bridge.map(({ label, amount, source, reason }) => [label, amount, source, reason]),
      ...(rest === 0
        ? []
        : [['Not explained', rest, '[z]', 'Nobody has explained this part of the difference']]),
    ],
  }
}
