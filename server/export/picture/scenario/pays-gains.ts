import { inMoney } from '../../in-money.ts'
import { framed, INNER } from '../frame.ts'
import { BLUE, HAIRLINE, INK, NEGATIVE, ORANGE, QUIET } from '../palette.ts'
import type { Picture } from '../picture.ts'
import { el, line } from '../svg.ts'
import { leading, paragraph, text, wrapped } from '../text.ts'
import { widthOf } from '../typeface.ts'
import { basisInWords, inForce, ruleName, type Shown, sum } from './shown.ts'

const LOOK = { size: 13 } as const
const NAMES = 170
const NETS = 92
const ROW = 34

/** Who pays and who gains, on one scale, and what each is left with under the rule in force. */
export function paysGainsPicture(shown: Shown): Picture {
  const { reply, names, said } = shown
  const { pvCost, pvBenefit } = reply.sharing
  const rule = inForce(shown)
  const nets = rule?.nets ?? pvBenefit.map((benefit, index) => benefit - pvCost[index]!)
  const words = (amounts: readonly number[]) => amounts.map(inMoney)
  const widest = (texts: readonly string[]) => Math.max(...texts.map((one) => widthOf(one, LOOK.size)), 0)
  const [costs, benefits] = [words(pvCost), words(pvBenefit)]
  const left = NAMES + 8 + widest(costs) + 8
  const right = INNER - NETS - widest(benefits) - 8
  const most = Math.max(...pvCost, ...pvBenefit, 0) || 1
  const [highestCost, highestBenefit] = [Math.max(...pvCost, 0), Math.max(...pvBenefit, 0)]
  const zero = left + ((right - left) * highestCost) / (highestCost + highestBenefit || 1)
  const unit = (right - left) / (highestCost + highestBenefit || most)
  let y = 40
  const rows = names.map((name, index) => {
    const lines = wrapped(name, NAMES, LOOK)
    const height = Math.max(ROW, lines.length * leading(LOOK.size) + 12)
    const [middle, baseline] = [y + height / 2, y + height / 2 + 4.5]
    const pays = Math.max(0, pvCost[index]!) * unit
    const gains = Math.max(0, pvBenefit[index]!) * unit
    const mark = { y: middle - 9, height: 18, stroke: INK, 'stroke-width': 0.75 }
    const net = nets[index]!
    const drawn = [
      line(0, y, INNER, y, HAIRLINE, 0.75),
      paragraph(0, baseline - ((lines.length - 1) * leading(LOOK.size)) / 2, lines, LOOK),
      ...(pays > 0 ? [el('rect', { x: zero - pays, width: pays, fill: ORANGE, ...mark })] : []),
      ...(gains > 0 ? [el('rect', { x: zero, width: gains, fill: BLUE, ...mark })] : []),
      text(zero - pays - 6, baseline, costs[index]!, { ...LOOK, anchor: 'end' }),
      text(zero + gains + 6, baseline, benefits[index]!, {
        ...LOOK,
        fill: pvBenefit[index]! < 0 ? NEGATIVE : INK,
      }),
      text(INNER, baseline, inMoney(net), {
        ...LOOK,
        weight: 600,
        anchor: 'end',
        fill: net < 0 ? NEGATIVE : INK,
      }),
    ]
    y += height
    return drawn.join('')
  })
  const heading = { size: 13, fill: QUIET } as const
  const heads = [
    text(zero - 8, 14, 'pays', { ...heading, anchor: 'end' }),
    text(zero + 8, 14, 'gains', heading),
    text(INNER, 14, 'net under', { ...heading, anchor: 'end' }),
    text(INNER, 31, rule ? 'the rule' : 'no rule', { ...heading, anchor: 'end' }),
  ]
  const gainer = names[pvBenefit.indexOf(highestBenefit)] ?? ''
  const payer = names[pvCost.indexOf(highestCost)] ?? ''
  return framed({
    id: 'pays-gains',
    title:
      payer === gainer
        ? `${payer} pays most, ${inMoney(highestCost)}, and gains most, ${inMoney(highestBenefit)}`
        : `${payer} pays most, ${inMoney(highestCost)}; ${gainer} gains most, ${inMoney(highestBenefit)}`,
    said,
    alt: `Who pays and who gains in ${reply.name}, present values. ${names
      .map(
        (name, index) =>
          `${name} pays ${costs[index]}, gains ${benefits[index]}, net ${inMoney(nets[index]!)}`,
      )
      .join('; ')}.`,
    notes: [
      `Together: pays ${inMoney(sum(pvCost))}, gains ${inMoney(sum(pvBenefit))}, net present value ${inMoney(reply.sharing.npv)}. Gains are ${basisInWords(shown)}.`,
      rule
        ? `Net is under the rule in force: ${ruleName(rule.rule)}.`
        : `The rule in force, ${ruleName(reply.sharing.rule)}, cannot be worked out: net is what each gains less what it pays.`,
    ],
    drawn: { markup: [...heads, ...rows, line(zero, 22, zero, y, INK)].join(''), height: y },
  })
}
