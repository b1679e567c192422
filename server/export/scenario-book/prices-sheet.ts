import { priceIndex } from '../../scenario/value/prices.ts'
import type { TableSheet } from '../book.ts'
import { downFrom, HOW, live, shaped } from './cells.ts'
import type { Material } from './material.ts'

const PRICES = 'Price indices'
const INDEX = '0.0000'
const MOST_YEARS = 400

interface PriceYear {
  readonly year: string
  readonly index: number
  readonly beyond: number
}

const next = (year: string) => {
  const start = Number(year.slice(0, 4)) + 1
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}

/** The published years, and those after them up to the last that the scenario speaks of. */
function yearsOf({ scenario, parameters }: Material): PriceYear[] {
  const deflator = parameters.deflators[scenario.deflator]!
  const published = Object.keys(deflator.index).sort()
  const wanted = [
    scenario.priceBase,
    ...scenario.investment.map((item) => item.priceYear),
    ...scenario.outcomes.map(({ value }) => value.priceYear),
  ].sort()
  const years = published.map((year) => ({ year, index: deflator.index[year]!, beyond: 0 }))
  let year = next(published.at(-1)!)
  for (let beyond = 1; year <= wanted.at(-1)! && beyond < MOST_YEARS; beyond += 1, year = next(year))
    years.push({ year, index: priceIndex(deflator, year)!, beyond })
  return years
}

/** The price index, and a way to ask it for the factor between a price year and the price base. */
export function pricesSheet(material: Material): {
  sheet: TableSheet
  base: string
  factor: (priceYear: string) => string
} {
  const { scenario, parameters, assumptions } = material
  const deflator = parameters.deflators[scenario.deflator]!
  const years = yearsOf(material)
  const published = years.filter(({ beyond }) => beyond === 0).length
  const [labels, indices] = [0, 1].map((column) => downFrom(PRICES, column, 2, years.length + 1))
  const base = assumptions.add({
    about: 'Prices',
    item: 'Scenario',
    input: 'Price base',
    value: scenario.priceBase,
    unit: 'financial year',
    name: 'price_base',
    note: 'All money of the workbook is in pounds of this year unless it says otherwise',
  })
  const of = (year: string) => `INDEX(${indices},MATCH(${year},${labels},0))`
  return {
    base,
    factor: (year) => `IF(${year}=${base},1,${of(base)}/${of(year)})`,
    sheet: {
      name: PRICES,
      about: 'The price index that rebases money of one year to another',
      table: 'PriceIndices',
      columns: [
        { title: 'Financial year', width: 16 },
        { title: 'Index', width: 14, format: INDEX },
        { title: 'How', width: 22 },
        { title: 'Status', width: 20 },
        { title: 'Source', width: 30 },
        { title: 'As exported', width: 14, format: INDEX },
        { title: 'Changed', width: 12 },
      ],
      rows: years.map(({ year, index, beyond }, at) => {
        const row = at + 2
        const end = published + 1
        const forecast = deflator.forecastFrom !== undefined && year >= deflator.forecastFrom
        return [
          year,
          beyond === 0
            ? shaped(index, INDEX, 'input')
            : live(`$B$${end}*($B$${end}/$B$${end - 1})^${beyond}`, index),
          beyond === 0 ? HOW.input : HOW.live,
          beyond > 0 ? 'last growth carried on' : forecast ? 'forecast' : 'published',
          deflator.source ?? '[x]',
          index,
          live(`IF(ABS(B${row}-F${row})<=1E-9*F${row},"no","changed")`, 'no'),
        ]
      }),
    },
  }
}
