import type { UnitCost } from '../../../server/api/contract-tables.ts'
import type { Draft, Outcome, Split } from '../state/draft.ts'
import { likelyPartner } from './agency-words.ts'

/**
 * An outcome valued by a published unit cost: values, price year, code and source; split between the partners
 * that its agencies can be told to be, the rest left for the reader to give.
 */
export function withUnitCost(document: Draft, outcome: Outcome, cost: UnitCost, source: string): Outcome {
  const split = splitBy(document, cost)
  return {
    ...outcome,
    name: outcome.name || cost.item,
    value: {
      fiscal: cost.fiscal,
      ...(cost.economic === null ? {} : { economic: cost.economic }),
      ...(cost.social === null ? {} : { social: cost.social }),
      priceYear: cost.priceYear,
      code: cost.code,
    },
    split: (outcome.split?.length ?? 0) > 0 ? outcome.split : split,
    provenance: {
      status: 'published',
      source: `${source}, ${cost.code}`,
      note: [
        `${cost.item}, for each ${cost.per}; ${cost.confidence} confidence.`,
        ...perOther(cost.per),
        `Published split: ${cost.split.map(({ agency, amount }) => `${agency} £${amount}`).join('; ')}.`,
      ].join(' '),
    },
  }
}

const perOther = (per: string) =>
  /week|25 years|10 years/.test(per) ? [`The value is for each ${per}, not for a year: adjust it.`] : []

function splitBy(document: Draft, cost: UnitCost): Split[] {
  const parts = new Map<string, Split>()
  for (const { agency, amount, transfer } of cost.split) {
    const partner = likelyPartner(document, agency)
    if (partner === undefined) continue
    const key = `${partner} ${transfer}`
    const share = Number(((parts.get(key)?.share ?? 0) + amount / cost.fiscal).toPrecision(6))
    parts.set(key, { partner, share, ...(transfer ? { transfer } : {}) })
  }
  return [...parts.values()]
}
