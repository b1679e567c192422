/** A place with the value of each feature by name; null where it is not known. */
export interface Candidate {
  readonly code: string
  readonly features: Readonly<Record<string, number | null>>
}

export interface Neighbour {
  readonly code: string
  /** Root of the mean square difference in z: about 1 for two places a standard deviation apart in everything. */
  readonly distance: number
  /** Standard deviations from the mean of the group, by feature. */
  readonly z: Readonly<Record<string, number>>
}

export interface Compared {
  /** The place itself first, then the others, nearest first, ties by code. */
  readonly neighbours: readonly Neighbour[]
  readonly leftOut: readonly { readonly code: string; readonly features: readonly string[] }[]
}

/** To twelve decimals, so that what is equally far ties whatever the last bits of a sum. */
const rounded = (distance: number) => Number(distance.toFixed(12))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Values in standard deviations (of the whole group) from their mean; all zero where they do not differ. */
function standardised(values: readonly number[]): number[] {
  const centre = mean(values)
  const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
  const flat = spread <= Number.EPSILON * 16 * Math.max(...values.map(Math.abs))
  return values.map((value) => (flat ? 0 : (value - centre) / spread))
}

/**
 * The others of a group by their standardised distance from one: Euclidean distance between z-scores over the
 * root of the number of features, as practice among comparators of authorities has it.
 *
 * @param features names switched on, at least one; what is not among them is never read
 * @param logged names taken on a logarithmic scale, whose values must be above zero
 */
export function nearest(
  group: readonly Candidate[],
  own: string,
  features: readonly string[],
  logged: ReadonlySet<string>,
): Compared {
  const lacking = (one: Candidate) => features.filter((name) => (one.features[name] ?? null) === null)
  const sorted = [...group].sort((a, b) => (a.code < b.code ? -1 : 1))
  const known = sorted.filter((one) => lacking(one).length === 0)
  const leftOut = sorted
    .filter((one) => lacking(one).length > 0)
    .map((one) => ({ code: one.code, features: lacking(one) }))
  const at = known.findIndex(({ code }) => code === own)
  if (at < 0) return { neighbours: [], leftOut }

  const columns = features.map((name) => {
    const values = known.map((one) => one.features[name]!)
    return standardised(logged.has(name) ? values.map(Math.log) : values)
  })
  const neighbours = known.map(({ code }, row) => ({
    code,
    distance: rounded(Math.sqrt(mean(columns.map((z) => (z[row]! - z[at]!) ** 2)))),
    z: Object.fromEntries(features.map((name, column) => [name, columns[column]![row]!])),
  }))
  const order = (one: Neighbour) => (one.code === own ? -1 : one.distance)
  neighbours.sort((a, b) => order(a) - order(b) || (a.code < b.code ? -1 : 1))
  return { neighbours, leftOut }
}

/** Where one figure stands among others: rank 1 is the highest, quartile 4 the highest quarter. */
export interface Standing {
  readonly rank: number | null
  /** Figures that are known, its own among them. */
  readonly of: number
  readonly quartile: number | null
}

/** Standing of `own` among `all`, of which it is one; equal figures share the best rank; nothing unknown is ranked. */
export function standingOf(own: number | null, all: readonly (number | null)[]): Standing {
  const known = all.filter((value): value is number => value !== null)
  if (own === null) return { rank: null, of: known.length, quartile: null }
  const above = known.filter((value) => value > own).length
  const below = known.filter((value) => value < own).length
  return { rank: above + 1, of: known.length, quartile: 1 + Math.floor((4 * below) / known.length) }
}
