import type { Position, Ring, Shape } from './shape.ts'

/** Degrees: a cut's corner is rounded by at most half of this off the edge it was made on. */
const NEAR = 1e-5

/**
 * A cut puts new corners on edges that neighbours draw as one straight line. Puts the same corners into the
 * neighbours, so that both sides still have the very same edges.
 */
export function weld(shapes: Shape[], uncut: Shape, parts: Shape[]): Shape[] {
  const known = new Set(uncut.flat(2).map(key))
  const fresh = new Map(
    parts
      .flat(3)
      .filter((p) => !known.has(key(p)))
      .map((p) => [key(p), p]),
  )
  const inserts = new Map<string, Position>()
  for (const ring of uncut.flat())
    for (let i = 1; i < ring.length; i++)
      for (const corner of fresh.values())
        if (distance(corner, ring[i - 1]!, ring[i]!) < NEAR) {
          inserts.set(edge(ring[i - 1]!, ring[i]!), corner)
          inserts.set(edge(ring[i]!, ring[i - 1]!), corner)
        }
  return shapes.map((shape) => shape.map((rings) => rings.map((ring) => withInserts(ring, inserts))))
}

const withInserts = (ring: Ring, inserts: Map<string, Position>): Ring =>
  ring.flatMap((position, i) => {
    const corner = i > 0 ? inserts.get(edge(ring[i - 1]!, position)) : undefined
    return corner ? [corner, position] : [position]
  })

const key = (position: Position): string => position.join()
const edge = (from: Position, to: Position): string => `${key(from)} ${key(to)}`

function distance([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
