import type { Count } from '../api-types.ts'
import { money, percent, pounds } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { type Answer, headOf, local } from '../state/answer.ts'
import { definition } from '../state/definition.ts'
import { ownOnly } from '../state/own-year.ts'
import { ENGLAND } from '../state/state.ts'
import { list, lower, pricesInWords, yearInWords } from '../words.ts'
import { FillSwitch } from './fill-switch.tsx'
import { notReturned, ownCounted } from './missing.ts'
import { OwnHere } from './own-here.tsx'

/** The answer in sentences, with the figures in them; a weak figure is said to be weak. */
export function Finding({ shown, count }: { shown: Answer; count: Count }) {
  const { asked, spend, definitions } = shown
  const shares = definitions.flatMap(({ share }) => (share === null ? [] : [share]))
  const chosen = definition.value!
  const counted = count.financial_years.find(({ year }) => year === asked.year)
  const partial = counted?.coverage === 'recorded'
  const own = ownOnly(count, asked.year)
  const { share } = local.value
  const { recorded, missing, own_returns } = spend.coverage
  const out = asked.scope.split(',').filter(Boolean)
  const names = count.scope_tags.filter(({ tag }) => out.includes(`-${tag}`)).map(({ name }) => lower(name))
  return (
    <div class="finding">
      {asked.places[0] === ENGLAND && (
        <p class="what">
          Every public pound that can be tied to a place in England: who spends it, and who controls it.
          Choose a place in the question above, on the map or in the table.
        </p>
      )}
      <p>
        In {yearInWords(asked.year)},{' '}
        <Door opens={{ kind: 'all', id: 'all' }} about="all spending here">
          {money(spend.total)}
        </Door>{' '}
        of{' '}
        {own
          ? 'figures of your own'
          : partial
            ? 'recorded council, police and fire money'
            : 'identifiable public money'}{' '}
        {own ? 'is counted here' : 'was spent here'}
        {headOf(spend) !== null && (
          <>
            ,{' '}
            <Door opens={{ kind: 'head', id: 'head' }} about="spending a head">
              {pounds(headOf(spend))}
            </Door>{' '}
            a head
          </>
        )}
        {asked.prices !== '' && `, in ${pricesInWords(asked.prices, count.deflator)}`}
        {names.length > 0 && `, leaving out ${list(names)}`}.{' '}
        {share !== null && !partial && (
          <>
            Taking local to mean “{lower(chosen.name)}”,{' '}
            <Door opens={{ kind: 'share', id: chosen.id }} about="share under local control">
              {percent(share)}
            </Door>{' '}
            of it was under local control
            {shares.length > 1 && (
              <>
                ; by all {definitions.length} definitions the answer runs from{' '}
                <strong>{percent(Math.min(...shares))}</strong> to{' '}
                <strong>{percent(Math.max(...shares))}</strong>
              </>
            )}
            .
          </>
        )}
      </p>
      {own && (
        <p class="caution">
          <strong>Figures of your own only, not a full count:</strong> {counted?.note}. They are checked
          against no published total. Not to be compared with the years that are counted in full, and no share
          under local control is drawn from them.
        </p>
      )}
      {partial && !own && (
        <p class="caution">
          <strong>Recorded lines only, not a full count:</strong> services and housing benefit of councils,
          police and fire; no NHS, pensions, other benefits, academies or capital. Not to be compared with the
          years that are counted in full, and no share under local control is drawn from it.
        </p>
      )}
      {!partial && counted?.note && <p class="caution">{counted.note}.</p>}
      {!own && <OwnHere asked={shown.asked} />}
      {!own && (recorded !== null || missing.length + own_returns.length > 0) && (
        <p class="caution">
          {recorded !== null &&
            `${percent(recorded)} is recorded place by place; the rest is shared out from wider areas: an estimate. `}
          {missing.length > 0 && notReturned(missing)} {own_returns.length > 0 && ownCounted(own_returns)}
        </p>
      )}
      <FillSwitch shown={shown} />
    </div>
  )
}
