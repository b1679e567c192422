import { symmetricBreaks } from '../count/breaks.ts'
import type { Count } from '../count/open.ts'
import { shareOf } from '../count/share.ts'
import { alike, kept, yearsAlike } from './everywhere.ts'
import { type Deflation, factorOf } from './prices.ts'

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/**
 * Where classes of a map of change begin, symmetric about nothing: from the changes of every place between every
 * two years counted alike, so that maps of any two years can be laid side by side.
 */
export const changeBreaks = (
  count: Count,
  year: string,
  prices: string | undefined,
  deflation: Deflation | undefined,
  classes: readonly number[],
  rules = '',
) =>
  kept(count, `change ${yearsAlike(count, year)} ${prices} ${classes} ${rules}`, async () => {
    const figures = new Map(
      (await alike(count, year, rules)).map((row) => {
        const total = sum(row.classes) * factorOf(prices, row.year, deflation)
        const persons = count.catalogue.persons(row.place, row.year)?.persons
        const share = shareOf(sum(classes.map((one) => row.classes[one - 1]!)), sum(row.classes))
        return [`${row.place} ${row.year}`, { total, head: persons ? total / persons : null, share }]
      }),
    )
    const years = yearsAlike(count, year)
    const places = [...count.catalogue.places.values()].filter(({ tier }) => tier === 'upper')
    const pairs = places.flatMap(({ code }) =>
      years.flatMap((from, index) =>
        years.slice(index + 1).flatMap((to) => {
          const [before, after] = [figures.get(`${code} ${from}`), figures.get(`${code} ${to}`)]
          return before && after ? [[before, after] as const] : []
        }),
      ),
    )
    const differences = (
      of: (figure: { total: number; head: number | null; share: number | null }) => number | null,
    ) =>
      pairs.flatMap(([before, after]) => {
        const [first, second] = [of(before), of(after)]
        return first === null || second === null ? [] : [second - first]
      })
    const ratios = (of: (figure: { total: number; head: number | null }) => number | null) =>
      pairs.flatMap(([before, after]) => {
        const [first, second] = [of(before), of(after)]
        return first === null || second === null || first <= 0 ? [] : [(second - first) / first]
      })
    return {
      total: symmetricBreaks(differences(({ total }) => total)),
      total_ratio: symmetricBreaks(ratios(({ total }) => total)),
      head: symmetricBreaks(differences(({ head }) => head)),
      head_ratio: symmetricBreaks(ratios(({ head }) => head)),
      share: symmetricBreaks(differences(({ share }) => share)),
    }
  })
