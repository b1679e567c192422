import { readFile } from 'node:fs/promises'

interface Geometry {
  readonly type?: string
  readonly id?: string
  readonly arcs?: unknown
  readonly geometries?: readonly Geometry[]
}

export interface Topology {
  readonly type: 'Topology'
  readonly arcs: readonly unknown[]
  readonly objects: Readonly<Record<string, Geometry>>
}

/** The arcs of a geometry, as TopoJSON nests them: ~i is arc i backwards. */
function renumbered(arcs: unknown, number: (arc: number) => number): unknown {
  if (Array.isArray(arcs)) return arcs.map((part) => renumbered(part, number))
  const arc = arcs as number
  return arc < 0 ? ~number(~arc) : number(arc)
}

/** One object of a topology with the arcs it uses and no other; undefined where there is no such object. */
export function outlinesOf(topology: Topology, name: string): Topology | undefined {
  if (!Object.hasOwn(topology.objects, name)) return undefined
  const numbers = new Map<number, number>()
  const number = (arc: number) => {
    if (!numbers.has(arc)) numbers.set(arc, numbers.size)
    return numbers.get(arc)!
  }
  const kept = (geometry: Geometry): Geometry => ({
    ...geometry,
    ...(geometry.arcs ? { arcs: renumbered(geometry.arcs, number) } : {}),
    ...(geometry.geometries ? { geometries: geometry.geometries.map(kept) } : {}),
  })
  const objects = { [name]: kept(topology.objects[name]!) }
  return {
    ...topology,
    objects,
    arcs: [...numbers.keys()].map((arc) => topology.arcs[arc]),
  }
}

/** Reads a TopoJSON file. */
export async function readTopology(file: string): Promise<Topology> {
  return JSON.parse(await readFile(file, 'utf8')) as Topology
}
