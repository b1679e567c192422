import type { CapitalReturn } from '../sources/council-capital-outturn/read.ts'
import { CAPITAL_SOURCES, type Mix } from './capital.ts'

/** Combined authorities: those too young to have a year of their own take the mix of the others. */
const COMBINED = /^E63[45]\d$/

/** Mix of a return's cells by authority: its own, else that of authorities like it. */
function mixes(
  returned: CapitalReturn,
  like: CapitalReturn,
  nameOf: (of: string) => string | undefined,
): (ecode: string) => Mix {
  const own = new Map<string, Map<string, number>>()
  for (const { ecode, of, pounds } of returned.cells) {
    const name = nameOf(of)
    if (name === undefined) continue
    const mix = own.get(ecode) ?? new Map<string, number>()
    own.set(ecode, mix.set(name, (mix.get(name) ?? 0) + Math.max(0, Number(pounds / 1000n))))
  }
  const any = (mix: Mix | undefined) => mix !== undefined && [...mix.values()].some((weight) => weight > 0)
  const classOf = new Map([...returned.authorities, ...like.authorities].map((one) => [one.ecode, one.class]))
  const kin = (ecode: string): Mix => {
    const total = new Map<string, number>()
    for (const [one, mix] of own) {
      const fits = COMBINED.test(ecode) ? COMBINED.test(one) : classOf.get(one) === classOf.get(ecode)
      if (fits) for (const [name, weight] of mix) total.set(name, (total.get(name) ?? 0) + weight)
    }
    return total
  }
  const known = new Map<string, Mix>()
  return (ecode) => {
    const before = known.get(ecode)
    if (before) return before
    const mix = any(own.get(ecode)) ? own.get(ecode)! : kin(ecode)
    known.set(ecode, mix)
    return mix
  }
}

/** Each authority's mix of services, for a return that has none: `like` says what class an authority is of. */
export const servicesOf = (services: CapitalReturn, like: CapitalReturn): ((ecode: string) => Mix) =>
  mixes(services, like, (of) => of)

/** Each authority's mix of own resources and grants, transfers left out. */
export function financeOf(financing: CapitalReturn, like: CapitalReturn): (ecode: string) => Mix {
  const finance = new Map(
    CAPITAL_SOURCES.filter(({ flow }) => flow === 'own').map((one) => [one.column, one.finance]),
  )
  return mixes(financing, like, (of) => finance.get(of))
}
