import { VERSION } from './schema.ts'

type Document = Record<string, unknown>

const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Steps from each older version to the next. */
const steps: Record<number, (document: Document) => Document> = {
  // Version 1 had one discount rate and a table of contribution shares.
  1: ({ discountRate, contributionShares, pot, ...rest }) => ({
    ...rest,
    version: 2,
    discounting: discountRate === undefined ? { schedule: 'standard' } : { rate: discountRate },
    pot: {
      ...(isObject(pot) ? pot : {}),
      contributions: isObject(contributionShares)
        ? Object.entries(contributionShares).map(([partner, share]) => ({ kind: 'share', partner, share }))
        : [],
    },
  }),
}

/**
 * A document brought to the present version; one that is not an object, or says no version, or one that
 * has not been written yet, is returned as it is for the schema to refuse.
 */
export function migrate(document: unknown): unknown {
  let current = document
  while (isObject(current) && typeof current.version === 'number' && current.version < VERSION) {
    const step = steps[current.version]
    if (!step) return current
    current = step(current)
  }
  return current
}
