import { dealMoney, pounds } from '../../../format.ts'
import { upperFirst } from '../../../words.ts'
import { benefitFlow, costFlow, discounted } from '../flows.ts'
import type { Shown } from '../shown.ts'
import { inputName, inputValue } from '../uncertainty/switching.ts'
import type { Explanation } from './explanation.ts'
import { marksOf } from './marks.ts'

/** How net present value follows one input: a straight line through the plan. */
export function explainInput(shown: Shown, id: string): Explanation | null {
  const { tornado, switching, sharing } = shown.reply
  const bar = tornado.find((one) => one.id === id)
  const planned = switching.find((one) => one.id === id)
  if (!bar || !planned) return null
  // Where there is no range to tell it by, the switching value tells the slope.
  const slope =
    bar.high !== bar.low
      ? (bar.npvAtHigh - bar.npvAtLow) / (bar.high - bar.low)
      : planned.switching === null || planned.switching === planned.value
        ? 0
        : sharing.npv / (planned.value - planned.switching)
  const at = (value: number, npv: number) =>
    `${pounds(sharing.npv)} + (${inputValue(id, value)} − ${inputValue(id, planned.value)}) × ${dealMoney(slope)} = ${pounds(npv)}`
  return {
    title: upperFirst(inputName(id, bar.name)),
    formula: [
      'Net present value = as planned + (input − as planned) × what one more of the input brings',
      `At its low: ${at(bar.low, bar.npvAtLow)}`,
      `At its high: ${at(bar.high, bar.npvAtHigh)}`,
      ...(planned.switching === null
        ? []
        : [
            `Nothing at ${inputValue(id, planned.value)} − ${pounds(sharing.npv)} ÷ ${dealMoney(slope)} = ${inputValue(id, planned.switching)}${planned.possible ? '' : ', which it cannot be'}`,
          ]),
    ],
    tables: [],
    notes: [
      'One input moves and the others stay as planned. A share is one at 100%; a cost is one as planned.',
      (shown.document.ranges ?? []).some((range) => id === `${range.outcome}.${range.parameter}`)
        ? 'Its low and high are those set in the scenario.'
        : 'No range is given for it, so its low and high are a tenth either way.',
    ],
    marks: marksOf(shown, ['costs', 'benefits']),
  }
}

/** Discount factors at one rate; the first year is not discounted. */
const factorsAt = (rate: number, years: number) => Array.from({ length: years }, (_, t) => (1 + rate) ** -t)

const late = (flow: readonly number[]) => flow.map((_, t) => (t < 2 ? 0 : flow[t - 2]!))
const times = (flow: readonly number[], by: number) => flow.map((amount) => amount * by)

/** Net present value under another assumption, year by year. */
export function explainSensitivity(shown: Shown, id: string): Explanation | null {
  const found = shown.reply.sensitivities.find((one) => one.id === id)
  if (!found) return null
  const { years, factors } = shown.reply
  const cost = costFlow(shown, null)
  const benefit = benefitFlow(shown, null)
  const changed = {
    'rate-3.0': { cost, benefit, factors: factorsAt(0.03, years) },
    'rate-1.5': { cost, benefit, factors: factorsAt(0.015, years) },
    undiscounted: { cost, benefit, factors: factorsAt(0, years) },
    'benefits-15-costs+10': { cost: times(cost, 1.1), benefit: times(benefit, 0.85), factors },
    'two-years-late': { cost, benefit: late(benefit), factors },
  }[id]
  return {
    title: `Net present value: ${found.name.charAt(0).toLowerCase()}${found.name.slice(1)}`,
    formula: [
      'Net present value = sum over the years of (benefit − cost) × factor',
      `${pounds(found.npv)}, where the plan makes ${pounds(shown.reply.sharing.npv)}`,
    ],
    tables: changed
      ? [
          discounted({ ...shown, reply: { ...shown.reply, factors: changed.factors } }, found.name, [
            { head: 'Benefit', amounts: changed.benefit, sign: 1 },
            { head: 'Cost', amounts: changed.cost, sign: -1 },
          ]),
        ]
      : [],
    notes: id === 'two-years-late' ? ['What falls beyond the horizon is lost.'] : [],
    marks: marksOf(shown, ['costs', 'benefits']),
  }
}
