import { partsOf, type Span, scaleOver } from '../charts/scale.ts'
import { money, percentTenth, pounds } from '../format.ts'
import { Heads } from '../frame/heads.tsx'
import { ViewLink } from '../frame/view-link.tsx'
import type { Measure } from '../state/state.ts'
import { view } from '../state/store.ts'
import { list } from '../words.ts'
import { besideOf, type Cell, unitOf } from './beside.ts'
import type { Compared, Kind } from './compared.ts'

const FORMS: Record<Measure, (value: number | null) => string> = {
  total: money,
  head: pounds,
  share: percentTenth,
}

const UNITS: Record<Measure, string> = {
  total: 'Net spending in pounds',
  head: 'Net spending in pounds a head',
  share: 'Shares of each total',
}

interface Props {
  id: string
  title: string
  kind: Kind
  sides: readonly Compared[]
}

/** Parts of spending side by side, every bar on one scale; a table, so that it is its own twin. */
export function BesideTable({ id, title, kind, sides }: Props) {
  const asked = view.value.measure
  const by = unitOf(sides, kind, asked)
  const rows = besideOf(sides, kind, by)
  const scale = scaleOver(
    rows.flatMap(({ cells }) => cells.map(({ amount, recorded }) => ({ amount: amount ?? 0, recorded }))),
  )
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="note">
        {UNITS[by]}, every bar on one scale.
        {by !== asked && ' No shares are drawn, for some parts are negative.'}
      </p>
      <table class={`plain beside of-${sides.length}`}>
        <caption class="hidden">{title}, side by side</caption>
        <Heads of={[kind === 'sector' ? 'Kind of agency' : 'Function', ...sides.map(({ name }) => name)]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, i) => (
                <td key={sides[i]!.key} data-head={sides[i]!.name}>
                  <span class="beside-cell">
                    <Track cell={cell} scale={scale} />
                    <Figure cell={cell} by={by} kind={kind} id={row.id} side={sides[i]!} about={row.name} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {kind === 'sector' &&
        sides
          .filter(({ fire }) => fire.length > 0)
          .map(({ key, name, fire }) => (
            <p key={key} class="note county-fire">
              Fire and rescue in {name} is run by {list(fire)} and counted under Councils.
            </p>
          ))}
    </section>
  )
}

function Track({ cell, scale }: { cell: Cell; scale: ReturnType<typeof scaleOver> }) {
  const { recorded, shared } = partsOf({ amount: cell.amount ?? 0, recorded: cell.recorded }, scale)
  const mark = (span: Span, kind: string) =>
    span.to > span.from && (
      <span
        class={`mark ${kind}${span.negative ? ' minus' : ''}`}
        style={{ left: `${span.from}%`, width: `${span.to - span.from}%` }}
      />
    )
  return (
    <span class="bar-track" aria-hidden="true">
      {scale.zero > 0 && <span class="bar-zero" style={{ left: `${scale.zero}%` }} />}
      {mark(shared, 'shared')}
      {mark(recorded, 'recorded')}
    </span>
  )
}

/** In the unit of the page; pounds in all where a head comes to less than one pound and would read as nothing. */
const figureOf = ({ amount, pounds }: Cell, by: Measure) =>
  by === 'head' && pounds !== null && pounds !== 0 && amount !== null && Math.abs(amount) < 0.5
    ? `${money(pounds)} in all`
    : FORMS[by](amount)

interface FigureProps {
  cell: Cell
  by: Measure
  kind: Kind
  id: string
  side: Compared
  about: string
}

/** A figure that opens its lines, on the page of its own side. */
function Figure({ cell, by, kind, id, side, about }: FigureProps) {
  if (cell.pounds === null) return <span class="beside-figure note">nothing</span>
  const text = figureOf(cell, by)
  return (
    <span class="beside-figure">
      <ViewLink
        class={`door figure${cell.pounds < 0 ? ' negative' : ''}`}
        label={`${text}: ${about} in ${side.name}, how we know`}
        to={{ page: 'explore', places: side.codes, lines: { kind, id, place: null } }}
      >
        {text}
      </ViewLink>
    </span>
  )
}
