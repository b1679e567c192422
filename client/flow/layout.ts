import { type SankeyLink, type SankeyNode, sankey } from 'd3-sankey'
import type { Band, Stop } from './graph.ts'

export type PlacedStop = SankeyNode<Stop, Band>
export type PlacedBand = SankeyLink<Stop, Band>

export const WIDTH = 1120
const NODE = 10
const GAP = 30
const LEAST = 420

/** Where stops and bands stand, in a box WIDTH wide; its height follows the fullest stage. */
export function layoutOf(stops: readonly Stop[], bands: readonly Band[]) {
  const fullest = Math.max(
    ...[0, 1, 2, 3].map((stage) => stops.filter((stop) => stop.stage === stage).length),
  )
  const height = Math.max(LEAST, fullest * (GAP + 14))
  const layout = sankey<Stop, Band>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ stage }) => stage)
    .nodeWidth(NODE)
    .nodePadding(GAP)
    .extent([
      [0, 28],
      [WIDTH - 210, height + 28],
    ])
  const placed = layout({
    nodes: stops.map((stop) => ({ ...stop })),
    links: bands.map((band) => ({ ...band, value: band.amount })),
  })
  return { ...placed, height: height + 44 }
}

/** The outline of a band from one stop to the next, `top` and `depth` being the part of it that is drawn. */
export function ribbon(band: PlacedBand, top: number, depth: number) {
  const from = band.source as PlacedStop
  const to = band.target as PlacedStop
  const [x0, x1] = [from.x1!, to.x0!]
  const middle = (x0 + x1) / 2
  const width = band.width ?? 0
  const y0 = band.y0! - width / 2 + top
  const y1 = band.y1! - width / 2 + top
  return (
    `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}` +
    `V${y1 + depth}C${middle},${y1 + depth} ${middle},${y0 + depth} ${x0},${y0 + depth}Z`
  )
}
