import { extent } from 'd3-array'
import { address } from '../api.ts'
import { money, percentTenth, pounds } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { TableFiles } from '../frame/files.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { OwnMark } from '../frame/own-mark.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { ownYearsInWords } from '../own-words.ts'
import { definition } from '../state/definition.ts'
import type { Own } from '../state/own-by.ts'
import { go, view } from '../state/store.ts'
import { lower, yearInWords } from '../words.ts'
import { changeFrom } from './asked.ts'
import { inPrices } from './words.ts'
import { everyYear, everyYearShown } from './years.ts'

const MEASURES = [
  { of: 'total', title: 'Total', form: money },
  { of: 'head', title: 'A head', form: pounds },
  { of: 'share', title: 'Share under local control', form: percentTenth },
] as const

const [WIDE, TALL, EDGE] = [280, 84, 14]

/** Every year counted in full as three small lines, with the same figures in a table. */
export function YearsLine() {
  const shown = everyYearShown.value
  if (!shown) return null
  const { rows, prices, query, own } = shown
  const first = rows[0]!.year
  const files = (form: 'csv' | 'xlsx') =>
    address(`/spend.${form}`, { ...query, called: view.value.placesNamed, by: 'year' })
  return (
    <section class="block years-line" aria-labelledby="years-title" aria-busy={everyYear.busy.value}>
      <h2 id="years-title">Year by year</h2>
      <p class="note">
        Years counted in full, {inPrices(prices)}; local means “{lower(definition.value!.name)}”. The lines do
        not begin at nothing.
        {changeFrom.value === null && (
          <>
            {' '}
            <button
              type="button"
              class="text-button"
              onClick={() => go({ from: first, year: null, lines: null })}
            >
              Show the change since {yearInWords(first)}
            </button>
          </>
        )}
      </p>
      <div class="year-lines" aria-hidden="true">
        {MEASURES.map(({ of, title, form }) => (
          <Line
            key={of}
            title={title}
            values={rows.map((row) => row[of])}
            own={rows.map(({ year }) => own.has(year))}
            form={form}
          />
        ))}
      </div>
      <OwnYears own={own} />
      <details>
        <summary>The same as a table</summary>
        <Scroll label="Table of the figures year by year">
          <table class="plain">
            <caption class="hidden">Spending and share under local control, year by year</caption>
            <Heads of={['Year', ...MEASURES.map(({ title }) => number(title))]} />
            <tbody>
              {rows.map((row) => (
                <tr key={row.year}>
                  <th scope="row">
                    {yearInWords(row.year)}
                    {row.year === (view.value.year ?? '') && <span class="hidden">, on screen</span>}
                    <OwnMark own={own.get(row.year)} />
                  </th>
                  {MEASURES.map(({ of, form }) => (
                    <td key={of} class="number">
                      {form(row[of])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <p class="files">
          Year by year: <TableFiles files={files} />
        </p>
      </details>
    </section>
  )
}

/** The legend of the marks of years that hold own figures, and what a step beside one may be. */
function OwnYears({ own }: { own: ReadonlyMap<string, Own> }) {
  if (own.size === 0) return null
  return (
    <p class="note own-years">
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <path d={diamond(7, 7)} />
      </svg>{' '}
      Own figures in {ownYearsInWords(own)}. A step into or out of a year that holds them may be a change of
      source, not of spending. <DataLink kind="own-figures">What they replaced</DataLink>
    </p>
  )
}

const REACH = 6
const diamond = (x: number, y: number) =>
  `M${x},${y - REACH}l${REACH},${REACH}l-${REACH},${REACH}l-${REACH},-${REACH}z`

interface LineProps {
  title: string
  values: readonly (number | null)[]
  /** Whether the year of each value holds own figures. */
  own: readonly boolean[]
  form: (value: number | null) => string
}

function Line({ title, values, own, form }: LineProps) {
  const [low = 0, high = 0] = extent(values.filter((value) => value !== null))
  const known = values.flatMap((value, i) => (value === null ? [] : [{ value, i }]))
  if (known.length === 0)
    return (
      <figure>
        <figcaption>{title}</figcaption>
        <p class="note">No figure in any year.</p>
      </figure>
    )
  const x = (i: number) => EDGE + (i / Math.max(1, values.length - 1)) * (WIDE - 2 * EDGE)
  const y = (value: number) =>
    high === low ? TALL / 2 : TALL - EDGE - ((value - low) / (high - low)) * (TALL - 2 * EDGE)
  const ends = [known[0]!, known.at(-1)!]
  return (
    <figure>
      <figcaption>
        <b>{title}</b> {form(ends[0]!.value)} to {form(ends[1]!.value)}
      </figcaption>
      <svg viewBox={`0 0 ${WIDE} ${TALL}`} aria-hidden="true">
        <polyline points={known.map(({ value, i }) => `${x(i)},${y(value)}`).join(' ')} />
        {known.map(({ value, i }) =>
          own[i] ? (
            <g key={i} class="own-year">
              <line x1={x(i)} x2={x(i)} y1="0" y2={TALL} />
              <path d={diamond(x(i), y(value))}>
                <title>{`${form(value)}, with own figures`}</title>
              </path>
            </g>
          ) : (
            <circle key={i} cx={x(i)} cy={y(value)} r="4">
              <title>{form(value)}</title>
            </circle>
          ),
        )}
      </svg>
    </figure>
  )
}
