import { csvOf } from '../files/csv.ts'
import { titled } from '../own-words.ts'
import type { Own } from '../state/own-by.ts'
import type { Compared, Kind } from './compared.ts'

const HEAD = ['place', 'codes', 'part', 'id', 'name', 'amount', 'recorded', 'head', 'share'] as const

interface Asked {
  year: string
  prices: string
  definition: string
  /** Names of the classes of control, from the first. */
  classNames: readonly string[]
  /** Own figures of readers in a side; null where it holds none. */
  ownOf: (side: Compared) => Own | null
}

/** Everything of the comparison as CSV: one row a part of a side, pounds as asked for and not rounded again. */
export function comparisonFile(
  sides: readonly Compared[],
  { year, prices, definition, classNames, ownOf }: Asked,
) {
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
    const put = ownOf(side)
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
      ...(put
        ? [
            [
              ...own,
              'own',
              '',
              `Figures of your own in it, in cash: ${titled(put)}`,
              put.standing,
              put.standing,
              null,
              null,
            ],
            [
              ...own,
              'replaced',
              '',
              'What the count had in their place, in cash',
              put.replaced,
              null,
              null,
              null,
            ],
          ]
        : []),
      ...(side.classes ?? []).map((amount, i) => [
        ...own,
        'class',
        String(i + 1),
        classNames[i] ?? '',
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
