import { covered, stretches } from '../control/spans.ts'

interface Props {
  amounts: readonly number[]
  classes: readonly number[]
}

/** The spectrum as a picture: its seven classes, and under it the reach of what counts as local. */
export function StillStrip({ amounts, classes }: Props) {
  const strip = stretches(amounts)
  if (!strip) return <p class="note">No strip is drawn: a class is negative here, or nothing is counted.</p>
  return (
    <div class="still" aria-hidden="true">
      <div class="strip">
        {strip.map(({ from, to }, i) => (
          <span key={i} class={`segment class-${i + 1}`} style={{ left: `${from}%`, width: `${to - from}%` }}>
            {to - from > 3 && <b>{i + 1}</b>}
          </span>
        ))}
      </div>
      <div class="marker-rail">
        {covered(strip, classes).map(({ from, to }) => (
          <span key={from} class="reach" style={{ left: `${from}%`, width: `${to - from}%` }} />
        ))}
      </div>
    </div>
  )
}
