import { address, get, rowsOf, type Table } from '../api.ts'
import type { ControlRow, DefinitionShare, SpendExtras, SpendRow } from '../api-types.ts'
import { type Asked, asked } from './asked.ts'
import { resource } from './resource.ts'
import { ENGLAND } from './state.ts'

/** Everything the panel says of one place, with the question it answers. */
export interface Answer {
  asked: Asked
  control: ControlRow
  definitions: DefinitionShare[]
  spend: SpendExtras
  sectors: SpendRow[]
  agencies: SpendRow[]
  divisions: SpendRow[]
}

/** England is the whole count, so it asks without naming places. */
export const placesOf = (place: string) => (place === ENGLAND ? '' : place)

export const answer = resource(asked, async (question, stop): Promise<Answer> => {
  const { definition, year, scope, place } = question
  const filters = { year, scope, places: placesOf(place) }
  const spend = (by: string) => get<Table & SpendExtras>(address('/spend', { ...filters, by }), stop)
  const [control, sectors, agencies, divisions] = await Promise.all([
    get<Table & { definitions: DefinitionShare[] }>(
      address('/control', { ...filters, definition, together: true }),
      stop,
    ),
    spend('sector'),
    spend('agency'),
    spend('division'),
  ])
  return {
    asked: question,
    control: rowsOf<ControlRow>(control)[0]!,
    definitions: control.definitions,
    spend: sectors,
    sectors: largest(rowsOf<SpendRow>(sectors)),
    agencies: largest(rowsOf<SpendRow>(agencies)),
    divisions: largest(rowsOf<SpendRow>(divisions)),
  }
})

/** Pounds a head; null where spending or population is not known. */
export const headOf = ({ total, population }: SpendExtras) =>
  total !== null && population ? total / population : null

const largest = (rows: SpendRow[]) => rows.sort((a, b) => b.amount - a.amount)

export const classesOf = (row: ControlRow) => [
  row.class_1,
  row.class_2,
  row.class_3,
  row.class_4,
  row.class_5,
  row.class_6,
  row.class_7,
]
