/** Pounds that pass the same stops, one a column. */
export interface Way {
  /** What colours it. */
  readonly kind: string
  readonly stops: readonly string[]
  readonly amount: number
}

export interface Node {
  readonly name: string
  readonly column: number
  readonly amount: number
  readonly y: number
  readonly height: number
}

export interface Ribbon {
  readonly kind: string
  /** The column it leaves; it goes to the next. */
  readonly column: number
  readonly from: number
  readonly to: number
  readonly thick: number
}

/** Pixels of all the money there is. */
const MONEY = 320
const GAP = 5

/** Pixels a stop needs at least, for its label. */
export type Least = (name: string, column: number) => number

interface Stacked {
  readonly nodes: Map<string, Node>
  readonly height: number
}

function stacked(ways: readonly Way[], column: number, unit: number, least: Least): Stacked {
  const amounts = new Map<string, number>()
  for (const { stops, amount } of ways)
    amounts.set(stops[column]!, (amounts.get(stops[column]!) ?? 0) + amount)
  const order = [...amounts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  let y = 0
  const nodes = new Map<string, Node>()
  for (const [name, amount] of order) {
    const height = amount * unit
    const slot = Math.max(height, least(name, column))
    nodes.set(name, { name, column, amount, y: y + (slot - height) / 2, height })
    y += slot + GAP
  }
  return { nodes, height: Math.max(0, y - GAP) }
}

/** Stands the stops of each column under one another, the largest first, and runs ribbons from column to column. */
export function layout(
  ways: readonly Way[],
  least: Least,
): { nodes: Node[]; ribbons: Ribbon[]; height: number } {
  const whole = ways.reduce((sum, { amount }) => sum + amount, 0)
  if (whole <= 0) return { nodes: [], ribbons: [], height: 0 }
  const unit = MONEY / whole
  const columns = ways[0]!.stops.map((_, column) => stacked(ways, column, unit, least))
  const height = Math.max(...columns.map((column) => column.height))
  const placed = columns.map(({ nodes, height: own }) => {
    const down = (height - own) / 2
    return new Map([...nodes].map(([name, node]) => [name, { ...node, y: node.y + down }]))
  })
  const ribbons = placed
    .slice(1)
    .flatMap((right, column) => between(ways, column, placed[column]!, right, unit))
  return { nodes: placed.flatMap((nodes) => [...nodes.values()]), ribbons, height }
}

/** The ribbons between two columns, in the order of what they join at either end, so that few cross. */
function between(
  ways: readonly Way[],
  column: number,
  left: ReadonlyMap<string, Node>,
  right: ReadonlyMap<string, Node>,
  unit: number,
): Ribbon[] {
  const joined = new Map<string, { kind: string; a: Node; b: Node; amount: number }>()
  for (const { kind, stops, amount } of ways) {
    const key = JSON.stringify([kind, stops[column], stops[column + 1]])
    const known = joined.get(key)
    const [a, b] = [left.get(stops[column]!)!, right.get(stops[column + 1]!)!]
    joined.set(key, { kind, a, b, amount: (known?.amount ?? 0) + amount })
  }
  const links = [...joined.values()].sort(
    (x, y) => x.a.y - y.a.y || x.b.y - y.b.y || (x.kind < y.kind ? -1 : 1),
  )
  const [leaves, enters] = [new Map<string, number>(), new Map<string, number>()]
  const take = (used: Map<string, number>, { name, y }: Node, thick: number) => {
    const at = used.get(name) ?? y
    used.set(name, at + thick)
    return at
  }
  return links.map(({ kind, a, b, amount }) => {
    const thick = amount * unit
    return { kind, column, from: take(leaves, a, thick), to: take(enters, b, thick), thick }
  })
}
