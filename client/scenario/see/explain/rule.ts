import { percentTenth, pounds } from '../../../format.ts'
import { benefitFlow, costFlow, discounted } from '../flows.ts'
import {
  BASIS_WORDS,
  partnerLabel,
  partnerName,
  RULE_MEANINGS,
  ruleName,
  type Worked,
  yearName,
} from '../names.ts'
import type { Shown } from '../shown.ts'
import { normalised, sharesOf } from '../split.ts'
import { type Cell, sumOf, type Twin } from '../twin.ts'
import type { Explanation } from './explanation.ts'
import { arrivals, complaints } from './groups.ts'
import { marksOf } from './marks.ts'
import { waterfallSteps } from './waterfall.ts'

/** Rules that rest on what groups could do. */
const OF_GAMES = ['shapley', 'nucleolus', 'freeRideProof']

const add = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** A rule's own formula for one partner, with the numbers in it. */
function ruleFormula(shown: Shown, rule: Worked, i: number): string | null {
  const { sharing, partners } = shown.reply
  const { npv, pvCost, pvBenefit, game } = sharing
  const part = (of: readonly number[]) => `${pounds(npv)} × ${pounds(of[i]!)} ÷ ${pounds(add(of))}`
  const equals = ` = ${pounds(rule.nets[i]!)}`
  switch (rule.rule) {
    case 'liesWhereItFalls':
      return `${pounds(pvBenefit[i]!)} − ${pounds(pvCost[i]!)}${equals}`
    case 'byContribution':
      return part(pvCost) + equals
    case 'byBenefit':
      return part(pvBenefit) + equals
    case 'equalSplit':
      return `${pounds(npv)} ÷ ${partners.length} partners${equals}`
    case 'freeRideProof': {
      const outside = game?.freeRiding ?? []
      return `${pounds(outside[i] ?? 0)} + (${pounds(npv)} − ${pounds(add(outside))}) ÷ ${partners.length}${equals}`
    }
    case 'byHand': {
      const part = normalised(sharesOf(shown.document, partners) ?? [])?.[i]
      return part === undefined ? null : `${pounds(npv)} × ${percentTenth(part)}${equals}`
    }
    default:
      return null
  }
}

/** The workings of a rule that is more than one line. */
function ruleTables(shown: Shown, rule: Worked, id: string): Twin[] {
  if (rule.rule === 'shapley') return arrivals(shown, id)
  if (rule.rule === 'nucleolus') return [complaints(shown, rule)]
  if (rule.rule === 'waterfall') return [waterfallSteps(shown, id)]
  return []
}

export function explainNet(shown: Shown, rule: Worked, id: string): Explanation {
  const { reply } = shown
  const { sharing } = reply
  const i = reply.partners.indexOf(id)
  const own = partnerName(shown, id)
  const own1 = ruleFormula(shown, rule, i)
  const sign = rule.pvTransfer[i]! < 0 ? '−' : '+'
  return {
    title: `${own}: ${ruleName(rule.rule)}`,
    formula: [
      RULE_MEANINGS[rule.rule],
      ...(own1 ? [own1] : []),
      `Falls to it ${sign} ${sign === '+' ? 'received from' : 'paid to'} the others − puts in = net`,
      `${pounds(sharing.pvBenefit[i]!)} ${sign} ${pounds(Math.abs(rule.pvTransfer[i]!))} − ${pounds(sharing.pvCost[i]!)} = ${pounds(rule.nets[i]!)}`,
    ],
    tables: [
      ...ruleTables(shown, rule, id),
      discounted(shown, `${own} by year, ${ruleName(rule.rule)}`, [
        { head: 'Falls to it', amounts: benefitFlow(shown, id), sign: 1 },
        { head: 'Transfer', amounts: rule.transfers[i]!, sign: 1 },
        { head: 'Puts in', amounts: costFlow(shown, id), sign: -1 },
      ]),
      settlement(shown, rule),
    ],
    notes: [`On ${BASIS_WORDS[sharing.basis]}, prices of ${reply.priceBase}.`],
    marks: marksOf(shown, [
      'costs',
      'benefits',
      ...(OF_GAMES.includes(rule.rule) ? (['coalitions'] as const) : []),
    ]),
  }
}

/** What partners pay each other each year in whole pence; every year adds to nothing, exactly. */
export function settlement(shown: Shown, rule: Worked): Twin {
  const { partners, years } = shown.reply
  const rows = Array.from({ length: years }, (_, t): Cell[] => {
    const pence = rule.settlement.map((row) => row[t]!)
    return [yearName(t), ...pence, pence.reduce((a, b) => a + b, 0)]
  })
  return {
    caption: `Settlement by year, ${ruleName(rule.rule)}: received plus, paid minus`,
    columns: [
      { head: 'Year', unit: 'text' },
      ...partners.map((id) => ({ head: partnerLabel(shown, id), unit: 'pence' as const })),
      { head: 'Together', unit: 'pence' },
    ],
    rows,
    foot: ['Sum', ...partners.map((_, i) => sumOf(rows, i + 1)), sumOf(rows, partners.length + 1)],
  }
}

export function explainSettlement(shown: Shown, rule: Worked): Explanation {
  return {
    title: `Settlement: ${ruleName(rule.rule)}`,
    formula: [
      'Transfer = its part of the year’s benefit under the split − what fell to it that year',
      'Settled in whole pence; the odd pennies go by largest remainder, and every year adds to £0.00',
    ],
    tables: [settlement(shown, rule)],
    notes: [
      'A plus is received, a minus is paid. In the financial case only: transfers are no gain to society.',
    ],
    marks: [],
  }
}
