import { useMemo } from 'preact/hooks'
import { BarsKey } from '../charts/bars-key.tsx'
import { money } from '../format.ts'
import { Scroll } from '../frame/scroll.tsx'
import { wayId } from '../lines/way.ts'
import { go } from '../state/store.ts'
import type { Chain } from './chain.ts'
import { type Band, OTHER, STAGES, type Stop } from './graph.ts'
import { layoutOf, type PlacedBand, type PlacedStop, ribbon, WIDTH } from './layout.ts'

const HEADS = ['Who decides', 'Who holds it', '', 'On what']

/** What a stop or band opens: its lines, but for the smaller agencies rolled into one. */
function open(by: Chain['by'], stops: readonly { stage: number; code: string }[]) {
  if (stops.some(({ code }) => code === OTHER)) return undefined
  const way = Object.fromEntries(
    stops.map(({ stage, code }) => [STAGES[stage] === 'spender' ? by : STAGES[stage], code]),
  )
  return () => go({ lines: { kind: 'way', id: wayId(way), place: null } })
}

const told = ({ name }: { name: string }, band: Band, other: { name: string }) =>
  `${name} to ${other.name}: ${money(band.amount)}; ${money(band.recorded)} recorded, ${money(band.amount - band.recorded)} shared out`

/** Bands of money from who decides to what it is spent on; solid is recorded, dotted is shared out. The table below is its keyboard face. */
export function Picture({ shown }: { shown: Chain }) {
  const { nodes, links, height } = useMemo(() => layoutOf(shown.stops, shown.bands), [shown])
  return (
    <>
      <Scroll label="Picture of the flow of money" class="flow-scroll">
        <svg class="flow" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
          <defs>
            <pattern id="flow-dots" width="5" height="5" patternUnits="userSpaceOnUse">
              <circle cx="2.5" cy="2.5" r="0.9" fill="#12436d" />
            </pattern>
          </defs>
          {HEADS.map((head, stage) => (
            <text key={stage} class="flow-head" x={headAt(nodes, stage)} y="14">
              {head || (shown.by === 'agency' ? 'Which agency spends' : 'Who spends it')}
            </text>
          ))}
          {links.map((band) => (
            <Ribbon
              key={`${(band.source as Stop).id} ${(band.target as Stop).id}`}
              band={band}
              by={shown.by}
            />
          ))}
          {nodes.map((stop) => (
            <StopMark key={stop.id} stop={stop} by={shown.by} />
          ))}
        </svg>
      </Scroll>
      <BarsKey />
    </>
  )
}

const headAt = (nodes: readonly PlacedStop[], stage: number) =>
  nodes.find((stop) => stop.stage === stage)?.x0 ?? 0

function Ribbon({ band, by }: { band: PlacedBand; by: Chain['by'] }) {
  const [from, to] = [band.source as PlacedStop, band.target as PlacedStop]
  const width = Math.max(0.75, band.width ?? 0)
  const solid = (width * band.recorded) / band.amount
  const act = open(by, [from, to])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hidden from readers; the table's doors carry the keys
    <g class={`flow-band${act ? ' door' : ''}`} onClick={act}>
      <title>{told(from, band, to)}</title>
      {solid < width && <path class="flow-shared" d={ribbon(band, solid, width - solid)} />}
      {solid > 0 && <path class="flow-recorded" d={ribbon(band, 0, solid)} />}
    </g>
  )
}

function StopMark({ stop, by }: { stop: PlacedStop; by: Chain['by'] }) {
  const [x0, y0, x1, y1] = [stop.x0!, stop.y0!, stop.x1!, stop.y1!]
  const act = open(by, [stop])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hidden from readers; the table's doors carry the keys
    <g class={`flow-stop${act ? ' door' : ''}`} onClick={act}>
      <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} />
      <foreignObject x={x1 + 6} y={(y0 + y1) / 2 - 17} width="196" height="34">
        <div class="flow-label">
          <p>
            <span>
              {stop.name} <b>{money(stop.value ?? 0)}</b>
            </span>
          </p>
        </div>
      </foreignObject>
    </g>
  )
}
