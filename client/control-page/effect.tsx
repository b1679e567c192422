import { money, percentTenth, points } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { OwnNote } from '../frame/own-mark.tsx'
import { type Answer, classesOf, local } from '../state/answer.ts'
import { count, recordedOnly } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { holdersAmong } from '../state/own-figures.ts'
import { ownOnly } from '../state/own-year.ts'
import { pricesInWords, yearInWords } from '../words.ts'
import { compared, start } from './before.ts'
import { StillStrip } from './still-strip.tsx'

/** The answer: the share under the definition as edited, beside the one that ships. */
export function Effect({ shown }: { shown: Answer }) {
  const chosen = definition.value!
  const from = start.value!
  const { numerator, denominator, share } = local.value
  const { asked } = shown
  const partial = recordedOnly(count.value, asked.year)
  const before = shown.definitions.find(({ id }) => id === from.id)
  const change = share !== null && before?.share != null ? share - before.share : null
  const amounts = classesOf(shown.control)
  const old = classesOf(shown.shipped)
  return (
    <section class="card control-effect" aria-labelledby="effect-title">
      <h2 id="effect-title">What it comes to</h2>
      <p class="finding">
        In {yearInWords(asked.year)}, counting “{chosen.name}”,{' '}
        <Door opens={{ kind: 'definition', id: chosen.id }} about="the part counted as local">
          {money(numerator)}
        </Door>{' '}
        of{' '}
        <Door opens={{ kind: 'all', id: 'all' }} about="all spending here">
          {money(denominator)}
        </Door>{' '}
        {partial ? (
          `of ${ownOnly(count.value, asked.year) ? 'figures of your own is local. No share is drawn from them.' : 'recorded council, police and fire money is local. No share is drawn from recorded lines only.'}`
        ) : (
          <>
            is under local control:{' '}
            <Door opens={{ kind: 'share', id: chosen.id }} about="share under local control">
              {percentTenth(share)}
            </Door>
            {share === null && ', for a class is negative here or nothing is counted'}.
          </>
        )}
        {asked.prices !== '' && ` Money is in ${pricesInWords(asked.prices, count.value!.deflator)}.`}
      </p>
      {chosen.own && !partial && before && (
        <p class="finding">
          Under “{from.name}”, unchanged, it is{' '}
          <span class="tight">
            <Door opens={{ kind: 'shipped', id: from.id }} about={`local under ${from.name}, unchanged`}>
              {money(before.numerator)}
            </Door>
            ,
          </span>{' '}
          {percentTenth(before.share)}
          {change !== null && `: a change of ${points(change)}`}.
        </p>
      )}
      {chosen.own && old && (
        <>
          <h3>Before: “{from.name}”, unchanged</h3>
          <StillStrip amounts={old} classes={from.classes} />
        </>
      )}
      {amounts && (
        <>
          <h3>{chosen.own ? `After: “${chosen.name}”` : `“${chosen.name}”`}</h3>
          <StillStrip amounts={amounts} classes={chosen.classes} />
          <div class="strip-ends" aria-hidden="true">
            <span>locally decided</span>
            <span>national, not attributable</span>
          </div>
        </>
      )}
      <Rank places={asked.places} own={chosen.own} year={asked.year} />
    </section>
  )
}

/** Where one place stands among all of them, before and after. */
function Rank({ places, own, year }: { places: readonly string[]; own: boolean; year: string }) {
  const row = places.length === 1 ? compared.value.find(({ code }) => code === places[0]) : undefined
  if (!row || row.rank === null) return null
  const ranked = compared.value.filter(({ rank }) => rank !== null)
  const moved = own && row.rankBefore !== null && row.rankBefore !== row.rank
  return (
    <>
      <p class="rank-now">
        By share it is <strong>{`${row.rank} of ${ranked.length}`}</strong> places, highest first
        {moved && `; unchanged it was ${row.rankBefore}`}. All places are listed below, and coloured on the
        map of Explore.
      </p>
      <OwnNote holders={holdersAmong(ranked, year)} of={ranked.length} />
    </>
  )
}
