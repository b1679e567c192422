import { eachPound, percentTenth, pounds } from '../../../format.ts'
import { benefitFlow, costFlow, cumulative, discounted } from '../flows.ts'
import { BASIS_WORDS, yearName } from '../names.ts'
import type { Shown } from '../shown.ts'
import type { Twin } from '../twin.ts'
import type { CaseName, Explanation } from './explanation.ts'
import { marksOf } from './marks.ts'

const CASE_NAMES: Record<CaseName, string> = {
  cashable: 'financial case, cashable',
  gross: 'financial case, gross',
  economic: 'economic case',
}

const appraisalOf = ({ reply }: Shown, name: CaseName) =>
  name === 'economic' ? reply.economic : reply.financial[name]

/** Benefit to everybody by year: what public bodies save that is not a payment moved, and what people gain. */
function economicBenefit({ reply, document }: Shown): number[] {
  return reply.factors.map((_, t) =>
    reply.outcomes.reduce((sum, { id, fiscal, wider }) => {
      const split = document.outcomes.find((outcome) => outcome.id === id)?.split ?? []
      const whole = split.reduce((total, part) => total + (part.share ?? 0), 0)
      const resource = split.reduce((total, part) => total + (part.transfer ? 0 : (part.share ?? 0)), 0)
      return sum + (whole > 0 ? (fiscal[t]! * resource) / whole : 0) + wider[t]!
    }, 0),
  )
}

/** The years of a case as a table whose present values add up to its net present value. */
export function caseTable(shown: Shown, name: CaseName): Twin {
  const economic = name === 'economic'
  const cost = costFlow(shown, null, economic || undefined)
  const benefit = economic ? economicBenefit(shown) : benefitFlow(shown, null, name)
  const table = discounted(shown, `Net present value by year, ${CASE_NAMES[name]}`, [
    { head: 'Benefit', amounts: benefit, sign: 1 },
    { head: 'Cost', amounts: cost, sign: -1 },
  ])
  return economic ? withMoved(table, appraisalOf(shown, name).npv) : table
}

/** Costs that only move money are left out of the economic case: a row puts back what the years above counted of them. */
function withMoved(table: Twin, npv: number): Twin {
  const left = npv - (table.foot!.at(-1) as number)
  if (Math.abs(left) < 0.5) return table
  const foot = [...table.foot!]
  foot[foot.length - 1] = npv
  return {
    ...table,
    rows: [...table.rows, ['Payments that only move money, left out', null, null, null, null, left]],
    foot,
  }
}

export function explainCase(shown: Shown, of: 'npv' | 'ratio' | 'payback', name: CaseName): Explanation {
  const { pvBenefit, pvCost, npv, bcr, payback, irr, equivalentAnnual } = appraisalOf(shown, name)
  const { reply } = shown
  const table = caseTable(shown, name)
  const counted = {
    cashable: `Counted: ${BASIS_WORDS.cashable} to public bodies.`,
    gross: 'Counted: all savings to public bodies, whether or not they can be taken out of a budget.',
    economic:
      'Counted: gains to everybody, with payments that only move money left out of both sides. It is a case of its own and is never added to the financial one.',
  }[name]
  const notes = [
    counted,
    irr === null
      ? 'There is no single internal rate of return: the yearly flow does not change sign just once.'
      : `Internal rate of return ${percentTenth(irr)}: the discount rate at which it would come to nothing.`,
    ...(equivalentAnnual === null
      ? []
      : [`As an equal amount in each year after the first: ${pounds(equivalentAnnual)}.`]),
    `Prices of ${reply.priceBase}. Discounted by the schedule “${reply.schedule}”; year 1 is not discounted, and each later factor is the one before divided by one plus the year’s rate.`,
  ]
  const marks = marksOf(shown, ['costs', 'benefits']).filter(
    (mark) => name === 'cashable' || !mark.startsWith('The part of each benefit'),
  )
  if (of === 'ratio')
    return {
      title: `Benefit for each pound, ${CASE_NAMES[name]}`,
      formula: [`${pounds(pvBenefit)} ÷ ${pounds(pvCost)} = ${eachPound(bcr)} for each pound`],
      tables: [table],
      notes,
      marks,
    }
  if (of === 'payback') return paybackOf(shown, name, payback.discounted.sustained, notes, marks)
  return {
    title: `Net present value, ${CASE_NAMES[name]}`,
    formula: [
      'Net present value = sum over the years of (benefit − cost) × factor',
      `${pounds(pvBenefit)} − ${pounds(pvCost)} = ${pounds(npv)}`,
    ],
    tables: [table],
    notes,
    marks,
  }
}

function paybackOf(
  shown: Shown,
  name: CaseName,
  at: number | null,
  notes: string[],
  marks: string[],
): Explanation {
  const table = caseTable(shown, name)
  const net = table.rows.slice(0, shown.reply.years).map((row) => row[3] as number)
  const line = cumulative(shown, net)
  return {
    title: `Payback, ${CASE_NAMES[name]}`,
    formula: [
      'Payback = the first year from which present value so far is never again below nothing',
      at === null
        ? `It is below nothing at the end: ${pounds(line.at(-1)!)}`
        : `${at === 0 ? 'At the start' : `${yearName(at - 1)}: ${pounds(line[at - 1]!)}; `}${yearName(at)}: ${pounds(line[at]!)}`,
    ],
    tables: [soFar(shown, `Present value so far, ${CASE_NAMES[name]}`, net)],
    notes,
    marks,
  }
}

/** A flow discounted and added up, year by year. */
export function soFar(shown: Shown, caption: string, flow: readonly number[]): Twin {
  const { columns, rows, foot } = discounted(shown, caption, [{ head: 'Net', amounts: flow, sign: 1 }])
  const line = cumulative(shown, flow)
  return {
    caption,
    columns: [...columns, { head: 'So far', unit: 'pounds' }],
    rows: rows.map((row, t) => [...row, line[t]!]),
    foot: [...foot!, null],
  }
}

export function explainBreakEven(shown: Shown): Explanation {
  const { sharing, breakEven } = shown.reply
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const [cost, benefit] = [sum(sharing.pvCost), sum(sharing.pvBenefit)]
  return {
    title: 'How far it may miss the plan',
    formula: [
      `Benefits may fall: 1 − ${pounds(cost)} ÷ ${pounds(benefit)} = ${percentTenth(breakEven.benefitsFall)}`,
      `Costs may rise: ${pounds(benefit)} ÷ ${pounds(cost)} − 1 = ${percentTenth(breakEven.costsRise)}`,
    ],
    tables: [caseTable(shown, sharing.basis)],
    notes: [`On ${BASIS_WORDS[sharing.basis]}, everything else as planned.`],
    marks: marksOf(shown, ['costs', 'benefits']),
  }
}
