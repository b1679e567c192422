import { counted, distance, integer, money, percentTenth, pounds } from '../format.ts'
import { announce } from '../frame/announcer.tsx'
import { Fault } from '../frame/fault.tsx'
import { TableFiles } from '../frame/files.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { OwnMark, OwnNote } from '../frame/own-mark.tsx'
import { asked } from '../state/asked.ts'
import { holdersAmong, ownIn } from '../state/own-figures.ts'
import { ENGLAND } from '../state/state.ts'
import { go, view } from '../state/store.ts'
import { list, MEASURE_WORDS } from '../words.ts'
import { comparators, comparatorsShown, FEATURES, type Neighbour } from './comparators.ts'
import { Features } from './features.tsx'
import { addSide, canAdd, sides } from './sides.ts'

const NEAREST = 3
const QUARTERS = ['lowest quarter', 'second lowest quarter', 'second highest quarter', 'highest quarter']

const value = (row: Neighbour, feature: string) => {
  const of = row[`${feature}_value`] as number | null
  return feature === 'population' || feature === 'density'
    ? integer(of === null ? null : Math.round(of))
    : percentTenth(of)
}

/** Sets the nearest beside the place on screen, and takes the reader up to them. */
function beside(nearest: readonly Neighbour[]) {
  go({ versus: nearest.map(({ place }) => place), lines: null })
  announce(
    `${asked.value?.placeName} is set beside ${list(nearest.map(({ place_name }) => place_name))}, above.`,
  )
  scrollTo(0, 0)
  document.getElementById('answer')?.focus({ preventScroll: true })
}

/** The places most like the one on screen by the features switched on, with it marked among them. */
export function Nearest() {
  const places = asked.value?.places ?? []
  return (
    <section class="block" aria-labelledby="nearest-title" aria-busy={comparators.busy.value}>
      <h2 id="nearest-title">Places most like it</h2>
      {places.length !== 1 || places[0] === ENGLAND ? (
        <p class="note">
          {places.length > 1
            ? `Comparators are found for one place or region at a time, and ${asked.value!.placeName} is several places that you chose, taken together. Choose one of them in the question above to see the places most like it.`
            : 'Comparators are found for one place, region or set at a time: choose one in the question above.'}
        </p>
      ) : (
        <>
          <Features />
          <Fault of={comparators} />
          {comparatorsShown.value ? (
            <Found shown={comparatorsShown.value} />
          ) : (
            !comparators.fault.value && <p class="note">Looking for places like it.</p>
          )}
        </>
      )}
    </section>
  )
}

function Found({ shown }: { shown: NonNullable<typeof comparatorsShown.value> }) {
  const { rows, standing, group, left_out, files, features, year } = shown
  const { measure } = view.value
  const { rank, of, quartile } = standing[measure]
  const nearest = rows.filter((row) => !row.own).slice(0, NEAREST)
  const on = FEATURES.filter(({ id }) => features.includes(id))
  const already = new Set(sides.value.map(({ key }) => key))
  return (
    <div class={comparators.busy.value ? 'dimmed' : undefined}>
      <p class="rank-line">
        {rank === null ? (
          `No rank by ${MEASURE_WORDS[measure]}: no figure here.`
        ) : (
          <>
            <strong>
              {rank} of {of}
            </strong>{' '}
            by {MEASURE_WORDS[measure]}, highest first
            {quartile !== null && `, in the ${QUARTERS[quartile - 1]}`}, among {standing.among}
            {standing.incomplete > 0 &&
              `; ${counted(standing.incomplete, 'place')} of them with a return missing`}
            .
          </>
        )}
      </p>
      <OwnNote
        holders={holdersAmong(
          rows.map(({ place, place_name }) => ({ code: place, name: place_name })),
          year,
        )}
        of={rows.length}
      />
      <p class="near-tools">
        <button type="button" class="button" onClick={() => beside(nearest)}>
          Compare with the nearest {nearest.length === NEAREST ? 'three' : nearest.length}
        </button>
        <span class="files">
          Places most like it: <TableFiles files={files} />
        </span>
      </p>
      <div class="near-scroll">
        <table class="plain near">
          <caption class="hidden">Places most like it, nearest first</caption>
          <Heads
            of={[
              'Place',
              number('Distance'),
              ...on.map(({ name }) => number(name)),
              number('Total'),
              number('A head'),
              number('Local share'),
              <td />,
            ]}
          />
          <tbody>
            {rows.map((row) => (
              <tr key={row.place} class={row.own ? 'chosen' : undefined}>
                <th scope="row">
                  {row.place_name}
                  {row.own && <small>your place</small>}
                  {row.missing > 0 && <small>{counted(row.missing, 'return')} missing</small>}
                  <OwnMark own={ownIn([row.place], year)} />
                </th>
                <td class="number" data-head="Distance">
                  {row.own ? '0' : distance(row.distance)}
                </td>
                {on.map(({ id, name }) => (
                  <td key={id} class="number" data-head={name}>
                    {value(row, id)}
                  </td>
                ))}
                <td class="number" data-head="Total">
                  {money(row.total)}
                </td>
                <td class="number" data-head="A head">
                  {pounds(row.head)}
                </td>
                <td class="number" data-head="Local share">
                  {percentTenth(row.share)}
                </td>
                <td class="away">
                  {!row.own && !already.has(row.place) && (
                    <button
                      type="button"
                      class="button small"
                      aria-label={`Compare with ${row.place_name}`}
                      title={canAdd.value ? undefined : 'Takes the place of the last'}
                      onClick={() => addSide([row.place])}
                    >
                      Compare
                    </button>
                  )}
                  {!row.own && already.has(row.place) && <small>beside</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        Distance is the root of the mean square of differences in standard deviations over what is ticked,
        among {integer(group.size)} {group.kind}; population and density by their logarithms. 0 is the same in
        all of it.
        {left_out.length > 0 &&
          ` Not compared, for a feature is not known: ${left_out.map(({ place_name }) => place_name).join(', ')}.`}
      </p>
    </div>
  )
}
