import { type Amount, amountOf, type Decimals } from './amount.ts'
import { addFindings, type Row, type Work } from './check-work.ts'
import { finding } from './finding.ts'
import type { Mapping } from './mapping.ts'
import { UNITS } from './terms.ts'

const PIECE = 20_000

/** Figures with a decimal point, if any, that are exact pence in any case. */
export const plainAmount = ({ unit }: Mapping): string =>
  `-?[0-9]{1,${14 - String(UNITS[unit]).length}}([.][0-9]{1,2})?`

/** Reads every different amount that is no plain figure. */
export async function amounts(work: Work): Promise<void> {
  const { bench } = work
  const { mapping } = work.given
  const [seen] = await bench.ask<{ point: number; comma: number }>('intake-decimals')
  const decimals: Decimals = mapping.decimals ?? (seen!.comma > 0 && seen!.point === 0 ? 'comma' : 'point')
  if (!mapping.decimals && decimals === 'comma')
    await addFindings(work, [
      finding(
        'note',
        'decimal-comma',
        'The amounts mark decimals by a comma, as all of them can be read only so.',
      ),
    ])
  if (!mapping.decimals && seen!.comma > 0 && seen!.point > 0)
    await addFindings(work, [
      finding(
        'warning',
        'decimals-mixed',
        `${seen!.comma} amounts seem to mark decimals by a comma and ${seen!.point} by a point: those with a comma are refused.`,
      ),
    ])
  const unit = UNITS[mapping.unit]
  await bench.set('comma', decimals === 'comma')
  await bench.set('pence', unit * mapping.sign)
  let piece: Row[] = []
  for await (const rows of bench.stream('intake-odd-amounts')) {
    for (const [marked] of rows as [string][]) {
      const text = marked.slice(1)
      piece.push(told(text, amountOf(text, decimals, unit), mapping.sign))
    }
    if (piece.length < PIECE) continue
    await bench.append('odd_amount', piece)
    piece = []
  }
  await bench.append('odd_amount', piece)
}

function told(text: string, amount: Amount, sign: 1 | -1): Row {
  if ('rule' in amount) return [text, null, 'error', amount.rule, amount.message, amount.repair]
  const pence = amount.pence * BigInt(sign)
  if (amount.rounded)
    return [
      text,
      pence,
      'warning',
      'amount-rounded',
      'Amounts are given to less than a penny: they are rounded to the nearest.',
      null,
    ]
  if (amount.nil) return [text, pence, 'note', 'amount-nil', 'A dash is read as nil.', null]
  return [text, pence, null, null, null, null]
}
