import { csvOf } from '../files/csv.ts'
import { count } from '../state/count.ts'
import type { Compared, Kind } from './compared.ts'

const HEAD = ['place', 'codes', 'part', 'id', 'name', 'amount', 'recorded', 'head', 'share'] as const

/** Everything of the comparison as CSV: one row a part of a side, pounds as asked for and not rounded again. */
export function comparisonFile(sides: readonly Compared[], year: string, prices: string, definition: string) {
  const rows = sides.flatMap((side) => {
    const own = [side.name, side.codes.join(' ')]
    const head = (amount: number | null) => (amount === null || !side.persons ? null : amount / side.persons)
    const share = (amount: number | null) =>
      amount === null || side.total === null || side.total <= 0 ? null : amount / side.total
    const parts = (kind: Kind) =>
      side.spend[kind].map((row) => [
        ...own,
        kind,
        String(row[kind]),
        String(row[`${kind}_name`] ?? row[kind]),
        row.amount,
        row.recorded,
        head(row.amount),
        share(row.amount),
      ])
    return [
      [...own, 'total', '', `Total, ${year}, ${prices || 'cash'}`, side.total, null, side.head, null],
      [
        ...own,
        'local',
        '',
        `Under local control: ${definition}`,
        side.numerator,
        null,
        head(side.numerator),
        side.share,
      ],
      ...(side.classes ?? []).map((amount, i) => [
        ...own,
        'class',
        String(i + 1),
        count.peek()?.classes[i]?.name ?? '',
        amount,
        null,
        head(amount),
        share(amount),
      ]),
      ...parts('sector'),
      ...parts('division'),
    ]
  })
  return csvOf(HEAD, rows)
}
