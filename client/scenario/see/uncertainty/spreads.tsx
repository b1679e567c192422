import { dealMoney, percent } from '../../../format.ts'
import { Figure } from '../explain/figure.tsx'
import { axis } from '../scale.ts'
import type { Spread } from './simulation.ts'

interface Props {
  rows: readonly { id: string | null; name: string; spread: Spread }[]
  dimmed: boolean
}

/** Where the draws fall: nine in ten within the thin bar, half within the thick, the middle marked. */
export function Spreads({ rows, dimmed }: Props) {
  const scale = axis(
    rows.flatMap(({ spread }) => [spread.percentiles.p5, spread.percentiles.p95]),
    4,
  )
  const zero = scale.at(0)
  return (
    <div class={dimmed ? 'dimmed' : ''}>
      <p class="key" aria-hidden="true">
        <span>
          <span class="swatch wide-spread" /> nine draws in ten
        </span>
        <span>
          <span class="swatch half-spread" /> half of them
        </span>
        <span>
          <span class="swatch-line" /> the middle
        </span>
      </p>
      <ul class="spreads">
        {rows.map(({ id, name, spread }) => {
          const { p5, p25, p50, p75, p95 } = spread.percentiles
          const bar = (kind: string, from: number, to: number) => (
            <span
              class={`spread-mark ${kind}`}
              style={{ left: `${scale.at(from)}%`, width: `${scale.at(to) - scale.at(from)}%` }}
            />
          )
          return (
            <li key={id ?? 'all'} class={`spread${id === null ? ' whole' : ''}`}>
              <span class="spread-name">
                {name}
                <small>
                  {dealMoney(p5)} to {dealMoney(p95)}
                </small>
              </span>
              <span class="spread-track" aria-hidden="true">
                {bar('wide-spread', p5, p95)}
                {bar('half-spread', p25, p75)}
                <span class="spread-middle" style={{ left: `${scale.at(p50)}%` }} />
                <span class="pay-zero" style={{ left: `${zero}%` }} />
              </span>
              <span class="number">
                <Figure opens={{ of: 'draws' }} about={`chance that ${name} loses`}>
                  {spread.probabilityOfLoss === 0 ? 'never' : percent(spread.probabilityOfLoss)}
                </Figure>
              </span>
            </li>
          )
        })}
      </ul>
      <p class="note">At the right: the chance of a loss.</p>
    </div>
  )
}
