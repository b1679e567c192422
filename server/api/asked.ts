import type { Catalogue } from '../count/catalogue.ts'
import { asParameters, type Classing, classedAnew, readRules } from '../count/classing.ts'
import type { MissingReturn } from '../count/reference.ts'
import { BUDGET_FILL } from '../count/schema.ts'
import type { Parameters } from '../engine/engine.ts'
import { FILTERS } from './dimensions.ts'
import { type Deflation, deflationOf } from './prices.ts'

type Filters = {
  readonly [K in (typeof FILTERS)[number]]?: readonly string[] | undefined
}

/** The part that every question about spending shares, as the address gives it. */
export interface Asked extends Filters {
  readonly year?: string | readonly string[] | undefined
  readonly places?: readonly string[] | undefined
  /** The reader's own name of the places together. */
  readonly called?: string | undefined
  readonly scope?: readonly string[] | undefined
  /** budget: the budget of a council that made no return stands in for it. */
  readonly fill?: 'budget' | undefined
  /** cash, or real:2017-18. */
  readonly prices?: string | undefined
  /** The reader's own rules of control, as server/count/classing.ts writes them. */
  readonly rules?: string | undefined
}

export const yearsOf = (asked: Asked, { latest }: Catalogue): string[] => [asked.year ?? latest].flat()

/** What the reader's own rules class anew. */
export const classingOf = ({ rules }: Asked, { kinds }: Catalogue): Classing =>
  rules ? classedAnew(kinds, readRules(rules)!) : new Map()

/** Parameters of queries that give lines their class. */
export const withClasses = (asked: Asked, catalogue: Catalogue): Parameters =>
  asParameters(classingOf(asked, catalogue))

/** Parameters that every query about spending shares. */
export const placeAndScope = (asked: Asked, catalogue: Catalogue): Parameters => ({
  year: yearsOf(asked, catalogue),
  place: asked.places ? catalogue.members(asked.places) : null,
  off: [...(asked.scope ?? []), ...(asked.fill ? [] : [BUDGET_FILL])],
})

/** Parameters of the filters that bear the names of dimensions. */
export const filtersOf = (asked: Asked): Parameters =>
  Object.fromEntries(
    FILTERS.map((name) => {
      const values = asked[name] ?? null
      return [name, name === 'class' && values ? values.map(Number) : values]
    }),
  )

/** What every reply says of the question it answers. */
export const scopeAsked = (asked: Asked, catalogue: Catalogue, deflation?: Deflation) => ({
  scope: [...(asked.scope ?? [])],
  fill: asked.fill ?? null,
  prices: asked.prices ?? 'cash',
  deflation: deflationOf(asked.prices, yearsOf(asked, catalogue), deflation),
  rules: asked.rules ?? '',
  years: yearsOf(asked, catalogue),
  places: asked.places ? [...asked.places] : null,
})

function notMade(asked: Asked, catalogue: Catalogue): MissingReturn[] {
  const years = yearsOf(asked, catalogue)
  const members = asked.places && new Set(catalogue.members(asked.places))
  const capital = !asked.scope?.includes('capital') && (asked.economic?.includes('capital') ?? true)
  const current = asked.economic?.some((economic) => economic !== 'capital') ?? true
  return catalogue.missing.filter(
    (one) =>
      years.includes(one.year) &&
      (members?.has(one.place) ?? true) &&
      (asked.agency?.includes(one.agency) ?? true) &&
      (asked.sector?.includes(one.sector) ?? true) &&
      (asked.basis?.includes('recorded') ?? true) &&
      (one.what === 'capital' ? capital : current),
  )
}

/** Returns not made that a figure would hold had they been made, and of which the count has nothing. */
export const missingFrom = (asked: Asked, catalogue: Catalogue): MissingReturn[] =>
  notMade(asked, catalogue).filter(({ own, budget }) => !own && !(asked.fill && budget))

/** Those for which own figures are counted: what is known of them may be a part. */
export const ownReturns = (asked: Asked, catalogue: Catalogue): MissingReturn[] =>
  notMade(asked, catalogue).filter(({ own }) => own)

/** What a figure without any line is: nothing, or not known where a return that would hold it was not made. */
export const withoutLines = (asked: Asked, catalogue: Catalogue): 0 | null =>
  missingFrom(asked, catalogue).length + ownReturns(asked, catalogue).length > 0 ? null : 0
