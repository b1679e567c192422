import { largest } from '../../scenario/appraisal/payback.ts'
import type { TableSheet } from '../book.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { SHARED, type sharingInputs } from './basis-sheet.ts'
import { agencyKeys, BY_AGENCY } from './benefits-sheets.ts'
import { ADDED, CASH, MEASURES, type Measure, of } from './cash-table.ts'
import { HOW, type How, WHOLE } from './cells.ts'
import { partOf } from './contributions-sheet.ts'
import { COSTS, grouped } from './costs-sheet.ts'
import { dealNet } from './deal-sheet.ts'
import { type Material, yearsOf } from './material.ts'
import { repaid, repaidFormula } from './payback-cells.ts'
import { restsOnValues } from './rules-sheet.ts'
import { WATERFALL } from './waterfall-sheet.ts'
import { FACTORS } from './year-table.ts'

/** Formulas for one partner and year of each measure. */
function formulasOf(material: Material, inputs: ReturnType<typeof sharingInputs>) {
  const { compiled } = material
  const cash = yearsOf(material, CASH)
  const items = grouped(material)
  const heirs = (i: number, t: number) =>
    compiled.partners.flatMap((_, j) => (compiled.bearer[j]![t] === i ? [j] : []))
  const together = (i: number, t: number, part: (partner: number) => string) =>
    heirs(i, t).map(part).join('+') || '0'
  const costs = (kind: 'money' | 'inKind', total: string) => (i: number, t: number) =>
    together(i, t, (j) => {
      const borne = items.borne[j]![kind]
      const own = borne.length > 0 ? `+SUM(${yearsOf(material, COSTS).down(borne, t)})` : ''
      return `${yearsOf(material, COSTS).at(total, t)}*${partOf(j)}${own}`
    })
  const benefits = (basis: 'gross' | 'cashable') => (i: number, t: number) =>
    together(i, t, (j) => {
      const keys = agencyKeys(material, basis, j)
      return keys.length > 0 ? `SUM(${yearsOf(material, BY_AGENCY).down(keys, t)})` : '0'
    })
  const here = (measure: Measure, i: number, t: number) => cash.at(of(measure, i), t)
  const running = (i: number, t: number, measure: Measure, amount: string) =>
    t === 0 ? amount : `${here(measure, i, t - 1)}+${amount}`
  const last = compiled.partners.length - 1
  const stakes = `${cash.at(of('cost', 0), 0)}:${cash.at(of('transfers', last), compiled.years - 1).split('!')[1]}`
  return {
    money: costs('money', 'pot money'),
    inKind: costs('inKind', 'pot in kind'),
    gross: benefits('gross'),
    cashable: benefits('cashable'),
    cost: (i, t) => `${here('money', i, t)}+IF(${inputs.inKind}="yes",${here('inKind', i, t)},0)`,
    benefit: (i, t) => `IF(${inputs.basis}="cashable",${here('cashable', i, t)},${here('gross', i, t)})`,
    transfers: (i, t) => transferFormula(material, i, t),
    net: (i, t) => `${here('benefit', i, t)}+${here('transfers', i, t)}-${here('cost', i, t)}`,
    cumulative: (i, t) => running(i, t, 'cumulative', here('net', i, t)),
    discounted: (i, t) =>
      running(i, t, 'discounted', `${here('net', i, t)}*${yearsOf(material, FACTORS.sheet).at('factor', t)}`),
    repaid: (i, t) => repaidFormula(here('cumulative', i, t), stakes),
    repaidDiscounted: (i, t) => repaidFormula(here('discounted', i, t), stakes),
  } satisfies Record<Measure, (i: number, t: number) => string>
}

/** Transfers that bring a partner to its net position, by the rule in force (sharing/transfers.ts). */
function transferFormula(material: Material, i: number, t: number): string {
  const cash = yearsOf(material, CASH)
  const net = dealNet(i)
  const own = cash.at(of('benefit', i), t)
  const [pvCost, pvBenefit] = [cash.present(of('cost', i)), cash.present(of('benefit', i))]
  const due = `(${net}-(${pvBenefit}-${pvCost}))`
  const byCost = `IF(${SHARED.cost}>0,${due}*${cash.at(of('cost', 'all'), t)}/${SHARED.cost},${t === 0 ? due : '0'})`
  const byBenefit = `(${net}+${pvCost})/${SHARED.benefit}*${cash.at(of('benefit', 'all'), t)}-${own}`
  const received = yearsOf(material, WATERFALL).at(`received ${i}`, t)
  return `IF(OR(${SHARED.rule}="${RULE_WORDS.liesWhereItFalls}",NOT(ISNUMBER(${net}))),0,IF(${SHARED.rule}="${RULE_WORDS.waterfall}",${received}-${own},IF(${SHARED.hasBenefit}=1,${byBenefit},${byCost})))`
}

/** Writes contributions, benefits, transfers and net of each partner and of all together. */
export function cashSheet(material: Material, inputs: ReturnType<typeof sharingInputs>): TableSheet {
  const { compiled, result, programme } = material
  const { factors } = compiled
  const cash = yearsOf(material, CASH)
  const formulas = formulasOf(material, inputs)
  const transfers = compiled.partners.map((id) => result.flows.partners[id]!.transfers)
  const stake = largest(...programme.cost, ...programme.benefit, ...transfers)
  const after: How = restsOnValues(result.sharing.rule, material) ? HOW.rests : HOW.live
  compiled.partners.forEach((id, i) => {
    const flows = result.flows.partners[id]!
    const [plain, discounted] = [repaid(flows.net, stake), repaid(flows.net, stake, factors)]
    const values: Record<Measure, readonly number[]> = {
      ...flows,
      money: flows.investment,
      cost: programme.cost[i]!,
      benefit: programme.benefit[i]!,
      discounted: discounted.cumulative,
      repaid: plain.flags,
      repaidDiscounted: discounted.flags,
    }
    for (const measure of Object.keys(MEASURES) as Measure[]) {
      const money = (ADDED as readonly string[]).includes(measure)
      const flag = measure === 'repaid' || measure === 'repaidDiscounted'
      const before = ['money', 'inKind', 'gross', 'cashable', 'cost', 'benefit'].includes(measure)
      cash.put(
        of(measure, i),
        {
          item: id,
          measure: MEASURES[measure],
          how: before ? HOW.live : after,
          ...(money ? { money } : {}),
          ...(flag ? { format: WHOLE } : {}),
        },
        (t) => formulas[measure](i, t),
        values[measure],
      )
    }
  })
  putTotals(material, after)
  return cash.sheet
}

function putTotals({ compiled, result, totals, years }: Material, after: How): void {
  const cash = years.get(CASH)!
  const { total } = result.flows
  const item = 'All partners'
  const values = {
    ...total,
    money: total.investment,
    cost: totals.costByYear,
    benefit: totals.benefitByYear,
  }
  for (const measure of ADDED)
    cash.put(
      of(measure, 'all'),
      {
        item,
        measure: MEASURES[measure],
        how: measure === 'transfers' || measure === 'net' ? after : HOW.live,
        money: true,
      },
      (t) =>
        `SUM(${cash.down(
          compiled.partners.map((_, i) => of(measure, i)),
          t,
        )})`,
      values[measure],
    )
  cash.put(
    'before all',
    { item, measure: 'Net before transfers', how: HOW.live, money: true },
    (t) => `${cash.at(of('benefit', 'all'), t)}-${cash.at(of('cost', 'all'), t)}`,
    totals.benefitByYear.map((amount, t) => amount - totals.costByYear[t]!),
  )
  cash.put(
    of('cumulative', 'all'),
    { item, measure: MEASURES.cumulative, how: after },
    (t) =>
      t === 0
        ? cash.at(of('net', 'all'), t)
        : `${cash.at(of('cumulative', 'all'), t - 1)}+${cash.at(of('net', 'all'), t)}`,
    total.cumulative,
  )
}
