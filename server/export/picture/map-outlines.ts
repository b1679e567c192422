import { geoIdentity, geoMercatorRaw, geoPath } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology as Described, GeometryCollection } from 'topojson-specification'
import type { Topology } from '../../places/outlines.ts'

type Area = Feature<Polygon | MultiPolygon>

export interface Outline {
  readonly code: string
  readonly path: string
  /** Left, top, right, bottom. */
  readonly box: readonly [number, number, number, number]
  /** Cut of the north-west corner: where a hatch says that something is left out. */
  readonly corner: string
}

const RADIANS = Math.PI / 180
/** How deep the corner goes, of the area's depth from the north-west. */
const CUT = 0.42

const onMercator = (position: Position): Position => [
  ...geoMercatorRaw(position[0]! * RADIANS, position[1]! * RADIANS),
]

function flat({ geometry, ...rest }: Area): Area {
  const rings = (polygon: Position[][]) => polygon.map((ring) => ring.map(onMercator))
  return geometry.type === 'Polygon'
    ? { ...rest, geometry: { type: 'Polygon', coordinates: rings(geometry.coordinates) } }
    : { ...rest, geometry: { type: 'MultiPolygon', coordinates: geometry.coordinates.map(rings) } }
}

/** The areas of a tier; empty where the topology has none. */
export function areasOf(topology: Topology, tier = 'upper'): Area[] {
  if (!Object.hasOwn(topology.objects, tier)) return []
  const described = topology as unknown as Described
  const all = feature(described, described.objects[tier] as GeometryCollection) as FeatureCollection<
    Polygon | MultiPolygon
  >
  return all.features
}

const rounded = (value: number) => Number(value.toFixed(1))

/** Outlines drawn into a box of pixels, by Mercator as the map of the client is. */
export function outlinesIn(areas: readonly Area[], width: number, height: number): Outline[] {
  const plane: FeatureCollection<Polygon | MultiPolygon> = {
    type: 'FeatureCollection',
    features: areas.map(flat),
  }
  const fitted = geoIdentity().reflectY(true).fitSize([width, height], plane)
  const path = geoPath(fitted).digits(1)
  return plane.features.map((area) => {
    const [[left, top], [right, bottom]] = path.bounds(area)
    const depths = path(area)!
      .split(/[MLZ]/)
      .filter(Boolean)
      .map((point) => point.split(',').reduce((sum, one) => sum + Number(one), 0))
    const low = Math.min(...depths)
    const cut = low + (Math.max(...depths) - low) * CUT
    const corner = `M${rounded(left)},${rounded(top)}L${rounded(cut - top)},${rounded(top)}L${rounded(left)},${rounded(cut - left)}Z`
    return { code: String(area.id), path: path(area)!, box: [left, top, right, bottom], corner }
  })
}
