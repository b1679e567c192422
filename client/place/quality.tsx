import type { Count } from '../api-types.ts'
import { differenceInWords } from '../difference.ts'
import { factor, money, percent } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { Door } from '../frame/door.tsx'
import { Heads, number } from '../frame/heads.tsx'
import type { Answer } from '../state/answer.ts'
import { ownOnly } from '../state/own-year.ts'
import { ended, GRADES, list, lower, pricesInWords, yearInWords } from '../words.ts'

/** How sure we are: grades, what was not returned, and the line that reconciles. */
export function Quality({ shown, count }: { shown: Answer; count: Count }) {
  const { coverage, control, eliminated } = shown.spend
  const { asked, deflation } = shown
  const missing = [...coverage.missing, ...coverage.own_returns]
  const left = count.control_totals.filter((row) => row.kind === 'left_out' && row.year === shown.asked.year)
  return (
    <section class="block" aria-labelledby="how-sure">
      <h2 id="how-sure">How sure we are</h2>
      <table class="plain">
        <caption class="hidden">Share of the total by grade of evidence</caption>
        <Heads of={['Grade', number('Share of the total')]} />
        <tbody>
          {Object.entries(coverage.grades).map(([grade, share]) => (
            <tr key={grade}>
              <th scope="row">
                <DataLink kind="grade" id={grade}>
                  {grade}
                </DataLink>
                : {GRADES[grade] ?? ''}
              </th>
              <td class="number">
                {share === null ? (
                  'not defined: a part is negative'
                ) : (
                  <Door opens={{ kind: 'grade', id: grade }} about={`grade ${grade}`}>
                    {percent(share)}
                  </Door>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>Not returned</h3>
      {missing.length === 0 ? (
        <p class="note">
          {ownOnly(count, asked.year)
            ? 'No return of this year is in the count: it holds figures of your own only.'
            : 'Every council and authority here made its returns.'}
        </p>
      ) : (
        <ul class="missing">
          {missing.map((row) => (
            <li key={`${row.place}${row.agency}${row.what}`}>
              {!row.own && <span class="corner" aria-hidden="true" />}
              <span>
                <strong>{row.agency_name}</strong> ({row.place_name}): {row.what} not returned
                {row.own && <strong>: own figures are counted for it</strong>}. {ended(row.why)}{' '}
                <DataLink kind="source" id={row.source}>
                  The source
                </DataLink>
              </span>
            </li>
          ))}
        </ul>
      )}
      {control && (
        <>
          <h3>Against the published total</h3>
          <p class="note">
            {asked.prices !== '' && 'Published totals are in cash, and so is what is compared with them. '}
            Published {money(control.published)}, compiled {money(control.compiled)}: {control.status}.
            Difference {differenceInWords(control)}.{' '}
            <DataLink kind="total" id={control.id}>
              Line by line
            </DataLink>
          </p>
        </>
      )}
      {eliminated !== 0 && (
        <p class="note">
          {money(eliminated)} of transfers between agencies is left out, so as not to count twice.
        </p>
      )}
      <p class="note">
        {left.length > 0 && (
          <>
            Left out everywhere, so that nothing counts twice{asked.prices !== '' && ', in cash'}:{' '}
            {list(left.map((row) => `${lower(row.covers)}, ${money(row.published)} in England`))}.{' '}
          </>
        )}
        <DataLink kind="double-counting">What is left out, and what may count twice</DataLink>
      </p>
      <p class="note">
        All money is net of income, in {pricesInWords(asked.prices, count.deflator)}, from the count “
        {count.count.title}”. Percentages may not add to 100% because of rounding.
      </p>
      {deflation && (
        <p class="note">
          Real terms: cash of {yearInWords(asked.year)} times {factor(deflation.factors[asked.year]!)}, by{' '}
          {deflation.title}, {deflation.publisher}, {deflation.published}
          {deflation.forecast && '; an index used is a forecast'}.
        </p>
      )}
    </section>
  )
}
