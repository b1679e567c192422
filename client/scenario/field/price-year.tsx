import { yearInWords } from '../../words.ts'
import type { Path } from '../state/change.ts'
import { scenarioDocument } from '../state/document.ts'
import { priceYears, tables } from '../state/tables.ts'
import { ChoiceField } from './choice-field.tsx'

/** The financial year whose prices a figure is in. */
export function PriceYear({ path, label = 'Prices of', why }: { path: Path; label?: string; why?: string }) {
  const series = scenarioDocument.value?.deflator
  const found = tables.answer.value?.deflators.find(({ id }) => id === (series ?? 'gdp'))
  const forecast = (year: string) => (found?.forecastFrom && year >= found.forecastFrom ? ', forecast' : '')
  const options = priceYears(series).value.map((year) => ({
    value: year,
    text: `${yearInWords(year)}${forecast(year)}`,
  }))
  return <ChoiceField path={path} label={label} options={options} {...(why ? { why } : {})} />
}
