import { extent } from 'd3-array'
import { counted } from '../format.ts'
import { OwnMark, OwnNote } from '../frame/own-mark.tsx'
import { areas } from '../state/areas.ts'
import { holdersAmong, ownIn } from '../state/own-figures.ts'
import { go, view } from '../state/store.ts'
import { figure } from '../table/figure.ts'
import { MEASURE_WORDS, upperFirst } from '../words.ts'
import { rank } from './rank.ts'
import { groups } from './rank-groups.ts'

/** Where the place stands among a named group, its own mark among the others'. */
export function RankSection() {
  const standing = rank.value
  if (!standing) return null
  const { measure } = view.value
  const { order, at, of, place, group, incomplete } = standing
  const [low = 0, high = 0] = extent(order, ({ value }) => value)
  const left = (value: number) => `${high === low ? 50 : ((value - low) / (high - low)) * 100}%`
  const own = order[at]!
  const year = areas.answer.value!.year
  return (
    <section class="block rank" aria-labelledby="rank-title">
      <h2 id="rank-title">Where it stands</h2>
      <p class="rank-line">
        <strong>
          {standing.rank} of {of}
        </strong>{' '}
        in{' '}
        <select
          class="word"
          aria-label="Ranked among"
          value={group.id}
          onChange={(event) => go({ group: event.currentTarget.value })}
        >
          {groups.value.map(({ id, name, places }) => (
            <option key={id} value={id} selected={id === group.id}>
              {name} ({places.length})
            </option>
          ))}
        </select>{' '}
        by {MEASURE_WORDS[measure]}, highest first
        {incomplete > 0 && `; ${counted(incomplete, 'place')} of them with a return missing`}.
      </p>
      <OwnNote holders={holdersAmong(group.places, year)} of={of} />
      <div class="dots" aria-hidden="true">
        {order.map(({ area, value }) => (
          <span
            key={area.code}
            class={`dot${area.code === place.code ? ' own' : ''}`}
            style={{ left: left(value) }}
            title={`${area.name}: ${figure(value, measure)}`}
          />
        ))}
        <b class={`dots-own${own.value > (low + high) / 2 ? ' left' : ''}`} style={{ left: left(own.value) }}>
          {figure(own.value, measure)}
        </b>
      </div>
      <div class="strip-ends" aria-hidden="true">
        <span>
          {order.at(-1)!.area.name} {figure(low, measure)}
        </span>
        <span>
          {order[0]!.area.name} {figure(high, measure)}
        </span>
      </div>
      <details>
        <summary>All {of} in order</summary>
        <ol class="ranking">
          {order.map(({ area, value, rank: nth }) => (
            <li key={area.code} class={area.code === place.code ? 'own' : undefined}>
              <span>{nth}</span> <span>{area.name}</span>{' '}
              <span>
                {figure(value, measure)}
                {area.missing > 0 && <small> a return is missing</small>}
                <OwnMark own={ownIn([area.code], year)} />
              </span>
            </li>
          ))}
        </ol>
      </details>
      <p class="note">
        {upperFirst(MEASURE_WORDS[measure])} is the measure on the map; choose another at the top.
      </p>
    </section>
  )
}
