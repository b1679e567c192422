import type { Scenario } from '../../scenario/document/schema.ts'
import { inPounds } from '../in-money.ts'
import { askCell, type Cell } from './paper.ts'
import { STATUSES } from './terms-in-words.ts'
import { inYear } from './years.ts'

/** What is assumed, how much, in what unit, on whose word, and how sure. */
export interface Assumption {
  readonly what: string
  readonly value: string
  readonly unit: string
  readonly source: Cell
  readonly confidence: string
}

type Provenance = Scenario['outcomes'][number]['provenance']

/** Of a detail of an outcome whose provenance speaks of the outcome as a whole. */
export const NOT_SAID = 'Not said of this part'
export const NO_SOURCE = 'No source given'
export const CHOSEN = 'Choice of the authors'

/** Amounts by year with runs of one amount told together. */
export function byYear(amounts: readonly number[], format: (amount: number) => string = inPounds): string {
  const runs: { from: number; to: number; amount: number }[] = []
  for (const [year, amount] of amounts.entries()) {
    const last = runs.at(-1)
    if (last?.amount === amount) last.to = year
    else runs.push({ from: year, to: year, amount })
  }
  return runs
    .map(({ from, to, amount }) =>
      from === to
        ? `${inYear(from)}: ${format(amount)}`
        : `years ${from + 1} to ${to + 1}: ${format(amount)} each`,
    )
    .join('; ')
}

export const told = (provenance: Provenance): Pick<Assumption, 'source' | 'confidence'> => ({
  source: provenance
    ? [provenance.source, provenance.note].filter(Boolean).join('. ') || askCell('give the source')
    : askCell('give the source'),
  confidence: provenance ? STATUSES[provenance.status] : NO_SOURCE,
})

export const chosen = (what: string, value: string, unit = '[z]'): Assumption => ({
  what,
  value,
  unit,
  source: CHOSEN,
  confidence: '[z]',
})
export const assumed = (what: string, value: string, unit: string, source?: string): Assumption => ({
  what,
  value,
  unit,
  source: source ?? askCell('give the source, or say why'),
  confidence: source ? 'As its source says' : NO_SOURCE,
})
