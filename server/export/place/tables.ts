import type { Column, TableReply } from '../../api/contract.ts'
import type { About } from '../about.ts'
import type { PlaceFigures, PlaceTable } from './figures.ts'

type Cell = string | number | boolean | null

/** A table of the export's own, beside those the API answers with. */
function tableOf(
  like: TableReply,
  query: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): TableReply {
  const data = Object.fromEntries(columns.map(({ name }, index) => [name, rows.map((row) => row[index]!)]))
  return { columns: [...columns], rows: rows.length, data, query, count: like.count }
}

const text = (name: string, description: string): Column => ({ name, type: 'string', description })
const pounds = (name: string, description: string): Column => ({
  name,
  type: 'number',
  unit: 'GBP',
  description,
})
const share = (name: string, description: string): Column => ({
  name,
  type: 'number',
  unit: 'share',
  description,
})

const CLASSES = [1, 2, 3, 4, 5, 6, 7] as const

const spectrum = ({ control }: PlaceFigures, { classes }: About): TableReply =>
  tableOf(
    control,
    'control',
    [
      { name: 'class', type: 'integer', unit: 'class', description: 'Class of local control, 1 to 7' },
      text('class_name', 'Name of the class'),
      text('counted_as_local', 'Whether the definition counts the class as local'),
      pounds('spending', 'Spending in the class'),
      text('meaning', 'What the class holds'),
    ],
    CLASSES.map((one) => {
      const known = classes.find((each) => each.class === one)
      const local = control.definition.classes.includes(one) ? 'yes' : 'no'
      return [one, known?.name ?? '', local, control.data[`class_${one}`]![0]!, known?.meaning ?? '']
    }),
  )

const definitions = ({ control }: PlaceFigures): TableReply =>
  tableOf(
    control,
    'control',
    [
      text('definition', 'Identifier of the definition'),
      text('name', 'Name'),
      text('classes', 'Classes counted as local, parted by |'),
      pounds('numerator', 'Spending in the classes of the definition'),
      pounds('denominator', 'Spending in all classes'),
      share('share', 'Numerator over denominator'),
      text('meaning', 'What it counts'),
    ],
    control.definitions.map((one) => [
      one.id,
      one.name,
      one.classes.join('|'),
      one.numerator,
      one.denominator,
      one.share,
      one.meaning,
    ]),
  )

const missing = ({ control }: PlaceFigures, about: About): TableReply =>
  tableOf(
    control,
    'missing-returns',
    [
      text('place', 'GSS code'),
      text('place_name', 'Name of the place'),
      text('year', 'Financial year'),
      text('agency', 'Agency'),
      text('agency_name', 'Name of the agency'),
      text('what', 'Return not made'),
      text('why', 'Why'),
      text('source', 'Publication'),
      { name: 'own', type: 'boolean', description: 'Whether own figures are counted for it' },
    ],
    [...about.missing, ...about.ownReturns].map((one) => [
      one.place,
      one.place_name,
      one.year,
      one.agency,
      one.agency_name,
      one.what,
      one.why,
      one.source,
      one.own,
    ]),
  )

/** The tables of a place, in the order of the sheets of its workbook. */
export function placeTables(figures: PlaceFigures, about: About): PlaceTable[] {
  const { sectors, agencies, functions, years, members, more } = figures
  const one = (id: string, sheet: string, words: string, reply: TableReply, totals = false): PlaceTable => ({
    id,
    sheet,
    table: sheet.replaceAll(/[^A-Za-z]/g, ''),
    about: words,
    reply,
    totals,
  })
  return [
    one('sectors', 'Sectors', 'Spending by sector', sectors, true),
    one('agencies', 'Agencies', 'Spending by agency', agencies, true),
    one('functions', 'Functions', 'Spending by function of government', functions, true),
    one('spectrum', 'Spectrum', 'Spending by class of local control', spectrum(figures, about)),
    one('definitions', 'Definitions', 'The share under each definition', definitions(figures)),
    one('years', 'Years', 'Every year counted in full', years),
    ...(members ? [one('members', 'Members', 'The places, a row each', members, true)] : []),
    ...more,
    ...(about.missing.length + about.ownReturns.length > 0
      ? [one('missing', 'Missing', 'Returns not made, a row for each place', missing(figures, about))]
      : []),
  ]
}
