import { difference, intersection } from 'polyclip-ts'
import type { Position, Ring, Shape } from './shape.ts'

/** The source's own precision: about a metre. */
const DECIMALS = 5
/** Degrees; more than England is wide. */
const FAR = 20

/** Cuts a shape by the straight line through `at` and square to `facing` on the map; the side faced comes first. */
export function halve(shape: Shape, at: Position, facing: Position): [Shape, Shape] {
  const side = [halfPlane(at, facing)]
  return [rounded(intersection(shape, side)), rounded(difference(shape, side))]
}

function halfPlane([lon, lat]: Position, [east, north]: Position): Ring {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  const length = Math.hypot(east * squeeze, north)
  const [x, y] = [(east * squeeze) / length, north / length]
  const corner = (along: number, ahead: number): Position => [
    lon + (FAR * (x * ahead - y * along)) / squeeze,
    lat + FAR * (y * ahead + x * along),
  ]
  const start = corner(-1, 0)
  return [start, corner(-1, 1), corner(1, 1), corner(1, 0), start]
}

const round = (degrees: number): number => Number(degrees.toFixed(DECIMALS))

const rounded = (shape: Shape): Shape =>
  shape.map((rings) => rings.map((ring) => ring.map(([lon, lat]): Position => [round(lon), round(lat)])))
