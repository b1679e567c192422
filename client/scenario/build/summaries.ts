import { counted, money, percent } from '../../format.ts'
import { list, yearInWords } from '../../words.ts'
import type { Draft } from '../state/draft.ts'
import { sum } from './amounts.ts'
import { stepsOf } from './chain.ts'
import { partnerName } from './partner-name.ts'
import { riseOf } from './trajectory.ts'

/** What a step says so far, in a sentence: what stands under its heading while it is closed. */
export const SUMMARIES: Record<string, (document: Draft) => string> = {
  who: ({ partners, pot }) => {
    if (partners.length === 0) return 'Nobody is in yet.'
    const shares = pot.contributions.filter(({ kind }) => kind === 'share')
    const fixed = sum(
      pot.contributions.flatMap((item) => (item.kind === 'share' ? [] : (item.amounts ?? []))),
    )
    const ways = [
      fixed > 0 ? `${money(fixed)} in fixed sums` : '',
      shares.length > 0
        ? `${list(shares.map((item) => (item.kind === 'share' ? percent(item.share ?? null) : '')))} of the cost`
        : '',
    ].filter(Boolean)
    const puts = ways.length === 0 ? 'what they put in is still to be given' : `putting in ${list(ways)}`
    return `${counted(partners.length, 'partner')}, ${puts}.`
  },
  costs: ({ investment }) => {
    if (investment.length === 0) return 'No cost yet.'
    const amounts = investment.flatMap((item) => item.amounts ?? [])
    const years =
      Math.max(0, ...investment.map((item) => item.amounts?.findLastIndex((one) => (one ?? 0) > 0) ?? -1)) + 1
    return amounts.length === 0
      ? `${counted(investment.length, 'cost')}, amounts still to be given.`
      : `${money(sum(amounts))} over ${counted(years, 'year')}.`
  },
  changes: ({ outcomes }) => {
    if (outcomes.length === 0) return 'No outcome yet.'
    const named = list(outcomes.slice(0, 3).map(({ name }, at) => name || `outcome ${at + 1}`))
    const more = outcomes.length > 3 ? ` and ${outcomes.length - 3} more` : ''
    const totals = outcomes.filter(({ effect }) => effect?.kind === 'total')
    const yearly = outcomes.reduce((all, { effect, value }) => {
      const steps = stepsOf(effect)
      return steps && value?.fiscal ? all + steps.attributable * value.fiscal : all
    }, 0)
    const worth = [
      totals.length > 0 ? `${money(sum(totals.map(({ value }) => value?.fiscal)))} in all` : '',
      yearly > 0 ? `${money(yearly)} a year at full effect` : '',
    ].filter(Boolean)
    return `${named}${more}${worth.length > 0 ? `: ${list(worth)}` : ''}.`
  },
  when: ({ outcomes, horizon = 10 }) => {
    if (outcomes.length === 0) return 'After an outcome is given.'
    const full = outcomes.map(({ ramp, lag }) => {
      const rise = riseOf(ramp, horizon)
      return rise ? `year ${rise.full + 1 + (lag ?? 0)}` : 'its own years'
    })
    return `Full effect in ${list([...new Set(full)])}.`
  },
  falls: (document) => {
    const parts = document.outcomes.flatMap(({ split }) => split ?? [])
    if (parts.length === 0) return 'Nobody yet.'
    const ids = [...new Set(parts.map(({ partner }) => partner))]
    return `${list(ids.map((id) => partnerName(document, id)))}.`
  },
  prices: ({ horizon, priceBase, discounting }) => {
    const rate = discounting && 'rate' in discounting ? discounting.rate : undefined
    const how = rate === undefined ? 'discounted by schedule' : `discounted at ${percent(rate)}`
    const base = priceBase ? `prices of ${yearInWords(priceBase)}` : 'no price base yet'
    return `${horizon === undefined ? 'Years still to be given' : counted(horizon, 'year')}, ${base}, ${how}.`
  },
  groups: (document) => {
    const { coalition } = document
    if (!coalition) return 'Not said; rules that need it are left out.'
    if (coalition.kind === 'values') return 'In pounds for each group.'
    const veto = (coalition.veto ?? []).map((id) => partnerName(document, id))
    const without = veto.length > 0 ? `Nothing runs without ${list(veto)}; ` : ''
    return `${without}${percent(coalition.fixedCostShare ?? null)} of cost is fixed.`
  },
  sure: ({ uncertainty, ranges = [] }) => {
    const variables = uncertainty?.variables?.length ?? 0
    if (variables === 0 && ranges.length === 0) return 'Not said yet.'
    const draws = uncertainty?.draws
      ? `, ${counted(uncertainty.draws, 'draw')}, seed ${uncertainty.seed}`
      : ''
    return `${counted(variables, 'range')}${draws}${ranges.length > 0 ? `; ${counted(ranges.length, 'low and high value')}` : ''}.`
  },
}
