import { counted, integer, money, percent, percentTenth, pounds } from '../format.ts'
import { OwnMark } from '../frame/own-mark.tsx'
import { ViewLink } from '../frame/view-link.tsx'
import { count } from '../state/count.ts'
import { ownIn } from '../state/own-figures.ts'
import { ownOnly } from '../state/own-year.ts'
import type { LinesOf } from '../state/state.ts'
import { list } from '../words.ts'
import type { Compared } from './compared.ts'
import { takeAway } from './sides.ts'

interface Line {
  title: string
  value: (side: Compared, year: string) => string
  opens?: Omit<LinesOf, 'place'>
}

const LINES: readonly Line[] = [
  { title: 'Total', value: ({ total }) => money(total), opens: { kind: 'all', id: 'all' } },
  { title: 'A head', value: ({ head }) => pounds(head), opens: { kind: 'head', id: 'head' } },
  { title: 'Under local control', value: ({ numerator }) => money(numerator) },
  { title: 'Share under local control', value: ({ share }) => percentTenth(share) },
  { title: 'People', value: ({ persons }) => integer(persons) },
  { title: 'Recorded, not shared out', value: ({ recorded }) => percent(recorded) },
  {
    title: 'Returns',
    value: ({ missing, own }, year) => {
      if (missing + own === 0) return ownOnly(count.value, year) ? 'none in the count' : 'all made'
      return list([
        ...(missing > 0 ? [`${counted(missing, 'return')} missing`] : []),
        ...(own > 0 ? [`own figures for ${counted(own, 'return')}`] : []),
      ])
    },
  },
]

/** The headline figures of every side, with the way to each side's own panel and the way to take it away. */
export function FiguresTable({ sides, year }: { sides: readonly Compared[]; year: string }) {
  return (
    <table class={`plain beside figures-beside of-${sides.length}`}>
      <caption class="hidden">Headline figures, side by side</caption>
      <thead>
        <tr>
          <td />
          {sides.map((side, i) => (
            <th key={side.key} scope="col">
              <span class="side-name">
                <ViewLink to={{ page: 'explore', places: side.codes, lines: null }}>{side.name}</ViewLink>
                {i === 0 ? (
                  <small>your place</small>
                ) : (
                  <button
                    type="button"
                    class="remove"
                    aria-label={`Take ${side.name} away`}
                    onClick={() => takeAway(side.key)}
                  >
                    ×
                  </button>
                )}
              </span>
              <OwnMark own={ownIn(side.codes, year)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {LINES.map(({ title, value, opens }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {sides.map((side) => (
              <td key={side.key} data-head={side.name}>
                {opens ? (
                  <ViewLink
                    class="door figure"
                    label={`${value(side, year)}: ${title} in ${side.name}, how we know`}
                    to={{ page: 'explore', places: side.codes, lines: { ...opens, place: null } }}
                  >
                    {value(side, year)}
                  </ViewLink>
                ) : (
                  value(side, year)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
