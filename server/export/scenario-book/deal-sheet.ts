import { largest, payback } from '../../scenario/appraisal/payback.ts'
import type { TableSheet } from '../book.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { SHARED } from './basis-sheet.ts'
import { CASH, of, presentOf, presentsOf } from './cash-table.ts'
import { cellAt, HOW, known, live, POUNDS, RATIO, SHARE } from './cells.ts'
import { type Material, yearsOf } from './material.ts'
import { paybackCells } from './payback-cells.ts'
import { netInForce, restsOnValues } from './rules-sheet.ts'
import { waterfallShares } from './waterfall-sheet.ts'
import { FACTORS } from './year-table.ts'

const DEAL = 'Deal by partner'
const [NET, SURPLUS, LOSS] = [5, 11, 12]

/** Cell of a partner's net present value under the rule in force; the mark [x] where the rule cannot be used. */
export const dealNet = (partner: number): string => cellAt(DEAL, NET, partner + 2)
export const surplusShare = (partner: number): string => cellAt(DEAL, SURPLUS, partner + 2)
export const lossShare = (partner: number): string => cellAt(DEAL, LOSS, partner + 2)

/** What each partner puts in, gets and nets under the rule in force, and when it is paid back. */
export function dealSheet(material: Material): TableSheet {
  const { compiled, result, scenario, programme, totals } = material
  const cash = yearsOf(material, CASH)
  const years = { table: yearsOf(material, FACTORS.sheet), last: compiled.years - 1 }
  const chosen = result.sharing.rules.find(({ rule }) => rule === result.sharing.rule)!
  const transfers = compiled.partners.map((id) => result.flows.partners[id]!.transfers)
  const stake = largest(...programme.cost, ...programme.benefit, ...transfers)
  const shares = waterfallShares(material)
  const [costs, benefits] = [presentsOf(cash, 'cost', material), presentsOf(cash, 'benefit', material)]
  const n = compiled.partners.length
  return {
    name: DEAL,
    about: `What each partner puts in, gets and nets under the rule in force (${RULE_WORDS[result.sharing.rule]} as exported)`,
    table: 'DealByPartner',
    columns: [
      { title: 'Partner', width: 20 },
      { title: 'Name', width: 34 },
      { title: 'Cost present value £', width: 18, format: POUNDS },
      { title: 'Benefit where it falls present value £', width: 20, format: POUNDS },
      { title: 'Transfers received present value £', width: 20, format: POUNDS },
      { title: 'Net present value £', width: 18, format: POUNDS },
      { title: 'Return for each pound put in', width: 16, format: RATIO },
      { title: 'Paid back in year discounted counted from 0', width: 16, format: 'General' },
      { title: 'Paid back for good discounted counted from 0', width: 16, format: 'General' },
      { title: 'Paid back in year undiscounted counted from 0', width: 16, format: 'General' },
      { title: 'Paid back for good undiscounted counted from 0', width: 16, format: 'General' },
      { title: 'Waterfall share of surplus', width: 16, format: SHARE },
      { title: 'Waterfall share of a loss', width: 16, format: SHARE },
      { title: 'How', width: 20 },
    ],
    rows: scenario.partners.map(({ id, name }, i) => {
      const { net, transfers: paid } = result.flows.partners[id]!
      const [cost, benefit] = [presentOf(cash, 'cost', i), presentOf(cash, 'benefit', i)]
      const back = {
        discounted: paybackCells(
          cash,
          of('repaidDiscounted', i),
          years,
          payback(net, compiled.factors, stake),
        ),
        plain: paybackCells(cash, of('repaid', i), years, payback(net, undefined, stake)),
      }
      const ended = chosen.available ? chosen.nets[i]! : null
      const row = i + 2
      const paidPresent = paid.reduce((sum, amount, t) => sum + amount * compiled.factors[t]!, 0)
      return [
        id,
        name,
        live(cost, totals.pvCost[i]!),
        live(benefit, totals.pvBenefit[i]!),
        live(cash.present(of('transfers', i)), paidPresent),
        live(netInForce(material, SHARED.rule, i), ended),
        live(
          `IF(OR(C${row}=0,NOT(ISNUMBER(F${row}))),"[x]",(F${row}+C${row})/C${row})`,
          chosen.available ? known(chosen.returnPerPound[i]!) : null,
        ),
        back.discounted.first,
        back.discounted.sustained,
        back.plain.first,
        back.plain.sustained,
        live(
          `IF(AND(SUM(${benefits})>0,MIN(${benefits})>=0),${benefit}/SUM(${benefits}),IF(AND(SUM(${costs})>0,MIN(${costs})>=0),${cost}/SUM(${costs}),1/${n}))`,
          shares.surplus[i]!,
        ),
        live(`IF(AND(SUM(${costs})>0,MIN(${costs})>=0),${cost}/SUM(${costs}),L${row})`, shares.loss[i]!),
        restsOnValues(result.sharing.rule, material) ? HOW.rests : HOW.live,
      ]
    }),
  }
}
