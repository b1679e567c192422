import { changeBy } from './draft.ts'
import type { Mapping } from './mapping.ts'

/** How dates and decimals are read, which the file itself tells unless it is said. */
export function More({ mapping }: { mapping: Mapping }) {
  const said = mapping.dates !== undefined || mapping.decimals !== undefined
  return (
    <details class="card part more" open={said}>
      <summary>
        <h3 id="mend-more" tabIndex={-1}>
          Dates and decimals
        </h3>{' '}
        <span class="note">told from the file{said ? ', or as chosen' : ''}</span>
      </summary>
      <div class="constants">
        <label class="constant">
          <strong>Dates such as 3/4/2017</strong>
          <select
            value={mapping.dates ?? ''}
            onChange={(event) => {
              const dates = event.currentTarget.value as NonNullable<Mapping['dates']> | ''
              changeBy(({ dates: _, ...rest }) => (dates === '' ? rest : { ...rest, dates }))
            }}
          >
            <option value="">Told from the whole column</option>
            <option value="day-month">Day first: 3 April</option>
            <option value="month-day">Month first: 4 March</option>
          </select>
        </label>
        <label class="constant">
          <strong>Decimals are marked by</strong>
          <select
            value={mapping.decimals ?? ''}
            onChange={(event) => {
              const decimals = event.currentTarget.value as NonNullable<Mapping['decimals']> | ''
              changeBy(({ decimals: _, ...rest }) => (decimals === '' ? rest : { ...rest, decimals }))
            }}
          >
            <option value="">Told from the amounts</option>
            <option value="point">A point: 1,234.50</option>
            <option value="comma">A comma: 1.234,50</option>
          </select>
        </label>
      </div>
    </details>
  )
}
