import { sum } from 'd3-array'
import { counted, money, percent } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { wayId } from '../lines/way.ts'
import { notReturned, ownCounted } from '../place/missing.ts'
import { OwnHere } from '../place/own-here.tsx'
import { DECIDES, lower, yearInWords } from '../words.ts'
import type { Chain } from './chain.ts'
import { belowNothing } from './graph.ts'

/** A decider's bands, where some of its ways are income and not drawn. */
const beforeIncome = (amount: number, income: number) =>
  income < 0 && ` (${money(amount - income)} in the picture, before income of ${money(-income)})`

/** The chain in sentences, with what is not in the picture said. */
export function FlowFinding({ shown }: { shown: Chain }) {
  const { asked, total, eliminated, ways, missing, own } = shown
  const sums = new Map<string, number>()
  for (const { decides, amount } of ways) sums.set(decides, (sums.get(decides) ?? 0) + amount)
  const order = [...sums].sort((a, b) => b[1] - a[1])
  const below = belowNothing(ways)
  return (
    <div class="finding">
      <p>
        In {yearInWords(asked.year)},{' '}
        <Door opens={{ kind: 'all', id: 'all' }} about="all spending here">
          {money(total)}
        </Door>{' '}
        was spent in {asked.placeName}.{' '}
        {order.slice(0, 3).map(([decides, amount], i) => (
          <span key={decides}>
            {i === 0 ? '' : i === Math.min(2, order.length - 1) ? ' and ' : ', '}
            <Door
              opens={{ kind: 'way', id: wayId({ decides }) }}
              about={`decided by ${DECIDES[decides] ?? decides}`}
            >
              {money(amount)}
            </Door>
            {total > 0 && below.length === 0 && ` (${percent(amount / total)})`}
            {beforeIncome(
              amount,
              sum(below, (way) => (way.decides === decides ? way.amount : 0)),
            )}
            {i === 0 ? ' of it is decided by ' : ' by '}
            {lower(DECIDES[decides] ?? decides)}
          </span>
        ))}
        .
      </p>
      <p class="note">
        Who decides is net of income. The count holds what is spent, not the taxes, charges and grants that
        pay for it: no source here gives those by place.
      </p>
      <p class="caution">
        {eliminated === 0 ? (
          'No transfer between bodies here had to be left out.'
        ) : (
          <>
            Transfers between bodies, left out so that no pound is counted twice:{' '}
            <Door opens={{ kind: 'transfers', id: 'all' }} about="transfers left out">
              {money(eliminated)}
            </Door>{' '}
            in all, what is paid out and what is received set against each other.
          </>
        )}{' '}
        {missing.length > 0 && notReturned(missing)} {own.length > 0 && ownCounted(own)}
        {below.length > 0 &&
          ` The picture leaves out ${counted(below.length, 'way')} whose income was more than its spending, listed under it.`}
      </p>
      <OwnHere asked={asked} />
    </div>
  )
}
