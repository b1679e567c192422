import { sum } from 'd3-array'
import { counted, money, pounds } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { wayId } from '../lines/way.ts'
import { lower } from '../words.ts'
import type { Chain } from './chain.ts'
import { belowNothing, OTHER } from './graph.ts'

/** Ways that no band can show: their income was more than their spending. */
export function Below({ shown }: { shown: Chain }) {
  const ways = belowNothing(shown.ways)
  if (ways.length === 0) return null
  const { nameOf, by } = shown
  const below = sum(ways, ({ amount }) => amount)
  return (
    <div class="below">
      <h3>Not drawn: income was more than spending</h3>
      <p class="note">
        {counted(ways.length, 'way')}, {money(below)} in all. The bands add to {pounds(shown.total - below)},
        and with these the total is {pounds(shown.total)}.
      </p>
      <ul>
        {ways.map((way) => {
          const { decides, holds, spender, division, amount } = way
          const name = `${nameOf(2, spender)}, ${nameOf(3, division)}; decided by ${lower(nameOf(0, decides))}`
          return (
            <li key={[decides, holds, spender, division].join()}>
              {name}:{' '}
              {spender === OTHER ? (
                <span class="negative">{money(amount)}</span>
              ) : (
                <Door
                  opens={{ kind: 'way', id: wayId({ decides, holds, [by]: spender, division }) }}
                  about={name}
                  negative
                >
                  {money(amount)}
                </Door>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
