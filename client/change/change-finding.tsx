import { money, percentTenth, points, pounds } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { ViewLink } from '../frame/view-link.tsx'
import { notReturned, ownCounted } from '../place/missing.ts'
import { count, recordedOnly } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { ended, lower, yearInWords } from '../words.ts'
import { ChangeSources } from './change-sources.tsx'
import type { Changed } from './changed.ts'
import { percentChange, poundsChange } from './measured.ts'
import { RestsOn } from './rests-on.tsx'
import { inPrices } from './words.ts'

const over = (after: number | null, before: number | null) =>
  after === null || before === null || before <= 0 ? null : (after - before) / before

const each = (amount: number | null, persons: number | null) =>
  amount === null || !persons ? null : amount / persons

/** The change in sentences: in all, a head and under local control; then what weakens it. */
export function ChangeFinding({ shown }: { shown: Changed }) {
  const { query, together, share, placeName, notes, deflation, missing, own } = shown
  const { before, after, change } = together
  const heads = [each(before, together.persons_before), each(after, together.persons_after)] as const
  const ratio = over(after, before)
  const headRatio = over(heads[1], heads[0])
  const [first, second] = [yearInWords(query.from), yearInWords(query.year)]
  const partial = recordedOnly(count.value, query.year)
  return (
    <div class="finding">
      {change === null ? (
        <p>
          No change is shown for {placeName}: what was spent is not known of{' '}
          {before === null ? first : second}.
        </p>
      ) : (
        <p>
          {change === 0 ? (
            `As much was spent in ${placeName} in ${second} as in ${first}`
          ) : (
            <>
              <strong>{money(Math.abs(change))}</strong> {change > 0 ? 'more' : 'less'} was spent in{' '}
              {placeName} in {second} than in {first}
            </>
          )}
          , {inPrices(query.prices)}: {ratio !== null && `${percentChange(ratio)} in all`}
          {headRatio !== null && `, ${percentChange(headRatio)} a head`}. It was{' '}
          <ViewLink
            class="door figure"
            to={{ year: query.from, from: null, lines: { kind: 'all', id: 'all', place: null } }}
          >
            {money(before)}
          </ViewLink>{' '}
          and is{' '}
          <Door opens={{ kind: 'all', id: 'all' }} about={`all spending of ${second}`}>
            {money(after)}
          </Door>
          {heads[0] !== null && heads[1] !== null && (
            <>
              ; {pounds(heads[0])} a head, now {pounds(heads[1])}{' '}
              <span class="tight">({poundsChange(heads[1] - heads[0])})</span>
            </>
          )}
          .{' '}
          {share.before !== null && share.after !== null && (
            <>
              Taking local to mean “{lower(definition.value!.name)}”, the share under local control went from{' '}
              {percentTenth(share.before)} to {percentTenth(share.after)}:{' '}
              <strong>{points(share.after - share.before)}</strong>.
            </>
          )}
        </p>
      )}
      <RestsOn shown={shown} />
      <ChangeSources shown={shown} />
      {partial && (
        <p class="caution">
          <strong>Recorded lines only, not a full count:</strong> councils, police and fire, in both years
          alike. No share under local control is drawn from them.
        </p>
      )}
      {notes.map(({ year, note }) => (
        <p key={year} class="caution">
          <strong>{yearInWords(year)}:</strong> {ended(note)}
        </p>
      ))}
      {missing.length > 0 && (
        <p class="caution">
          {notReturned(missing)} A change against a year with a return missing is not of like with like.
        </p>
      )}
      {own.length > 0 && (
        <p class="caution">
          {ownCounted(own)} They may not be all that a return holds, so that a change may not be of like with
          like.
        </p>
      )}
      {deflation && (
        <p class="caution">
          {ended(`${deflation.title}, ${deflation.publisher}, published ${deflation.published}`)}
          {deflation.forecast && ' An index used is a forecast.'}
        </p>
      )}
      {query.prices === '' && ratio !== null && (
        <p class="caution">In cash: not adjusted for inflation between the two years.</p>
      )}
    </div>
  )
}
