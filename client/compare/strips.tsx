import { covered, stretches } from '../control/spans.ts'
import { money, percent } from '../format.ts'
import { Heads } from '../frame/heads.tsx'
import { count } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import type { Compared } from './compared.ts'

/** The spectrum of every side, one under another on one scale, with the reach of what counts as local. */
export function Strips({ sides }: { sides: readonly Compared[] }) {
  const chosen = definition.value!
  const classes = count.value!.classes
  return (
    <section class="block" aria-labelledby="compare-control">
      <h2 id="compare-control">Who controls it</h2>
      <p class="note">
        From locally decided to national; the bracket is what “{chosen.name}” counts as local.
      </p>
      {sides.map((side) => {
        const strip = side.classes && stretches(side.classes)
        return (
          <div key={side.key} class="strip-beside">
            <p>
              <b>{side.name}</b>{' '}
              {side.share === null ? 'no share can be drawn' : `${percent(side.share)} local`}
            </p>
            {strip ? (
              <div aria-hidden="true">
                <div class="strip">
                  {strip.map(({ from, to }, i) => (
                    <span
                      key={i}
                      class={`segment class-${i + 1}${chosen.classes.includes(i + 1) ? ' local' : ''}`}
                      style={{ left: `${from}%`, width: `${to - from}%` }}
                      title={`${classes[i]!.name}: ${money(side.classes![i]!)}`}
                    />
                  ))}
                </div>
                <div class="marker-rail">
                  {covered(strip, chosen.classes).map(({ from, to }) => (
                    <span key={from} class="reach" style={{ left: `${from}%`, width: `${to - from}%` }} />
                  ))}
                </div>
              </div>
            ) : (
              <p class="note">No strip is drawn: a class is negative here, or nothing is counted.</p>
            )}
          </div>
        )
      })}
      <ClassesBeside sides={sides} />
    </section>
  )
}

/** The strips' table twin: every class of every side, in pounds and of the whole. */
function ClassesBeside({ sides }: { sides: readonly Compared[] }) {
  const chosen = definition.value!
  return (
    <table class={`plain beside of-${sides.length}`}>
      <caption class="hidden">Spending by class of control, side by side</caption>
      <Heads of={['Class', ...sides.map(({ name }) => name)]} />
      <tbody>
        {count.value!.classes.map((one) => (
          <tr key={one.class}>
            <th scope="row">
              <span class={`swatch class-${one.class}`} aria-hidden="true" /> {one.class} {one.name}
              {chosen.classes.includes(one.class) && <small>counts as local</small>}
            </th>
            {sides.map((side) => {
              const amount = side.classes?.[one.class - 1] ?? null
              const whole = side.total !== null && side.total > 0 && side.classes?.every((each) => each >= 0)
              return (
                <td key={side.key} data-head={side.name}>
                  {money(amount)}
                  {whole && amount !== null && ` (${percent(amount / side.total!)})`}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
