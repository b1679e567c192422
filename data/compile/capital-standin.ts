import { apportion } from '../../server/count/apportion.ts'
import type { Row } from '../../server/count/schema.ts'
import type { RegionalRow } from '../sources/regional-analysis/read.ts'
import type { Frame } from './frame.ts'
import { type Agency, counted, type Line } from './line.ts'
import { model } from './model.ts'
import { REPLACED } from './regional.ts'

/** Councils together, where nothing says which of them spent. */
export const ALL_COUNCILS: Agency = {
  id: 'local-government-england',
  name: 'Councils (capital not known by authority)',
  sector: 'council',
  department: REPLACED,
}

const DRIVER = 'council_capital'
const STOOD_IN = {
  own: 'Capital: own resources, as recorded from 2015-16 to 2017-18',
  grant: 'Capital: grants and contributions, as recorded from 2015-16 to 2017-18',
}
type Key = `${string}|${'own' | 'grant'}`

/** Council capital each place has recorded in the years that have returns, in thousands, by finance. */
export function capitalRecorded(frame: Frame, lines: readonly Line[]): Map<string, number> {
  const pounds = new Map<Key, bigint>()
  for (const { code } of frame.places)
    for (const finance of ['own', 'grant'] as const) pounds.set(`${code}|${finance}`, 0n)
  for (const line of lines.filter(
    (one) => counted(one) && one.economic === 'capital' && one.measure === 'gross',
  )) {
    const key = `${line.place}|${line.finance as 'own' | 'grant'}` as const
    pounds.set(key, (pounds.get(key) ?? 0n) + line.amount)
  }
  return new Map([...pounds].map(([key, amount]) => [key, Math.max(0, Number(amount / 1000n))]))
}

/**
 * Capital of local government from the regional analysis, for years without a return by authority: each row is
 * shared out within its region by the council capital places recorded in later years, grade C. The rows of
 * public corporations (council housing, London Underground) are part of it, as councils' returns hold them.
 */
export function standInLines(
  regional: readonly RegionalRow[],
  file: string,
  source: string,
  year: string,
  frame: Frame,
  recorded: ReadonlyMap<string, number>,
): Line[] {
  return regional
    .filter((row) => row.department === REPLACED && row.capital && row.pounds !== 0n)
    .flatMap((row) => {
      const keys = keysOf(frame, row.region)
      const weights = new Map(keys.map((key) => [key, recorded.get(key)!]))
      return [...apportion(row.pounds, weights)]
        .filter(([, amount]) => amount !== 0n)
        .map(([key, amount]): Line => {
          const [place, finance] = key.split('|') as [string, 'own' | 'grant']
          return {
            line: `cra-${year}-${String(row.row + 1).padStart(5, '0')}-${place}-${finance}`,
            place,
            year,
            agency: ALL_COUNCILS.id,
            function: row.group,
            programme: STOOD_IN[finance],
            economic: 'capital',
            flow: 'own',
            measure: 'net',
            phase: 'outturn',
            amount,
            basis: 'shared_out',
            driver: DRIVER,
            weight: weights.get(key as Key)!,
            whole: row.pounds,
            grade: 'C',
            function_grade: 'A',
            finance,
            tags: row.division === '9' ? ['capital', 'schools'] : ['capital'],
            source,
            source_file: file,
            source_row: row.row + 1,
            source_column: row.column + 1,
            rule: 'cra-council-capital',
          }
        })
    })
}

const keysOf = (frame: Frame, region: string): Key[] =>
  frame.byRegion.get(region)!.flatMap(({ code }) => [`${code}|own`, `${code}|grant`] as const)

/** Rows of the table of drivers: a place's own and grant capital together, of the region's. */
export function standInDriverRows(frame: Frame, year: string, recorded: ReadonlyMap<string, number>): Row[] {
  const about = model<'id' | 'name' | 'source'>('drivers').find(({ id }) => id === DRIVER)!
  return [...frame.byRegion].flatMap(([region, places]) => {
    const total = keysOf(frame, region).reduce((all, key) => all + recorded.get(key)!, 0)
    return places.map(({ code }) => ({
      driver: DRIVER,
      name: about.name,
      area: region,
      place: code,
      year,
      weight: recorded.get(`${code}|own`)! + recorded.get(`${code}|grant`)!,
      total,
      estimate: false,
      source: about.source,
    }))
  })
}
