import { useEffect } from 'preact/hooks'
import { dealMoney, eachPound } from '../../format.ts'
import { announce } from '../../frame/announcer.tsx'
import { Figure } from './explain/figure.tsx'
import { splitFinding } from './finding.ts'
import { BASIS_WORDS, yearName } from './names.ts'
import type { Shown } from './shown.ts'

const SETTLED_MS = 900

/** Whether it pays, on which basis, who loses under the split in force, and what would mend it. */
export function Finding({ shown }: { shown: Shown }) {
  const { reply } = shown
  const { basis, npv } = reply.sharing
  const { pvCost, pvBenefit, payback } = reply.financial[basis]
  const at = payback.discounted.sustained
  const split = splitFinding(shown)
  const other = basis === 'gross' ? 'cashable' : 'gross'
  const otherNpv = reply.financial[other].npv
  useEffect(() => {
    const timer = setTimeout(() => announce(`Net present value ${dealMoney(npv)}. ${split}`), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [npv, split])
  return (
    <div class="finding see-finding">
      <p>
        {pvCost === 0 && (
          <strong>
            {pvBenefit === 0
              ? 'Neither a cost nor a change has been given yet, so nothing can be said of whether it pays. '
              : 'No cost has been given yet, so that it pays says nothing. '}
          </strong>
        )}
        On {BASIS_WORDS[basis]}, {npv < 0 ? 'it does not pay' : 'it pays'}: {dealMoney(pvCost)} in the pot
        comes back as {dealMoney(pvBenefit)} over {reply.years} {reply.years === 1 ? 'year' : 'years'},{' '}
        {npv < 0 ? 'a loss of ' : 'a gain of '}
        <strong>
          <Figure
            opens={{ of: 'npv', case: basis }}
            about="net present value of the programme"
            negative={npv < 0}
          >
            {dealMoney(Math.abs(npv))}
          </Figure>
        </strong>
        {at !== null && npv >= 0 && (
          <>
            , paid back in{' '}
            <Figure opens={{ of: 'payback', case: basis }} about="payback">
              {yearName(at)}
            </Figure>
          </>
        )}
        .{' '}
        {otherNpv < 0 !== npv < 0 && (
          <strong>
            {other === 'cashable' ? 'On cashable savings alone' : 'Counting all savings'} it would{' '}
            {otherNpv < 0 ? `lose ${dealMoney(-otherNpv)}` : `gain ${dealMoney(otherNpv)}`}.{' '}
          </strong>
        )}
        {split}
      </p>
    </div>
  )
}

/** The cases apart: money to public bodies, gross and cashable, and gain to everybody. */
export function Cases({ shown }: { shown: Shown }) {
  const { financial, economic, sharing, priceBase } = shown.reply
  const one = (name: 'cashable' | 'gross' | 'economic', title: string) => {
    const { npv, bcr, payback } = name === 'economic' ? economic : financial[name]
    const at = payback.discounted.sustained
    return (
      <div key={name} class={name === sharing.basis ? 'case in-force' : 'case'}>
        <dt>{title}</dt>
        <dd class={npv < 0 ? 'negative' : ''}>
          <Figure opens={{ of: 'npv', case: name }} about={`net present value, ${title}`} negative={npv < 0}>
            {dealMoney(npv)}
          </Figure>
          <small>
            {bcr === null ? (
              'nothing is spent'
            ) : (
              <>
                <Figure opens={{ of: 'ratio', case: name }} about={`benefit for each pound, ${title}`}>
                  {eachPound(bcr)}
                </Figure>{' '}
                for each pound
              </>
            )}
            {' · '}
            <Figure opens={{ of: 'payback', case: name }} about={`payback, ${title}`}>
              {at === null ? 'not paid back' : `paid back in ${yearName(at)}`}
            </Figure>
          </small>
        </dd>
      </div>
    )
  }
  return (
    <section class="cases" aria-label="Net present value by case">
      <div class="case-group">
        <h2 class="note case-head">Financial case: money to public bodies</h2>
        <dl>
          {one('cashable', 'Cashable')}
          {one('gross', 'Gross')}
        </dl>
      </div>
      <div class="case-group economic">
        <h2 class="note case-head">
          Economic case: gains to everybody, not to be added to the financial case
        </h2>
        <dl>{one('economic', 'Public value')}</dl>
      </div>
      <p class="note case-foot">
        Net present value, prices of {priceBase}. The split shares the {sharing.basis} gain.
      </p>
    </section>
  )
}
