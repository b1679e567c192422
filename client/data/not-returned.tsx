import type { Count } from '../api-types.ts'
import { ended, yearInWords } from '../words.ts'

export function NotReturned({ count }: { count: Count }) {
  return (
    <section id="not-returned" tabIndex={-1}>
      <h2>What was not returned</h2>
      <p>
        Missing is never counted as zero. What is known of a place is shown, with a hatched corner and the
        name of who made no return.
        {count.missing.some(({ own }) => own) &&
          ' Where own figures are counted for a return, it is told here and no longer as missing: whether they are all that the return would say, nobody has checked.'}
      </p>
      <ul class="missing">
        {count.missing.map((row) => (
          <li key={row.place + row.agency + row.what + row.year}>
            {!row.own && <span class="corner" aria-hidden="true" />}
            <span>
              <strong>{row.agency_name}</strong> in {row.place_name}: {row.what} return
              {row.year ? `, ${yearInWords(row.year)}` : ''}
              {row.own && <strong>: own figures are counted for it</strong>}. {ended(row.why)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
