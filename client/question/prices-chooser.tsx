import { useId } from 'preact/hooks'
import { count } from '../state/count.ts'
import { go, view } from '../state/store.ts'
import { shownYear } from '../state/yearly.ts'
import { baseYear, ended, pricesInWords, yearInWords } from '../words.ts'
import { Chooser } from './chooser.tsx'

/** Cash, or real terms at any base year of the deflator, whose vintage is shown. */
export function PricesChooser({ word }: { word: string }) {
  const own = useId()
  const { deflator } = count.value!
  const base = baseYear(view.value.prices)
  const outturns = deflator.years.filter((year) => !isForecast(year, deflator.forecast_from))
  const year = shownYear.value
  const here = year !== null && deflator.years.includes(year) ? year : undefined
  const usual = base ?? here ?? outturns.at(-1) ?? deflator.years.at(-1)!
  const real = (year: string) => go({ prices: `real:${year}` })
  return (
    <Chooser label="Prices" word={word}>
      {(close) => (
        <>
          <fieldset class="checks">
            <legend>Money of</legend>
            <label class="check">
              <input
                type="radio"
                name="prices"
                checked={base === null}
                onChange={() => go({ prices: 'cash' })}
              />
              <span>
                Cash prices
                <small>As it was paid in its own year.</small>
              </span>
            </label>
            <label class="check">
              <input type="radio" name="prices" checked={base !== null} onChange={() => real(usual)} />
              <span>
                Real terms
                <small>As if prices had been those of one year, by the GDP deflator.</small>
              </span>
            </label>
          </fieldset>
          <p class="base-year">
            <label for={own}>Base year</label>
            <select id={own} value={usual} onChange={(event) => real(event.currentTarget.value)}>
              {[...deflator.years].reverse().map((year) => (
                <option key={year} value={year} selected={year === usual}>
                  {yearInWords(year)}
                  {isForecast(year, deflator.forecast_from) ? ', a forecast' : ''}
                </option>
              ))}
            </select>
          </p>
          <p class="note">
            {ended(`${deflator.title}, ${deflator.publisher}, published ${deflator.published}`)}
            {deflator.forecast_from &&
              ` From ${yearInWords(deflator.forecast_from)} on the index is a forecast.`}{' '}
            On screen: {pricesInWords(view.value.prices, deflator)}.
          </p>
          <div class="chooser-foot">
            <button type="button" class="button" onClick={close}>
              Done
            </button>
          </div>
        </>
      )}
    </Chooser>
  )
}

const isForecast = (year: string, from: string | null) => from !== null && year >= from
