import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { address, get } from '../api.ts'

export type Outlines = FeatureCollection<Polygon | MultiPolygon>

/** The outlines of a tier, each with its code. */
export async function outlines(tier: string): Promise<Outlines> {
  const topology = await get<Topology>(address(`/outlines/${tier}`))
  const object = topology.objects[tier] ?? Object.values(topology.objects)[0]!
  return feature(topology, object as GeometryCollection) as Outlines
}

/** The least box round the outlines of these codes; null where there is none. */
export function boxOf({ features }: Outlines, codes: ReadonlySet<string>) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { properties, geometry } of features) {
    if (!codes.has(String(properties?.code))) continue
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    for (const [lon, lat] of rings.flat()) {
      west = Math.min(west, lon!)
      east = Math.max(east, lon!)
      south = Math.min(south, lat!)
      north = Math.max(north, lat!)
    }
  }
  return west === Infinity
    ? null
    : ([
        [west, south],
        [east, north],
      ] as [[number, number], [number, number]])
}
