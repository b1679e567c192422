import type { TableSheet } from '../book.ts'
import { inFigures } from '../in-figures.ts'
import { HOW, letterOf, live, POUNDS, SHARE, spelt } from './cells.ts'
import type { Material } from './material.ts'
import { KIND_WORDS } from './words.ts'
import { YEAR_0, YearTable } from './year-table.ts'

export const YEARLY = 'Yearly inputs'

interface Entry {
  readonly key: string
  readonly item: string
  readonly measure: string
  readonly amounts: readonly number[]
  readonly money: boolean
  /** Whether the last year given stands for the years after it. */
  readonly carried?: boolean
  readonly confidence?: string | undefined
  readonly source?: string | undefined
}

/** Series typed by year, an entry each. */
function entriesOf({ scenario }: Material): Entry[] {
  const { pot, investment, outcomes, partners } = scenario
  const nameOf = (id: string) => partners.find((partner) => partner.id === id)?.name ?? id
  return [
    ...investment.map((item, at) => ({
      key: `cost ${at}`,
      item: item.name,
      measure: `Cost, ${KIND_WORDS[item.kind]}, £ of ${item.priceYear}`,
      amounts: item.amounts,
      money: true,
      confidence: item.provenance?.status,
      source: item.provenance?.source,
    })),
    ...pot.contributions.flatMap((entry, at) =>
      entry.kind === 'share'
        ? []
        : [
            {
              key: `contribution ${at}`,
              item: nameOf(entry.partner),
              measure:
                entry.kind === 'line'
                  ? `Contribution from line ${entry.line.name ?? entry.line.id}, which holds £${inFigures(entry.line.amount)} a year`
                  : 'Contribution fixed by year, £',
              amounts: entry.amounts,
              money: true,
              source: entry.note,
            },
          ],
    ),
    ...(pot.receipts
      ? [{ key: 'receipts', item: 'Pot', measure: 'Other receipts, £', amounts: pot.receipts, money: true }]
      : []),
    ...outcomes.flatMap(({ name, ramp, persistence, dropOff, provenance }, at) => {
      const from = { item: name, money: false, carried: true, source: provenance?.source }
      const sure = { confidence: provenance?.status }
      return [
        ...(typeof ramp === 'string'
          ? []
          : [
              {
                ...from,
                ...sure,
                key: `ramp ${at}`,
                measure: 'Share of full effect reached',
                amounts: ramp,
              },
            ]),
        ...(persistence && !dropOff
          ? [
              {
                ...from,
                ...sure,
                key: `persistence ${at}`,
                measure: 'Share still delivering',
                amounts: persistence,
              },
            ]
          : []),
      ]
    }),
  ]
}

/** The inputs given year by year; undefined where a scenario has none. */
export function yearlyInputs(material: Material): TableSheet | undefined {
  const { years, factors } = material.compiled
  const entries = entriesOf(material)
  if (entries.length === 0) return undefined
  const table = new YearTable(
    YEARLY,
    { about: 'Every input given year by year: marked cells may be changed', table: 'YearlyInputs' },
    ['Item', 'Input'],
    entries.map(({ key }) => key),
    factors,
  )
  for (const { key, item, measure, amounts, money, carried } of entries) {
    const row = table.row(key)
    const values = Array.from({ length: years }, (_, t) => amounts[t] ?? (carried ? amounts.at(-1)! : 0))
    table.put(
      key,
      {
        item,
        measure,
        how: HOW.input,
        look: 'input',
        format: money ? POUNDS : SHARE,
        ...(money ? { money } : {}),
      },
      (t) => (carried && t >= amounts.length ? `${letterOf(YEAR_0 + t - 1)}${row}` : null),
      values,
    )
  }
  material.years.set(YEARLY, table)
  return checked(table.sheet, entries, years)
}

/** The sheet with where each series is from, and whether it has been changed. */
function checked(sheet: TableSheet, entries: readonly Entry[], years: number): TableSheet {
  const after = YEAR_0 + years
  const [first, last] = [letterOf(YEAR_0), letterOf(after - 1)]
  const mark = letterOf(after + 2)
  return {
    ...sheet,
    columns: [
      ...sheet.columns,
      { title: 'Confidence', width: 18 },
      { title: 'Source', width: 60 },
      { title: 'Check figure as exported', width: 26, format: '#,##0.00' },
      { title: 'Changed', width: 12 },
    ],
    rows: sheet.rows.map((cells, at) => {
      const { amounts, carried, confidence, source } = entries[at]!
      const all = Array.from({ length: years }, (_, t) => amounts[t] ?? (carried ? amounts.at(-1)! : 0))
      // A sum in which every year counts for something else, so that moving money between years shows.
      const check = all.reduce((sum, amount, t) => sum + amount * Math.sqrt(t + 2), 0)
      const range = `${first}${at + 2}:${last}${at + 2}`
      const now = `SUMPRODUCT(${range},SQRT(COLUMN(${range})-${YEAR_0 - 1}))`
      return [
        ...cells,
        confidence ?? 'not stated',
        source ?? '[x]',
        check,
        live(
          `IF(ABS(${now}-${mark}${at + 2})<=1E-9*MAX(1,ABS(${mark}${at + 2})),${spelt('no')},${spelt('changed')})`,
          'no',
        ),
      ]
    }),
  }
}
