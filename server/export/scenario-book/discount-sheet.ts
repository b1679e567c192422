import { rateAt } from '../../scenario/value/discounting.ts'
import type { TableSheet } from '../book.ts'
import { FACTOR, HOW, letterOf, SHARE, WHOLE } from './cells.ts'
import type { Material } from './material.ts'
import { FACTORS, YEAR_0, YearTable } from './year-table.ts'

/** The year numbers, the discount rate of each and the factor: rows that every present value uses. */
export function discountSheet(material: Material): TableSheet {
  const { compiled, scenario, assumptions, about } = material
  const { schedule, factors, years } = compiled
  const table = new YearTable(
    FACTORS.sheet,
    { about: 'Discount rate and factor by year; year 0 is undiscounted', table: 'DiscountFactors' },
    ['Series', 'Unit'],
    ['rate', 'factor', 'year'],
    factors,
  )
  const flat = 'rate' in scenario.discounting
  const source = about.sources.find((one) => one.id === schedule.source)
  const names = schedule.steps
    .filter(({ fromYear }) => fromYear < years)
    .map(({ fromYear, rate }) => ({
      fromYear,
      name: assumptions.add({
        about: 'Discounting',
        item: flat ? 'One rate, as typed' : `Schedule ${schedule.id}`,
        input: `Discount rate from year ${fromYear}`,
        value: rate,
        unit: 'share a year, real',
        format: SHARE,
        name: `discount_rate_from_year_${fromYear}`,
        ...(flat
          ? { confidence: 'typed in the scenario' }
          : { confidence: 'published', source: source ? `${source.title}, ${source.publisher}` : undefined }),
        note: schedule.asAt ? `As stated on ${schedule.asAt}` : undefined,
      }),
    }))
  const nameAt = (t: number) => names.filter(({ fromYear }) => fromYear <= t).at(-1)!.name
  const row = { item: 'Discount', how: HOW.live }
  table.put(
    'rate',
    { ...row, item: 'Discount rate', measure: 'share a year', format: SHARE },
    nameAt,
    factors.map((_, t) => rateAt(schedule, t)),
  )
  table.put(
    'factor',
    { ...row, item: 'Discount factor', measure: 'multiplier', format: FACTOR },
    (t) => {
      const [here, before] = [letterOf(YEAR_0 + t), letterOf(YEAR_0 + t - 1)]
      return t === 0 ? `1/(1+${here}2)^0` : `${before}${FACTORS.row}/(1+${here}2)`
    },
    factors,
  )
  table.put(
    'year',
    { ...row, item: 'Year number', measure: 'years from the start', format: WHOLE },
    () => `COLUMN()-${YEAR_0 + 1}`,
    factors.map((_, t) => t),
  )
  material.years.set(FACTORS.sheet, table)
  return table.sheet
}
