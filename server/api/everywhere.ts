import { breaksOfShare, type PlaceClasses } from '../count/breaks.ts'
import type { Count } from '../count/open.ts'
import { BUDGET_FILL } from '../count/schema.ts'
import { perObject } from './per-object.ts'

const CLASSES = [1, 2, 3, 4, 5, 6, 7]

interface Kept {
  readonly rows: Map<string, Promise<PlaceClasses[]>>
  readonly breaks: Map<string, number[]>
}

const keptOf = perObject((_count: Count): Kept => ({ rows: new Map(), breaks: new Map() }))

async function ask({ engine, catalogue }: Count, year: string): Promise<PlaceClasses[]> {
  const { columns } = await engine.ask('control', { year: [year], place: null, off: [BUDGET_FILL] })
  return (columns.place as string[])
    .map((place, row) => ({
      place,
      year,
      classes: CLASSES.map((one) => columns[`class_${one}`]![row] as number),
    }))
    .filter(({ place }) => catalogue.places.get(place)?.tier === 'upper')
}

/** Pounds by class of every upper-tier place of a year, everything counted; asked once a count. */
export function everywhere(count: Count, year: string): Promise<PlaceClasses[]> {
  const { rows } = keptOf(count)
  const known = rows.get(year)
  if (known) return known
  const asking = ask(count, year)
  asking.catch(() => rows.delete(year))
  rows.set(year, asking)
  return asking
}

/** The same of every year counted as fully as this one: maps of different years share their classes. */
export async function alike(count: Count, year: string): Promise<PlaceClasses[]> {
  const { financialYears } = count.catalogue
  const coverage = financialYears.find((one) => one.year === year)?.coverage
  const years = financialYears.filter((one) => one.coverage === coverage)
  return (await Promise.all(years.map((one) => everywhere(count, one.year)))).flat()
}

/** Where classes 2 to 5 of a map of the share of these classes begin, whatever the scope asked. */
export async function shareBreaks(count: Count, year: string, classes: readonly number[]): Promise<number[]> {
  const { breaks } = keptOf(count)
  const key = `${year}:${classes}`
  const known = breaks.get(key)
  if (known) return known
  const made = breaksOfShare(await alike(count, year), classes)
  breaks.set(key, made)
  return made
}
