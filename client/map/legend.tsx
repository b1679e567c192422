import { max } from 'd3-array'
import { counted } from '../format.ts'
import { count, opened } from '../state/count.ts'
import { view } from '../state/store.ts'
import { figure } from '../table/figure.ts'
import { classOf, PALETTE } from './classes.ts'
import { coloured } from './coloured.ts'

/** How many places stand in each class, with the chosen place marked: never over land. */
export function Legend() {
  const shown = coloured.value
  if (!shown) return null
  const { counts, breaks, measure, values, none } = shown
  const tallest = max(counts) || 1
  const own = classOf(values.get(view.value.place) ?? null, breaks)
  const name = own === null ? null : opened.answer.value?.byCode.get(view.value.place)?.name
  return (
    <figure class="legend" aria-label={sentence(counts, breaks, (v) => figure(v, measure))}>
      <div class="legend-bars" aria-hidden="true">
        {PALETTE.map((colour, i) => (
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
            {figure(value, measure)}
          </span>
        ))}
      </div>
      <figcaption>
        Places in each class{name ? `; ▲ ${name}` : ''}.{' '}
        {missingPlaces() > 0 && (
          <span class="legend-hatch">
            <span class="corner" aria-hidden="true" /> {counted(missingPlaces(), 'place')} with a return
            missing.
          </span>
        )}{' '}
        {none > 0 && `${counted(none, 'place')} with no figure, hatched all over.`}
      </figcaption>
    </figure>
  )
}

const missingPlaces = () => new Set(count.value?.missing.map((row) => row.place)).size

function sentence(counts: number[], breaks: number[], words: (value: number) => string) {
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
