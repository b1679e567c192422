import { DECIDES, HOLDS } from '../words.ts'

/** One way money takes, as /chain tells it. */
export interface ChainRow {
  decides: string
  holds: string
  sector: string
  sector_name: string
  agency: string
  agency_name: string
  division: string
  division_name: string
  /** null where all of it is transfers. */
  amount: number | null
  recorded: number
  eliminated: number
}

/** Who spends: kinds of agency where there are many places, the agencies themselves for one. */
export type Spender = 'sector' | 'agency'

/** A way as the picture and its table tell it; the smaller agencies are rolled into one, whose code is empty. */
export interface Way {
  decides: string
  holds: string
  spender: string
  division: string
  amount: number
  recorded: number
}

export interface Stop {
  /** With its stage before it, so that a body that decides, holds and spends is three stops and no circle. */
  id: string
  stage: number
  code: string
  name: string
}

export interface Band {
  source: string
  target: string
  amount: number
  recorded: number
}

export const STAGES = ['decides', 'holds', 'spender', 'division'] as const
export const OTHER = ''

const add = <K, V>(into: Map<K, V>, key: K, make: () => V) => {
  const found = into.get(key) ?? make()
  into.set(key, found)
  return found
}

/** The largest spenders, by the size of what they spend, that stand for themselves. */
function largest(rows: readonly ChainRow[], by: Spender, keep: number): Set<string> {
  const sizes = new Map<string, number>()
  for (const row of rows) sizes.set(row[by], (sizes.get(row[by]) ?? 0) + (row.amount ?? 0))
  const order = [...sizes].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
  return new Set((order.length <= keep + 1 ? order : order.slice(0, keep)).map(([code]) => code))
}

/** The ways of the picture: rows added up by who decides, who holds, who spends and on what. */
export function waysOf(rows: readonly ChainRow[], by: Spender, keep: number): Way[] {
  const kept = largest(rows, by, keep)
  const ways = new Map<string, Way>()
  for (const { decides, holds, division, amount, recorded, ...row } of rows) {
    if (amount === null) continue
    const spender = kept.has(row[by]) ? row[by] : OTHER
    const way = add(ways, [decides, holds, spender, division].join('|'), () => ({
      decides,
      holds,
      spender,
      division,
      amount: 0,
      recorded: 0,
    }))
    way.amount += amount
    way.recorded += recorded
  }
  return [...ways.values()]
}

const stopId = (way: Way, stage: number) => `${STAGES[stage]}:${way[STAGES[stage]!]}`

/** Stops and bands of the ways that can be drawn: those of more than nothing. */
export function graphOf(ways: readonly Way[], nameOf: (stage: number, code: string) => string) {
  const stops = new Map<string, Stop>()
  const bands = new Map<string, Band>()
  const drawn = ways.filter(({ amount }) => amount > 0)
  for (const way of drawn) {
    STAGES.forEach((name, stage) => {
      const id = stopId(way, stage)
      add(stops, id, () => ({ id, stage, code: way[name], name: nameOf(stage, way[name]) }))
      if (stage === 0) return
      const source = stopId(way, stage - 1)
      const band = add(bands, `${source} ${id}`, () => ({ source, target: id, amount: 0, recorded: 0 }))
      band.amount += way.amount
      band.recorded += Math.min(way.amount, Math.max(0, way.recorded))
    })
  }
  return { stops: [...stops.values()], bands: [...bands.values()] }
}

/** Ways that cannot be drawn, for their income was more than their spending. */
export const belowNothing = (ways: readonly Way[]) => ways.filter(({ amount }) => amount < 0)

/** The name of a stop; spenders and divisions as the rows name them. */
export function namesOf(rows: readonly ChainRow[], by: Spender) {
  const spenders = new Map(rows.map((row) => [row[by], by === 'sector' ? row.sector_name : row.agency_name]))
  const divisions = new Map(rows.map((row) => [row.division, row.division_name]))
  const others = spenders.size
  return (stage: number, code: string, kept?: number) => {
    if (stage === 0) return DECIDES[code] ?? code
    if (stage === 1) return HOLDS[code] ?? code
    if (stage === 3) return divisions.get(code) ?? code
    if (code === OTHER) return kept === undefined ? 'Other agencies' : `Other agencies, ${others - kept}`
    return spenders.get(code) ?? code
  }
}
