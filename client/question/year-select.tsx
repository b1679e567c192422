import { count } from '../state/count.ts'
import { ownOnly } from '../state/own-year.ts'
import { go } from '../state/store.ts'
import { shownYear } from '../state/yearly.ts'
import { yearInWords } from '../words.ts'
import { WordSelect } from './word-select.tsx'

/** The year as a word that can be chosen; in the list a year of recorded lines only says so, once chosen the scope does. */
export function YearSelect({ only }: { only?: readonly string[] } = {}) {
  const known = count.value
  if (!known || !shownYear.value) return null
  return (
    <WordSelect
      label="Year"
      value={shownYear.value}
      options={known.financial_years
        .filter(({ year }) => !only || only.includes(year) || year === shownYear.value)
        .map(({ year, coverage }) => ({
          value: year,
          text:
            coverage === 'full' || year === shownYear.value
              ? yearInWords(year)
              : `${yearInWords(year)}, ${ownOnly(known, year) ? 'own figures only' : 'recorded lines only'}`,
        }))}
      onChoose={(value) => go({ year: value === known.latest ? null : value })}
    />
  )
}
