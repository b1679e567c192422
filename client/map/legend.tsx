import { max } from 'd3-array'
import { counted } from '../format.ts'
import { areas, returnsMissing } from '../state/areas.ts'
import { classOf } from './classes.ts'
import { coloured } from './coloured.ts'
import { ownValue } from './legend-own.ts'

/** How many places stand in each class, with the chosen place marked: never over land. */
export function Legend() {
  const shown = coloured.value
  if (!shown) return null
  const { counts, breaks, none, palette, write } = shown
  if (breaks.length === 0) {
    return (
      <p class="legend no-classes">
        No share is drawn from recorded lines only: {counted(none, 'place')} with no figure, hatched all over.
        Choose total spending or spending a head.
      </p>
    )
  }
  const tallest = max(counts) || 1
  const own = classOf(ownValue.value?.value ?? null, breaks)
  const name = ownValue.value?.name ?? null
  return (
    <figure class="legend" aria-label={sentence(counts, breaks, write)}>
      <div class="legend-bars" aria-hidden="true">
        {palette.map((colour, i) => (
          <div key={colour} class="legend-class">
            <span class="legend-count">{counts[i]}</span>
            <span
              class="legend-bar"
              style={{ height: `${4 + ((counts[i] ?? 0) / tallest) * 28}px`, background: colour }}
            />
            <span class="legend-chosen">{own === i ? <b title={name ?? ''}>▲</b> : ''}</span>
          </div>
        ))}
        {breaks.map((value, i) => (
          <span key={i} class="legend-break" style={{ left: `${(i + 1) * 20}%` }}>
            {write(value)}
          </span>
        ))}
      </div>
      <figcaption>
        {shown.diverging && 'Orange is less, purple is more. '}Places in each class
        {name ? `; ▲ ${name}, ${write(ownValue.value!.value)}` : ''}.{' '}
        {missingPlaces() > 0 && (
          <span class="legend-hatch">
            <span class="corner" aria-hidden="true" /> {counted(missingPlaces(), 'place')} with a return
            missing{returns() < missingPlaces() && `: ${counted(returns(), 'return')} in all`}.
          </span>
        )}{' '}
        {none > 0 && `${counted(none, 'place')} with no figure, hatched all over.`}
      </figcaption>
    </figure>
  )
}

const returns = () => returnsMissing(areas.answer.value?.rows ?? [])

const missingPlaces = () => areas.answer.value?.rows.filter((row) => row.missing > 0).length ?? 0

function sentence(counts: readonly number[], breaks: readonly number[], words: (value: number) => string) {
  return counts
    .map((n, i) => {
      const [low, high] = [breaks[i - 1], breaks[i]]
      const range =
        low === undefined
          ? `under ${words(high!)}`
          : high === undefined
            ? `${words(low)} and over`
            : `${words(low)} to ${words(high)}`
      return `${counted(n, 'place')} ${range}`
    })
    .join('; ')
}
