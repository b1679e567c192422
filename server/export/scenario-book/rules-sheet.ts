import type { Outcome, Refusal } from '../../scenario/sharing/outcome.ts'
import type { Rule } from '../../scenario/sharing/rules.ts'
import type { Formula, TableSheet, Value } from '../book.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { handShare, SHARED } from './basis-sheet.ts'
import { CASH, presentOf } from './cash-table.ts'
import { cellAt, downFrom, HOW, type How, known, live, POUNDS, RATIO, SHARE } from './cells.ts'
import { hasGame, shapleyFormula } from './coalition-sheet.ts'
import { type Material, rulesOf, yearsOf } from './material.ts'
import { stayingOut, stayingOutCells } from './reach-sheet.ts'
import { WATERFALL } from './waterfall-sheet.ts'

const SHEET = 'Sharing rules'
const NET = 3

const rowOf = (material: Material, rule: Rule, partner: number) =>
  2 + rulesOf(material).indexOf(rule) * material.compiled.partners.length + partner

/** Cell of a partner's net present value under a rule. */
export const netCell = (material: Material, rule: Rule, partner: number): string =>
  cellAt(SHEET, NET, rowOf(material, rule, partner))

/** Formula for a partner's net under the rule named in a cell: partners stand in the same order in each. */
export function netInForce(material: Material, named: string, partner: number): string {
  const last = 1 + rulesOf(material).length * material.compiled.partners.length
  return `INDEX(${downFrom(SHEET, NET, 2, last)},MATCH(${named},${downFrom(SHEET, 0, 2, last)},0)+${partner})`
}

const found = ({ result }: Material, rule: Rule): Outcome | Refusal =>
  result.sharing.rules.find((each) => each.rule === rule)!

/** Whether what follows from a rule follows from a value that no formula makes. */
export const restsOnValues = (rule: Rule, material: Material): boolean =>
  rule === 'nucleolus' && found(material, rule).available

/** How a rule's net is worked out in the workbook; null is by no formula. */
function formulaOf(rule: Rule, i: number, material: Material): string | null {
  const cash = yearsOf(material, CASH)
  const [cost, benefit] = [presentOf(cash, 'cost', i), presentOf(cash, 'benefit', i)]
  const { npv } = SHARED
  switch (rule) {
    case 'liesWhereItFalls':
      return `${benefit}-${cost}`
    case 'byContribution':
      return `IF(${SHARED.cost}>0,${npv}*${cost}/${SHARED.cost},"[x]")`
    case 'byBenefit':
      return `IF(${SHARED.hasBenefit}=1,${npv}*${benefit}/${SHARED.benefit},"[x]")`
    case 'equalSplit':
      return `${npv}/${material.compiled.partners.length}`
    case 'waterfall':
      return `${yearsOf(material, WATERFALL).present(`received ${i}`)}-${cost}`
    case 'shapley':
      return hasGame(material) ? `IF(${npv}<0,"[x]",${shapleyFormula(material, i)})` : null
    case 'freeRideProof': {
      const cells = stayingOutCells(material)
      if (!cells) return null
      return `IF(OR(${npv}<0,SUM(${cells})>${npv}),"[x]",${stayingOut(i)}+(${npv}-SUM(${cells}))/${material.compiled.partners.length})`
    }
    case 'byHand': {
      const parts = material.compiled.partners.map((_, at) => handShare(at)).join(',')
      return `IF(SUM(${parts})>0,${npv}*${handShare(i)}/SUM(${parts}),"[x]")`
    }
    case 'nucleolus':
      return null
  }
}

/** Every rule by partner: the net each ends with, by formula wherever a formula can say it. */
export function rulesSheet(material: Material): TableSheet {
  const { compiled } = material
  const cash = yearsOf(material, CASH)
  return {
    name: SHEET,
    about: 'Every way of sharing the same net present value, by partner',
    table: 'SharingRules',
    columns: [
      { title: 'Rule', width: 22 },
      { title: 'Partner', width: 20 },
      { title: 'How', width: 20 },
      { title: 'Net present value £', width: 20, format: POUNDS },
      { title: 'Transfers received present value £', width: 20, format: POUNDS },
      { title: 'Return for each pound put in', width: 16, format: RATIO },
      { title: 'Share of the benefit', width: 16, format: SHARE },
      { title: 'Why not available as exported', width: 60 },
    ],
    rows: rulesOf(material).flatMap((rule) =>
      compiled.partners.map((id, i) => {
        const outcome = found(material, rule)
        const row = rowOf(material, rule, i)
        const formula = formulaOf(rule, i, material)
        const net = outcome.available ? outcome.nets[i]! : null
        const [cost, benefit] = [presentOf(cash, 'cost', i), presentOf(cash, 'benefit', i)]
        const how: How = formula === null ? HOW.fixed : HOW.live
        const follows = (told: string, value: number | null): Formula | Value =>
          live(`IF(ISNUMBER(D${row}),${told},"[x]")`, value)
        return [
          RULE_WORDS[rule],
          id,
          how,
          formula === null
            ? { value: known(net), look: 'fixed' as const, format: POUNDS }
            : live(formula, net),
          follows(`D${row}-(${benefit}-${cost})`, outcome.available ? outcome.pvTransfer[i]! : null),
          follows(
            `IF(${cost}=0,"[x]",(D${row}+${cost})/${cost})`,
            outcome.available ? outcome.returnPerPound[i]! : null,
          ),
          follows(
            `IF(${SHARED.benefit}=0,"[x]",(D${row}+${cost})/${SHARED.benefit})`,
            outcome.available ? outcome.benefitShare[i]! : null,
          ),
          outcome.available ? '[z]' : outcome.reason,
        ]
      }),
    ),
  }
}
