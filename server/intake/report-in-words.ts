import { columnsInWords } from './columns-in-words.ts'
import { inPounds, type Report } from './report.ts'
import type { State } from './store.ts'

const count = (rows: number, word: string) =>
  `${rows.toLocaleString('en-GB')} ${word}${rows === 1 ? '' : 's'}`

/** What was read and what became of it, for a terminal. */
export function inWords({ files, proposal, mapping }: State, report: Report): string {
  const { rows, pence } = report
  const passed = Object.values(rows.passed).reduce((sum, each) => sum + each, 0)
  const lines = [
    ...files.map(
      ({ name, sha256, reading }) =>
        `${name}: ${reading.type.toUpperCase()}${reading.encoding ? `, ${reading.encoding}` : ''}, SHA-256 ${sha256}`,
    ),
    '',
    'Columns',
    ...columnsInWords(proposal!.columns, mapping ?? proposal!.mapping),
    ...proposal!.notes.map((note) => `  ${note}`),
    '',
    `Rows    ${count(rows.in, 'row')} in = ${rows.accepted.toLocaleString('en-GB')} accepted + ${rows.rejected.toLocaleString('en-GB')} rejected + ${passed.toLocaleString('en-GB')} not data`,
    `        (${rows.passed.title} titles, ${rows.passed.header} headers, ${rows.passed.blank} blank, ${rows.passed.note} notes; ${count(rows.unread, 'row')} without an amount that can be read)`,
    ...report.files.flatMap(({ name, across }) =>
      across
        ? [
            `        (${name}: ${count(across.rows, 'row')} × ${across.columns} columns of amounts = ${count(across.rows * across.columns, 'figure')}, each counted as a row, ${across.blank.toLocaleString('en-GB')} of them blank)`,
          ]
        : [],
    ),
    `Pounds  ${inPounds(pence.in)} in = ${inPounds(pence.accepted)} accepted + ${inPounds(pence.rejected)} rejected`,
  ]
  if (rows.totals > 0)
    lines.push(
      `        (of those rejected, ${inPounds(pence.totals)} in ${count(rows.totals, 'row')} labelled as totals)`,
    )
  if (report.rules.length > 0) lines.push('', 'Found')
  for (const { severity, rule, findings, rows: met } of report.rules) {
    lines.push(`  ${severity} ${rule}: ${count(findings, 'finding')}, ${count(met, 'row')}`)
    const first = report.findings.find((one) => one.rule === rule && one.severity === severity)
    if (first)
      lines.push(
        `    ${first.file && first.row ? `${first.file} row ${first.row}${first.column ? `, ${first.column}` : ''}: ` : ''}${first.message}${first.repair ? ` ${first.repair}` : ''}`,
      )
  }
  return lines.join('\n')
}
