import type { ScenarioDocument } from '../../../server/api/contract-scenarios.ts'

/** Keys that say which of several forms an object has: there from the start. */
type Tag = 'kind' | 'distribution'

/** A value of the document as it is being written: any field may still be empty. */
export type Half<T> = T extends readonly (infer Each)[]
  ? Half<Each>[]
  : T extends object
    ? { [Key in Exclude<keyof T, Tag>]?: Half<T[Key]> | undefined } & {
        [Key in Extract<keyof T, Tag>]: T[Key]
      }
    : T

type Lists = 'partners' | 'investment' | 'outcomes' | 'places'

/** A scenario document as it is being written: the lists are there, and any field of theirs may still be empty. */
export type Draft = Omit<Half<ScenarioDocument>, Lists | 'pot'> & {
  [Key in Lists]: NonNullable<Half<ScenarioDocument>[Key]>
} & { pot: Half<ScenarioDocument['pot']> & { contributions: Half<ScenarioDocument['pot']['contributions']> } }

export type Partner = Draft['partners'][number]
export type Contribution = Draft['pot']['contributions'][number]
export type Outcome = Draft['outcomes'][number]
export type Split = NonNullable<Outcome['split']>[number]
export type Effect = NonNullable<Outcome['effect']>
export type Provenance = NonNullable<Outcome['provenance']>
export type Coalition = NonNullable<Draft['coalition']>
export type Uncertainty = NonNullable<Draft['uncertainty']>
export type Variable = NonNullable<Uncertainty['variables']>[number]

const DOCUMENT_VERSION = 2

/** A scenario with nothing in it but the choices nobody has to think of first. */
export const EMPTY: Draft = {
  version: DOCUMENT_VERSION,
  name: '',
  places: [],
  partners: [],
  horizon: 10,
  priceBase: '2024-25',
  discounting: { schedule: 'standard' },
  pot: { contributions: [] },
  investment: [],
  outcomes: [],
  sharing: { rule: 'byBenefit', basis: 'cashable' },
}

const list = <T>(value: T[] | undefined): T[] => (Array.isArray(value) ? value : [])

/** A document with its lists in place, whatever else it holds; null for what is no scenario document of this version. */
export function asDraft(document: unknown): Draft | null {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null
  const given = document as Half<ScenarioDocument>
  if (given.version !== DOCUMENT_VERSION) return null
  const pot = typeof given.pot === 'object' && given.pot !== null ? given.pot : {}
  return {
    ...given,
    places: list(given.places),
    partners: list(given.partners),
    investment: list(given.investment),
    outcomes: list(given.outcomes),
    pot: { ...pot, contributions: list(pot.contributions) },
  }
}
