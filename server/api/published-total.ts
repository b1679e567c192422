import type { Catalogue } from '../count/catalogue.ts'
import type { Asked } from './asked.ts'
import { yearsOf } from './asked.ts'
import type { SpendReply } from './contract.ts'
import { FILTERS } from './dimensions.ts'
import { baseOf } from './prices.ts'

/** The published total that stands beside a question, where one covers exactly what is asked. */
export function publishedTotal(asked: Asked, catalogue: Catalogue): SpendReply['control'] {
  const years = yearsOf(asked, catalogue)
  const filters = FILTERS.filter((name) => asked[name] !== undefined)
  if (years.length !== 1 || asked.scope?.length || asked.fill || baseOf(asked.prices) !== null) return null

  const find = (fits: (total: { kind: string; id: string }) => boolean) =>
    catalogue.controlTotals.find((total) => total.year === years[0] && total.unit === 'GBP' && fits(total))
  const only = asked.places?.length === 1 ? asked.places[0] : undefined
  const tier = only && catalogue.places.get(only)?.tier
  const covering = () => {
    if (filters.length === 0 && (!asked.places || tier === 'country'))
      return find(({ kind }) => kind === 'total')
    if (filters.length === 0 && tier === 'region')
      return find(({ kind, id }) => kind === 'region' && id === only)
    if (!asked.places && filters.length === 1 && asked.division?.length === 1)
      return find(({ kind, id }) => kind === 'function' && id === asked.division![0])
    return undefined
  }
  const found = covering()
  if (!found) return null
  const { kind: _kind, year: _year, unit: _unit, ...control } = found
  return control
}
