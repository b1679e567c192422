import type { Feature, FeatureCollection } from 'geojson'
import { mergeArcs, quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import type { GeometryCollection, MultiPolygon, Objects, Topology } from 'topojson-specification'
import type { Mapped } from './mapping.ts'
import { COUNTRY, REGIONS } from './regions.ts'
import { type Shape, wound } from './shape.ts'

/** Steps across England's width and height: seven metres or less, below the source's own accuracy. */
const STEPS = 1e5

type Properties = ReturnType<typeof propertiesOf>

/** One topology with the objects `upper`, `region` and `country` on the same arcs. */
export function toTopology(drawn: { place: Mapped; shape: Shape }[]): Topology {
  const features = drawn.map(
    ({ place, shape }): Feature => ({
      type: 'Feature',
      id: place.code,
      properties: propertiesOf(place),
      geometry: { type: 'MultiPolygon', coordinates: wound(shape) },
    }),
  )
  const places: FeatureCollection = { type: 'FeatureCollection', features }
  const built = topology({ upper: places })
  const upper = built.objects.upper as GeometryCollection<Properties>
  const dissolve = (area: { code: string; name: string }, within: (code: string) => boolean) => ({
    ...mergeArcs(
      built,
      upper.geometries.filter((place) => within((place.properties as Properties).region)) as MultiPolygon[],
    ),
    id: area.code,
    properties: area,
  })
  const objects: Objects = {
    upper,
    region: collection(REGIONS.map((region) => dissolve(region, (code) => code === region.code))),
    country: collection([dissolve(COUNTRY, () => true)]),
  }
  return quantize({ ...built, objects }, STEPS)
}

const propertiesOf = ({ code, name, region_code, confidence, note }: Mapped) => ({
  code,
  name,
  region: region_code,
  confidence,
  ...(note && { note }),
})

const collection = (geometries: MultiPolygon[]): GeometryCollection => ({
  type: 'GeometryCollection',
  geometries,
})
