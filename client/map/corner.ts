import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'

/** How deep the cut goes, of the area's whole depth. */
const SHARE = 0.42

/** The north-west corner of an area, cut along a diagonal: where a hatch says that something is left out. */
function corner(feature: Feature<Polygon | MultiPolygon>): Feature<Polygon> {
  const { geometry } = feature
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const ring = rings.map((polygon) => polygon[0]!).sort((a, b) => span(b) - span(a))[0]!
  const depths = ring.map(depth)
  const low = Math.min(...depths)
  const cut = low + (Math.max(...depths) - low) * SHARE
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [clip(ring, cut)] } }
}

/** Corners of the places with a return missing. */
export const cornersOf = (
  { features }: FeatureCollection<Polygon | MultiPolygon>,
  missing: ReadonlySet<string>,
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.filter((feature) => missing.has(feature.properties?.code)).map(corner),
})

/** Distance from the north-west, in degrees of latitude at England's middle. */
const depth = ([lon, lat]: Position) => lon! * 0.61 - lat!

const span = (ring: Position[]) => {
  const depths = ring.map(depth)
  return Math.max(...depths) - Math.min(...depths)
}

/** Sutherland and Hodgman's clipping by one line. */
function clip(ring: Position[], cut: number): Position[] {
  const kept: Position[] = []
  for (const [i, point] of ring.entries()) {
    const next = ring[(i + 1) % ring.length]!
    const [a, b] = [depth(point) - cut, depth(next) - cut]
    if (a <= 0) kept.push(point)
    if (a < 0 !== b < 0 && a !== b) {
      const t = a / (a - b)
      kept.push([point[0]! + t * (next[0]! - point[0]!), point[1]! + t * (next[1]! - point[1]!)])
    }
  }
  kept.push(kept[0]!)
  return kept
}
