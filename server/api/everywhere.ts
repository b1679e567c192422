import { breaksOfAmounts, breaksOfShare, type PlaceClasses } from '../count/breaks.ts'
import { countedAs } from '../count/counted-as.ts'
import type { Count } from '../count/open.ts'
import { BUDGET_FILL } from '../count/schema.ts'
import { withClasses } from './asked.ts'
import { perObject } from './per-object.ts'
import { type Deflation, factorOf } from './prices.ts'

const CLASSES = [1, 2, 3, 4, 5, 6, 7]
/** Readers' own rules are many: what was asked longest ago is asked again. */
const MOST_KEPT = 64

interface Kept {
  readonly rows: Map<string, Promise<PlaceClasses[]>>
  readonly breaks: Map<string, unknown>
}

const keptOf = perObject((_count: Count): Kept => ({ rows: new Map(), breaks: new Map() }))

function keep<V>(kept: Map<string, V>, key: string, value: V): V {
  kept.set(key, value)
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return value
}

async function ask({ engine, catalogue }: Count, year: string, rules: string): Promise<PlaceClasses[]> {
  const asked = { year: [year], place: null, off: [BUDGET_FILL] }
  const { columns } = await engine.ask('control', { ...asked, ...withClasses({ rules }, catalogue) })
  return (columns.place as string[])
    .map((place, row) => ({
      place,
      year,
      classes: CLASSES.map((one) => columns[`class_${one}`]![row] as number),
    }))
    .filter(({ place }) => catalogue.places.get(place)?.tier === 'upper')
}

/** Pounds by class of every upper-tier place of a year, everything counted; asked once a count and rules. */
export function everywhere(count: Count, year: string, rules = ''): Promise<PlaceClasses[]> {
  const { rows } = keptOf(count)
  const key = `${year} ${rules}`
  const known = rows.get(key)
  if (known) return known
  const asking = ask(count, year, rules)
  asking.catch(() => rows.delete(key))
  return keep(rows, key, asking)
}

/** Years counted as fully as this one. */
export function yearsAlike({ catalogue }: Count, year: string): string[] {
  const as = countedAs(catalogue, year)
  return catalogue.years.filter((one) => countedAs(catalogue, one) === as)
}

/** The same of every year counted as fully as this one: maps of different years share their classes. */
export async function alike(count: Count, year: string, rules = ''): Promise<PlaceClasses[]> {
  return (await Promise.all(yearsAlike(count, year).map((one) => everywhere(count, one, rules)))).flat()
}

/** What is worked out once a count and key, the oldest dropped first. */
export async function kept<T>(count: Count, key: string, make: () => Promise<T>): Promise<T> {
  const { breaks } = keptOf(count)
  const known = breaks.get(key) as T | undefined
  if (known !== undefined) return known
  const made = await make()
  keep<unknown>(breaks, key, made)
  return made
}

/** Where classes 2 to 5 of a map of the share of these classes begin, whatever the scope asked. */
export const shareBreaks = (
  count: Count,
  year: string,
  classes: readonly number[],
  rules = '',
): Promise<number[]> =>
  kept(count, `share ${yearsAlike(count, year)} ${classes} ${rules}`, async () =>
    breaksOfShare(await alike(count, year, rules), classes),
  )

/** Where they begin of maps of total spending and of spending a head, in the prices asked for. */
export const amountBreaks = (
  count: Count,
  year: string,
  prices?: string,
  deflation?: Deflation,
): Promise<{ total: number[]; head: number[] }> =>
  kept(count, `amount ${yearsAlike(count, year)} ${prices}`, async () => {
    const rows = (await alike(count, year)).map((row) => {
      const factor = factorOf(prices, row.year, deflation)
      return { ...row, classes: row.classes.map((amount) => amount * factor) }
    })
    return breaksOfAmounts(rows, count.catalogue)
  })
