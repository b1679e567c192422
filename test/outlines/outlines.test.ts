import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Feature, MultiPolygon } from 'geojson'
import { feature, merge } from 'topojson-client'
import type { GeometryCollection, MultiPolygon as Merged, Topology } from 'topojson-specification'
import { readMapping } from '../../data/outlines/mapping.ts'
import { COUNTRY, REGIONS } from '../../data/outlines/regions.ts'
import { type Position, ringArea, type Shape, shapeArea } from '../../data/outlines/shape.ts'
import { ROOT } from '../../server/root.ts'

type Tier = 'upper' | 'region' | 'country'
type Outline = Feature<MultiPolygon, Record<string, string>>

const FILE = join(ROOT, 'data/outlines/england.topojson')
const topology = JSON.parse(readFileSync(FILE, 'utf8')) as Topology<Record<Tier, GeometryCollection>>
const outlines = (tier: Tier) =>
  feature(topology, topology.objects[tier] as GeometryCollection<Record<string, string>>)
    .features as unknown as Outline[]
const shapeOf = ({ geometry }: Outline) => geometry.coordinates as Shape
const upper = new Map(outlines('upper').map((outline) => [outline.properties.code!, outline]))
const ALL = [...outlines('upper'), ...outlines('region'), ...outlines('country')]

const [BARNET, ENFIELD, CITY, ISLINGTON] = ['E09000003', 'E09000010', 'E09000001', 'E09000019']
const [WIRRAL, HALTON] = ['E08000015', 'E06000006']

/** Arc to the number of times the geometries draw it. */
function arcsOf(geometries: GeometryCollection['geometries']): Map<number, number> {
  const uses = new Map<number, number>()
  for (const geometry of geometries)
    for (const signed of (geometry as Merged).arcs.flat(2)) {
      const arc = signed < 0 ? ~signed : signed
      uses.set(arc, (uses.get(arc) ?? 0) + 1)
    }
  return uses
}
const placesNamed = (...codes: string[]) =>
  topology.objects.upper.geometries.filter(({ id }) => codes.includes(id as string))
const drawn = (tier: Tier) => arcsOf(topology.objects[tier].geometries)
const arcsDrawn = (uses: Map<number, number>, times: number) =>
  [...uses].filter(([, n]) => n === times).map(([arc]) => arc)
const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b)

function holds(shape: Shape, [lon, lat]: Position): boolean {
  let inside = false
  for (const ring of shape.flat())
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!
      const [bx, by] = ring[i]!
      if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) inside = !inside
    }
  return inside
}

test('the file is under 300 kB', () => expect(statSync(FILE).size).toBeLessThan(300_000))

test('every place of the mapping has one outline with its properties, and nothing else has', () => {
  expect(upper.size).toBe(152)
  expect(outlines('upper').map(({ id, properties }) => ({ id, ...properties }))).toEqual(
    readMapping().map(({ code, name, region_code, confidence, note }) => ({
      id: code,
      code,
      name,
      region: region_code,
      confidence,
      ...(note && { note }),
    })),
  )
})

test('nine regions and one country carry code and name', () => {
  expect(outlines('region').map(({ properties }) => properties)).toEqual(REGIONS)
  expect(outlines('country').map(({ properties }) => properties)).toEqual([COUNTRY])
  expect(new Set(outlines('upper').map(({ properties }) => properties.region)).size).toBe(9)
})

test('every ring is closed, has an area and runs the way RFC 7946 asks', () => {
  for (const outline of ALL)
    for (const rings of shapeOf(outline))
      rings.forEach((ring, i) => {
        expect(ring.length).toBeGreaterThanOrEqual(4)
        expect(ring.at(-1)).toEqual(ring[0])
        expect(Math.sign(ringArea(ring))).toBe(i === 0 ? 1 : -1)
        expect(Math.abs(ringArea(ring))).toBeGreaterThan(1)
      })
})

test('England is where England is, and as large', () => {
  const [west, south, east, north] = topology.bbox!
  expect([west, south, east, north].map(Math.round)).toEqual([-6, 50, 2, 56])
  const [england] = outlines('country')
  expect(Math.abs(shapeArea(shapeOf(england!)) / 130_279 - 1)).toBeLessThan(0.02)
})

test('neighbours share arcs: each is drawn twice, or once where it is the coast or the national border', () => {
  const uses = drawn('upper')
  const [border, shared] = [arcsDrawn(uses, 1), arcsDrawn(uses, 2)]
  expect(border.length + shared.length).toBe(uses.size)
  expect(uses.size).toBe(topology.arcs.length)
  expect(shared.length).toBeGreaterThan(350)
  expect(sorted(drawn('country').keys())).toEqual(sorted(border))
  expect(sorted(arcsDrawn(drawn('region'), 1))).toEqual(sorted(border))
  expect(arcsDrawn(drawn('region'), 2).every((arc) => uses.get(arc) === 2)).toBe(true)
})

test('dissolving leaves no slivers: regions and England have islands and no holes', () => {
  const islands = (tier: Tier) =>
    Object.fromEntries(outlines(tier).map((o) => [o.properties.name, shapeOf(o).length]))
  for (const outline of [...outlines('region'), ...outlines('country')])
    expect(shapeOf(outline).every((rings) => rings.length === 1)).toBe(true)
  expect(islands('region')).toMatchObject({ London: 1, 'North West': 1, 'South East': 4, 'South West': 4 })
  expect(islands('country')).toEqual({ England: 7 })
})

test('parts of a region sum to the region', () => {
  for (const region of outlines('region')) {
    const parts = outlines('upper').filter(({ properties }) => properties.region === region.properties.code)
    const sum = parts.reduce((total, part) => total + shapeArea(shapeOf(part)), 0)
    expect(sum / shapeArea(shapeOf(region))).toBeCloseTo(1, 9)
  }
})

test('the City of London is 2.9 sq km cut from the edge of the former Islington', () => {
  expect(shapeArea(shapeOf(upper.get(CITY)!))).toBeCloseTo(2.9, 1)
  const former = merge(topology, placesNamed(CITY, ISLINGTON) as Merged[]).coordinates
  expect(former).toHaveLength(1)
  expect(former[0]).toHaveLength(1)
  expect(arcsDrawn(arcsOf(placesNamed(CITY, ISLINGTON)), 2)).toHaveLength(1)
})

test('Barnet and Enfield meet along one line', () => {
  const [line] = arcsDrawn(arcsOf(placesNamed(BARNET, ENFIELD)), 2)
  expect(topology.arcs[line!]).toHaveLength(2)
})

test('Wirral and Halton are one polygon each and do not meet', () => {
  for (const code of [WIRRAL, HALTON]) expect(shapeOf(upper.get(code)!)).toHaveLength(1)
  expect(arcsDrawn(arcsOf(placesNamed(WIRRAL, HALTON)), 2)).toEqual([])
})

test('each schematic outline says so', () => {
  for (const code of [BARNET, ENFIELD, CITY, ISLINGTON])
    expect(upper.get(code)!.properties).toMatchObject({
      confidence: 'low',
      note: expect.stringMatching(/^Schematic/),
    })
  for (const code of [WIRRAL, HALTON]) expect(upper.get(code)!.properties.confidence).toBe('medium')
})

// Centres from mySociety's register. Its centres of Bristol, Halton, the Isles of Scilly, Sefton and Torbay fall
// outside these coarse outlines, and its centres of counties are not in the counties.
test.each<[string, number, number]>([
  ['E06000014', -1.0614, 53.9587],
  ['E06000019', -2.745, 52.1035],
  ['E06000046', -1.2966, 50.6758],
  ['E06000052', -4.8272, 50.4056],
  ['E06000057', -2.0663, 55.2415],
  ['E08000003', -2.2325, 53.4515],
  ['E08000013', -2.7236, 53.4595],
  ['E08000015', -3.0927, 53.3683],
  ['E08000021', -1.6578, 55.0077],
  ['E08000025', -1.8748, 52.4885],
  ['E08000035', -1.506, 53.8257],
  ['E08000037', -1.6829, 54.9354],
  ['E09000001', -0.0924, 51.5144],
  ['E09000003', -0.21, 51.616],
  ['E09000008', -0.0872, 51.3553],
  ['E09000010', -0.0873, 51.651],
  ['E09000019', -0.1102, 51.5485],
])('the centre of %s is in its outline and no other', (code, lon, lat) => {
  const found = [...upper.values()].filter((outline) => holds(shapeOf(outline), [lon, lat]))
  expect(found.map(({ id }) => id)).toEqual([code])
})
