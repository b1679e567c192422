import type { Appraisal } from '../../scenario/appraisal/indicators.ts'
import { largest } from '../../scenario/appraisal/payback.ts'
import { economicFlows, programmeFlows } from '../../scenario/cash/programme-flows.ts'
import { byYear } from '../../scenario/sharing/programme.ts'
import type { Formula, TableSheet, Value } from '../book.ts'
import { BY_OUTCOME } from './benefits-sheets.ts'
import { CASH, of } from './cash-table.ts'
import { cellAt, HOW, known, live, POUNDS, RATIO, SHARE, shaped, WHOLE } from './cells.ts'
import { resourceShares } from './chain-sheet.ts'
import { COSTS, costFlags, grouped } from './costs-sheet.ts'
import { type Material, yearsOf } from './material.ts'
import { paybackCells, repaid, repaidFormula } from './payback-cells.ts'
import { FACTORS, YearTable } from './year-table.ts'

const BY_YEAR = 'Appraisal by year'
const APPRAISAL = 'Appraisal'

export const CASES = {
  gross: 'Financial case, all benefits',
  cashable: 'Financial case, cashable',
  economic: 'Economic case',
} as const
export type Case = keyof typeof CASES
const EACH = Object.keys(CASES) as Case[]

const STEPS = {
  cost: 'Cost',
  benefit: 'Benefit',
  net: 'Net',
  cumulative: 'Net, cumulative',
  discounted: 'Net, cumulative and discounted',
  repaid: 'Paid back, 1 or 0',
  repaidDiscounted: 'Paid back discounted, 1 or 0',
} as const
type Step = keyof typeof STEPS

const keyed = (step: Step, which: Case) => `${step} ${which}`

function flowsOf({ compiled, scenario, totals }: Material, which: Case) {
  if (which === 'economic') return economicFlows(compiled)
  const { benefit } = programmeFlows(compiled, { basis: which, inKind: scenario.sharing.countInKind })
  return { costs: totals.costByYear, benefits: byYear(benefit, compiled.years) }
}

/** Formulas of a case's cost and benefit in a year. */
function sources(material: Material, which: Case) {
  const cash = yearsOf(material, CASH)
  if (which !== 'economic')
    return {
      cost: (t: number) => cash.at(of('cost', 'all'), t),
      benefit: (t: number) => cash.at(of(which, 'all'), t),
    }
  const { outcomes } = material.scenario
  const [flags, items] = [costFlags(material), grouped(material).keys]
  const keys = (part: string) => outcomes.map((_, at) => `${part} ${at}`)
  const table = () => yearsOf(material, BY_OUTCOME)
  return {
    cost: (t: number) => (flags ? `SUMPRODUCT(${flags},${yearsOf(material, COSTS).down(items, t)})` : '0'),
    benefit: (t: number) =>
      outcomes.length > 0
        ? `SUMPRODUCT(${resourceShares(material)},${table().down(keys('fiscal'), t)})+SUM(${table().down(keys('wider'), t)})`
        : '0',
  }
}

/** Cost, benefit and net of each case by year, with what payback is read from. */
export function appraisalYearsSheet(material: Material): TableSheet {
  const { factors } = material.compiled
  const steps = Object.keys(STEPS) as Step[]
  const table = new YearTable(
    BY_YEAR,
    { about: 'Cost, benefit and net of each case by year', table: 'AppraisalByYear' },
    ['Case', 'Step'],
    EACH.flatMap((which) => steps.map((step) => keyed(step, which))),
    factors,
  )
  const year = yearsOf(material, FACTORS.sheet)
  for (const which of EACH) {
    const { costs, benefits } = flowsOf(material, which)
    const net = costs.map((cost, t) => benefits[t]! - cost)
    const stake = largest(costs, benefits)
    const [plain, discounted] = [repaid(net, stake), repaid(net, stake, factors)]
    const at = (step: Step, t: number) => table.at(keyed(step, which), t)
    const stakes = `${at('cost', 0)}:${at('benefit', factors.length - 1).split('!')[1]}`
    const running = (step: Step, t: number, amount: string) =>
      t === 0 ? amount : `${at(step, t - 1)}+${amount}`
    const formulas: Record<Step, (t: number) => string> = {
      ...sources(material, which),
      net: (t) => `${at('benefit', t)}-${at('cost', t)}`,
      cumulative: (t) => running('cumulative', t, at('net', t)),
      discounted: (t) => running('discounted', t, `${at('net', t)}*${year.at('factor', t)}`),
      repaid: (t) => repaidFormula(at('cumulative', t), stakes),
      repaidDiscounted: (t) => repaidFormula(at('discounted', t), stakes),
    }
    const values: Record<Step, readonly number[]> = {
      cost: costs,
      benefit: benefits,
      net,
      cumulative: plain.cumulative,
      discounted: discounted.cumulative,
      repaid: plain.flags,
      repaidDiscounted: discounted.flags,
    }
    for (const step of steps)
      table.put(
        keyed(step, which),
        {
          item: CASES[which],
          measure: STEPS[step],
          how: HOW.live,
          ...(step === 'cost' || step === 'benefit' || step === 'net' ? { money: true } : {}),
          ...(step.startsWith('repaid') ? { format: WHOLE } : {}),
        },
        formulas[step],
        values[step],
      )
  }
  material.years.set(BY_YEAR, table)
  return table.sheet
}

/** Names of the headline cells of a case. */
export const headline = (which: Case, what: 'cost' | 'benefit' | 'npv' | 'bcr' | 'payback'): string =>
  `${which}_${what}`

const MEASURES = [
  ['Present value of cost', '£', POUNDS],
  ['Present value of benefit', '£', POUNDS],
  ['Net present value', '£', POUNDS],
  ['Benefit cost ratio', '£ for each £', RATIO],
  ['Equivalent annual value', '£ a year', POUNDS],
  ['Paid back in year, discounted', 'year number, the first being 0', undefined],
  ['Paid back for good, discounted', 'year number, the first being 0', undefined],
  ['Paid back in year, undiscounted', 'year number, the first being 0', undefined],
  ['Paid back for good, undiscounted', 'year number, the first being 0', undefined],
  ['Internal rate of return', 'share a year', SHARE],
] as const

/** A rate near the answer, which a spreadsheet's search sets out from. */
const near = (rate: number) => Number(rate.toPrecision(2))

function columnOf(material: Material, which: Case): (Formula | Value)[] {
  const { compiled, result } = material
  const found: Appraisal = which === 'economic' ? result.economic : result.financial[which]
  const table = yearsOf(material, BY_YEAR)
  const factors = yearsOf(material, FACTORS.sheet)
  const [cost, benefit] = [table.present(keyed('cost', which)), table.present(keyed('benefit', which))]
  const years = { table: factors, last: compiled.years - 1 }
  const back = {
    discounted: paybackCells(table, keyed('repaidDiscounted', which), years, found.payback.discounted),
    plain: paybackCells(table, keyed('repaid', which), years, found.payback.undiscounted),
  }
  return [
    live(cost, found.pvCost),
    live(benefit, found.pvBenefit),
    live(`${benefit}-${cost}`, found.npv),
    live(`IF(${cost}=0,"[x]",${benefit}/${cost})`, found.bcr),
    compiled.years === 1
      ? '[x]'
      : live(`(${benefit}-${cost})/SUM(${factors.across('factor', 1)})`, found.equivalentAnnual),
    back.discounted.first,
    back.discounted.sustained,
    back.plain.first,
    back.plain.sustained,
    found.irr === null
      ? known(null)
      : live(`IFERROR(IRR(${table.across(keyed('net', which))},${near(found.irr)}),"[x]")`, found.irr),
  ]
}

/** The three cases side by side. */
export function appraisalSheet(material: Material): TableSheet {
  const columns = EACH.map((which) => columnOf(material, which))
  EACH.forEach((which, at) => {
    for (const [what, row] of [
      ['cost', 2],
      ['benefit', 3],
      ['npv', 4],
      ['bcr', 5],
      ['payback', 7],
    ] as const)
      material.names.push([headline(which, what), cellAt(APPRAISAL, at + 2, row)])
  })
  return {
    name: APPRAISAL,
    about:
      'Present values, ratios and payback of the financial case, in all and cashable, and the economic case',
    table: 'Appraisal',
    columns: [
      { title: 'Measure', width: 36 },
      { title: 'Unit', width: 16 },
      ...EACH.map((which) => ({ title: CASES[which].replace(',', ''), width: 26, format: 'General' })),
    ],
    rows: MEASURES.map(([measure, unit, format], row) => [
      measure,
      unit,
      ...columns.map((column) => (format ? shaped(column[row]!, format) : { value: column[row]! })),
    ]),
  }
}
