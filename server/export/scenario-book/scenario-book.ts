import { compile } from '../../scenario/cash/compile.ts'
import { programmeFlows } from '../../scenario/cash/programme-flows.ts'
import type { Scenario } from '../../scenario/document/schema.ts'
import { type EvaluateOptions, evaluate } from '../../scenario/evaluate.ts'
import { contextFor } from '../../scenario/sharing/context.ts'
import { totals } from '../../scenario/sharing/programme.ts'
import type { Book, TableSheet } from '../book.ts'
import { acceptanceSheet, leavingSheet } from './acceptance-sheet.ts'
import { appraisalSheet, appraisalYearsSheet } from './appraisal-sheets.ts'
import { Assumptions } from './assumptions.ts'
import { basisSheet, sharingInputs } from './basis-sheet.ts'
import { byAgencySheet, byOutcomeSheet } from './benefits-sheets.ts'
import { cashSheet } from './cash-sheet.ts'
import { cashTable } from './cash-table.ts'
import { chainSheet } from './chain-sheet.ts'
import { coalitionSheet, hasGame } from './coalition-sheet.ts'
import { contributionsSheet } from './contributions-sheet.ts'
import { costFactorsSheet, costsSheet } from './costs-sheet.ts'
import { dealSheet } from './deal-sheet.ts'
import { discountSheet } from './discount-sheet.ts'
import { documentSheet } from './document-sheet.ts'
import { contentsSheet, coverSheet } from './front-sheets.ts'
import type { AboutScenario, Material } from './material.ts'
import { notesSheet, sourcesSheet } from './notes-sheets.ts'
import { potSheet } from './pot-sheet.ts'
import { pricesSheet } from './prices-sheet.ts'
import { profilesSheet } from './profiles-sheet.ts'
import { reachSheet } from './reach-sheet.ts'
import { rulesSheet } from './rules-sheet.ts'
import { sensitivitySheet, switchingSheet, tornadoSheet } from './sensitivity-sheets.ts'
import { settlementSheet } from './settlement-sheet.ts'
import { splitSheet } from './split-sheet.ts'
import { termsSheet } from './terms-sheet.ts'
import { waterfallSheet, waterfallTable } from './waterfall-sheet.ts'
import { yearlyInputs } from './yearly-inputs.ts'

function materialOf(scenario: Scenario, options: EvaluateOptions, about: AboutScenario): Material {
  const { parameters } = options
  const compiled = compile(scenario, parameters)
  const { basis, countInKind: inKind } = scenario.sharing
  const programme = programmeFlows(compiled, { basis, inKind })
  const all = totals(programme)
  return {
    scenario,
    parameters,
    compiled,
    result: evaluate(scenario, options),
    programme,
    totals: all,
    context: contextFor(scenario, all),
    about,
    assumptions: new Assumptions(),
    years: new Map(),
    names: [],
  }
}

/** Sheets from the inputs to the appraisal, in the order that each rests on those before. */
function sheetsOf(material: Material): TableSheet[] {
  const inputs = sharingInputs(material)
  const discount = discountSheet(material)
  const prices = pricesSheet(material)
  const yearly = yearlyInputs(material)
  const game = hasGame(material)
  const { outcomes } = material.scenario
  const costs = [costFactorsSheet(material, prices.factor), costsSheet(material)]
  const contributions = contributionsSheet(material)
  const benefits = [
    splitSheet(material),
    chainSheet(material, prices.factor),
    profilesSheet(material),
    byOutcomeSheet(material),
    byAgencySheet(material),
  ]
  cashTable(material)
  waterfallTable(material)
  const flows = [cashSheet(material, inputs), potSheet(material)]
  const appraisal = [appraisalYearsSheet(material), appraisalSheet(material)]
  const sharing = [
    basisSheet(material, inputs),
    waterfallSheet(material),
    ...(game ? [reachSheet(material), coalitionSheet(material)] : []),
    rulesSheet(material),
    dealSheet(material),
    acceptanceSheet(material),
    ...(game ? [leavingSheet(material)] : []),
  ]
  const made = [
    material.assumptions.sheet,
    yearly,
    discount,
    prices.sheet,
    ...costs,
    contributions,
    ...benefits.filter(() => outcomes.length > 0),
    ...flows,
    ...appraisal,
    ...sharing,
    settlementSheet(material),
    termsSheet(material),
    sensitivitySheet(material),
    switchingSheet(material),
    tornadoSheet(material),
    sourcesSheet(material),
    notesSheet(material),
    documentSheet(material.scenario),
  ]
  return made.filter((sheet) => sheet !== undefined)
}

const FIRST_DAY = '2026-01-01'

/**
 * A scenario as a workbook that recalculates: live formulas from the inputs to each partner's net, each
 * with the value that `evaluate` gives stored beside it. The same scenario and the same `about` make the
 * same book, whenever it is made.
 */
export function scenarioBook(scenario: Scenario, options: EvaluateOptions, about: AboutScenario): Book {
  const material = materialOf(scenario, options, about)
  const sheets = sheetsOf(material)
  const contents = contentsSheet(sheets)
  return {
    title: scenario.name,
    subject: about.count ? `Count ${about.count.id} ${about.count.hash}` : 'No count',
    made: options.parameters.schedules.standard?.asAt ?? FIRST_DAY,
    sheets: [coverSheet(material, sheets), contents, ...sheets],
    names: [...material.assumptions.names, ...material.names],
  }
}
