import type { Count } from '../api-types.ts'
import { money, percent } from '../format.ts'
import { type Answer, classesOf } from '../state/answer.ts'
import { definitionOf } from '../state/asked.ts'
import { lower } from '../words.ts'
import { ClassTable } from './class-table.tsx'
import { Definitions } from './definitions.tsx'
import { stretches } from './spans.ts'

/** Control as one strip from locally decided to national, with every definition's stretch under it. */
export function Spectrum({ shown, count }: { shown: Answer; count: Count }) {
  const { control, asked } = shown
  const amounts = classesOf(control)
  const strip = stretches(amounts)
  const { name, classes } = definitionOf(count, asked.definition)
  return (
    <section class="block spectrum" aria-labelledby="who-controls">
      <h2 id="who-controls">Who controls it</h2>
      <p class="note">
        Taking local to mean “{lower(name)}”: <strong>{money(control.numerator)}</strong> of{' '}
        <strong>{money(control.denominator)}</strong> is{' '}
        <strong class="share-now">{percent(control.share)}</strong> under local control.
      </p>
      {strip ? (
        <>
          <div class="strip" aria-hidden="true">
            {strip.map(({ from, to }, i) => (
              <span
                key={i}
                class={`segment class-${i + 1}${classes.includes(i + 1) ? ' local' : ''}`}
                style={{ left: `${from}%`, width: `${to - from}%` }}
              >
                {to - from > 3 && <b>{i + 1}</b>}
              </span>
            ))}
          </div>
          <div class="strip-ends" aria-hidden="true">
            <span>locally decided</span>
            <span>national</span>
          </div>
        </>
      ) : (
        <p class="note">No strip is drawn: a class is negative here, or nothing is counted.</p>
      )}
      <Definitions shown={shown} strip={strip} />
      <ClassTable amounts={amounts} total={control.denominator} classes={count.classes} local={classes} />
    </section>
  )
}
