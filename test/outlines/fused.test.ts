import { expect, test } from '@jest/globals'
import { partsOf } from '../../data/outlines/fused.ts'
import { halve } from '../../data/outlines/halve.ts'
import { ringArea, type Shape, shapeArea, wound } from '../../data/outlines/shape.ts'
import { weld } from '../../data/outlines/weld.ts'

const box = (west: number, south: number, east: number, north: number): Shape => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
]

test('a cut puts the side it faces first and loses nothing', () => {
  const whole = box(0, 50, 4, 51)
  const [east, west] = halve(whole, [1, 50.5], [1, 0])
  expect(Math.min(...east.flat(2).map(([lon]) => lon))).toBe(1)
  expect(Math.max(...west.flat(2).map(([lon]) => lon))).toBe(1)
  expect(shapeArea(east) / shapeArea(west)).toBeCloseTo(3)
  expect(shapeArea(east) + shapeArea(west)).toBeCloseTo(shapeArea(whole), 6)
})

test('a neighbour gets the corners that a cut made on the shared edge, and no others', () => {
  const whole = box(0, 50, 4, 51)
  const neighbour = box(0, 51, 4, 52)
  const [welded] = weld([neighbour], whole, halve(whole, [1, 50.5], [1, 0]))
  expect(welded![0]![0]).toEqual([
    [0, 51],
    [1, 51],
    [4, 51],
    [4, 52],
    [0, 52],
    [0, 51],
  ])
})

test('a unit that is one authority stays whole', () => {
  const whole = box(0, 50, 4, 51)
  expect(partsOf('GB-CY', whole)).toEqual([whole])
})

test('outer rings run anticlockwise and holes clockwise', () => {
  const holed: Shape = [[box(0, 50, 4, 54)[0]![0]!.toReversed(), box(1, 51, 2, 52)[0]![0]!]]
  expect(wound(holed)[0]!.map((ring) => Math.sign(ringArea(ring)))).toEqual([1, -1])
})
