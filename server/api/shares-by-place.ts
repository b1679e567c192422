import type { Count } from '../count/open.ts'
import { shareOf } from '../count/share.ts'
import { rowsOf } from '../engine/columns.ts'
import { type Asked, placeAndScope, withClasses } from './asked.ts'

/** Share of the classes counted as local in each place of a year; a year of recorded lines gives none. */
export async function sharesByPlace(
  { catalogue, engine }: Count,
  asked: Asked,
  year: string,
  classes: readonly number[],
  signal?: AbortSignal,
): Promise<Map<string, number | null>> {
  if (catalogue.financialYears.find((one) => one.year === year)?.coverage !== 'full') return new Map()
  const parameters = { ...placeAndScope({ ...asked, year }, catalogue), ...withClasses(asked, catalogue) }
  const rows = rowsOf<Record<string, number> & { place: string }>(
    await engine.ask('control', parameters, signal),
  )
  const sum = (row: Record<string, number>, counted: readonly number[]) =>
    counted.reduce((total, one) => total + row[`class_${one}`]!, 0)
  return new Map(rows.map((row) => [row.place, shareOf(sum(row, classes), sum(row, [1, 2, 3, 4, 5, 6, 7]))]))
}
