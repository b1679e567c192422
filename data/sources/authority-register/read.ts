import { cell, columnsOf, type Sheet } from '../sheet.ts'

export interface RegisteredAuthority {
  readonly ecode: string
  readonly gss: string
  readonly former: readonly string[]
  readonly name: string
  readonly official: string
  readonly type: string
}

/** Register of authorities past and present: those of England that have a finance code (E-code). */
export function readRegister(sheet: Sheet): RegisteredAuthority[] {
  const at = columnsOf(sheet, 0, [
    'official-name',
    'nice-name',
    'gss-code',
    'former-gss-codes',
    'nation',
    'local-authority-type',
    'ecode',
  ])
  return sheet.rows
    .map((_, row) => ({
      ecode: cell(sheet, row, at.ecode),
      gss: cell(sheet, row, at['gss-code']),
      former: cell(sheet, row, at['former-gss-codes']).split(',').filter(Boolean),
      name: cell(sheet, row, at['nice-name']),
      official: cell(sheet, row, at['official-name']).replace(/\s+/g, ' '),
      type: cell(sheet, row, at['local-authority-type']),
      nation: cell(sheet, row, at.nation),
    }))
    .filter((authority) => authority.nation === 'England' && /^E\d{4}$/.test(authority.ecode))
}

/** A lookup of two code columns with the name of the first, as the ONS publishes them. */
export function readLookup(
  sheet: Sheet,
  from: string,
  to: string,
  named: string,
): Map<string, { to: string; name: string }> {
  const at = columnsOf(sheet, 0, [from, to, named])
  const pairs = sheet.rows
    .slice(1)
    .map(
      (row) => [row[at[from]!]!.trim(), { to: row[at[to]!]!.trim(), name: row[at[named]!]!.trim() }] as const,
    )
  return new Map(pairs)
}
