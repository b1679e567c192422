/** Longitude and latitude in degrees, WGS 84. */
export type Position = [number, number]
/** A closed ring: its last position repeats its first. */
export type Ring = Position[]
/** Polygons, each an outer ring and then its holes. */
export type Shape = Ring[][]

const EARTH_RADIUS_KM = 6371
const RADIANS = Math.PI / 180

/** Square kilometres inside a ring, by Lambert's equal-area cylinder; negative when it runs clockwise. */
export function ringArea(ring: Ring): number {
  const flat = ring.map(([lon, lat]) => [lon * RADIANS, Math.sin(lat * RADIANS)] as const)
  const [x0, y0] = flat[0]!
  let twice = 0
  for (let i = 1; i < flat.length; i++) {
    const [ax, ay] = flat[i - 1]!
    const [bx, by] = flat[i]!
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return (twice / 2) * EARTH_RADIUS_KM ** 2
}

/** Square kilometres inside a shape, its holes left out. */
export const shapeArea = (shape: Shape): number =>
  shape
    .flatMap((rings) => rings.map((ring, i) => (i ? -1 : 1) * Math.abs(ringArea(ring))))
    .reduce((sum, area) => sum + area, 0)

/** The shape with outer rings anticlockwise and holes clockwise, as RFC 7946 asks. */
export const wound = (shape: Shape): Shape =>
  shape.map((rings) => rings.map((r, i) => (ringArea(r) > 0 === (i === 0) ? r : r.toReversed())))
