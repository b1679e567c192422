import { halve } from './halve.ts'
import { type Position, type Shape, shapeArea } from './shape.ts'

// Centres: mySociety's register of local authorities (CC BY 4.0), to four decimals.
const BARNET: Position = [-0.21, 51.616]
const ENFIELD: Position = [-0.0873, 51.651]
const CITY: Position = [-0.0924, 51.5144]
const ISLINGTON: Position = [-0.1102, 51.5485]
const CITY_SQ_KM = 2.9

/** The parts of a Natural Earth unit that stands for two authorities, in the order of the mapping; else the unit. */
export function partsOf(hasc: string, unit: Shape): Shape[] {
  switch (hasc) {
    case 'GB-HL':
      return unit.map((polygon) => [polygon])
    case 'GB-EF':
      return halve(unit, between(BARNET, ENFIELD, 0.5), towards(ENFIELD, BARNET))
    case 'GB-IT':
      return cutToArea(unit, CITY, ISLINGTON, CITY_SQ_KM)
    default:
      return [unit]
  }
}

/** The cut square to the line from `near` to `far` that leaves `sqKm` on the near side, which comes first. */
function cutToArea(unit: Shape, near: Position, far: Position, sqKm: number): [Shape, Shape] {
  const cut = (share: number) => halve(unit, between(near, far, share), towards(far, near))
  let [low, high] = [-0.5, 1]
  while (high - low > 1e-4) {
    const middle = (low + high) / 2
    if (shapeArea(cut(middle)[0]) < sqKm) low = middle
    else high = middle
  }
  return cut(high)
}

const between = (a: Position, b: Position, share: number): Position => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

const towards = (from: Position, to: Position): Position => [to[0] - from[0], to[1] - from[1]]
