import type { CapitalReturn } from '../../sources/council-capital-outturn/read.ts'
import type { RevenueOutturn } from '../../sources/council-revenue-outturn/read.ts'
import type { RegionalRow } from '../../sources/regional-analysis/read.ts'
import type { Frame } from '../frame.ts'
import type { Agency, Line } from '../line.ts'

export interface BridgeLine {
  label: string
  amount: bigint
  source: string
  reason: string
}

/** A published total beside the compiled one; amounts in the unit. */
export interface ControlTotal {
  id: string
  kind: string
  year: string
  covers: string
  published: bigint
  compiled: bigint
  difference: bigint
  status: 'equal' | 'bridged' | 'unexplained'
  unexplained: bigint
  unit: 'GBP' | 'persons'
  bridge: BridgeLine[]
  source: string
}

export interface Evidence {
  year: string
  frame: Frame
  agencies: ReadonlyMap<string, Agency>
  lines: readonly Line[]
  /** Rows of the regional analysis; empty for a year of recorded lines only. */
  regional: readonly RegionalRow[]
  outturn: RevenueOutturn
  /** The capital return; undefined where the regional analysis stands in for it. */
  financing: CapitalReturn | undefined
  persons: { published: bigint; compiled: bigint }
  sources: {
    regional: string
    revenue: string
    /** Publication the lines of council capital are from. */
    capital: string
    population: string
  }
}

export const pounds = (rows: readonly { pounds: bigint | null }[]) =>
  rows.reduce((total, row) => total + (row.pounds ?? 0n), 0n)

/**
 * A control total with its status: equal, bridged when its bridge comes to the whole difference, else unexplained.
 * @param more.unexplained given where the bridge itself names pounds that no file explains
 * @throws Error when a bridge does not come to the difference it must
 */
export function total(
  evidence: Evidence,
  kind: string,
  id: string,
  covers: string,
  figures: { published: bigint; compiled: bigint },
  unit: ControlTotal['unit'],
  bridge: BridgeLine[],
  more: { source: string; unexplained?: bigint },
): ControlTotal {
  const difference = figures.compiled - figures.published
  const bridged = bridge.reduce((all, { amount }) => all + amount, 0n)
  const unexplained = more.unexplained ?? difference - bridged
  if (difference !== bridged + (more.unexplained === undefined ? unexplained : 0n))
    throw new Error(`The bridge of ${covers} comes to ${bridged}, not ${difference}`)
  const status = unexplained !== 0n ? 'unexplained' : difference === 0n ? 'equal' : 'bridged'
  const { year } = evidence
  return {
    id,
    kind,
    year,
    covers,
    ...figures,
    difference,
    status,
    unexplained,
    unit,
    bridge,
    source: more.source,
  }
}
