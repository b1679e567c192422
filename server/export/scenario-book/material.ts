import type { Compiled } from '../../scenario/cash/compile.ts'
import type { Scenario } from '../../scenario/document/schema.ts'
import type { Evaluation } from '../../scenario/evaluate.ts'
import type { Parameters } from '../../scenario/parameters.ts'
import type { Programme, Totals } from '../../scenario/sharing/programme.ts'
import { RULES, type Rule, type RuleContext } from '../../scenario/sharing/rules.ts'
import type { Assumptions } from './assumptions.ts'
import type { YearTable } from './year-table.ts'

/** A publication that the tables of appraisal come from. */
export interface ParameterSource {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly date: string
  readonly address: string
  readonly read: string
}

/** What a scenario's workbook says of itself: nothing of when it was asked for, so that bytes repeat. */
export interface AboutScenario {
  /** Name of this saved version of the scenario, as its owner calls it. */
  readonly version: string | null
  readonly link: string | null
  readonly count: { readonly id: string; readonly hash: string } | null
  /** What readers published into that count, a line each. */
  readonly ownFigures: readonly (readonly [string, string])[]
  readonly software: string
  readonly sources: readonly ParameterSource[]
}

/** What every sheet is made from; sheets that others refer to are put in `years` as they are made. */
export interface Material {
  readonly scenario: Scenario
  readonly parameters: Parameters
  readonly compiled: Compiled
  readonly result: Evaluation
  /** The financial case on the basis being shared. */
  readonly programme: Programme
  readonly totals: Totals
  /** What groups of partners could do, where the scenario has a coalition model. */
  readonly context: RuleContext
  readonly about: AboutScenario
  readonly assumptions: Assumptions
  readonly years: Map<string, YearTable>
  /** Defined names of the book: a name, and the cell it stands for. */
  readonly names: [string, string][]
}

/** The rules this scenario offers: shares set by hand are one only where they have been set. */
export const rulesOf = ({ scenario }: Material): readonly Rule[] =>
  RULES.filter((rule) => rule !== 'byHand' || scenario.sharing.shares)

export const yearsOf = ({ years }: Material, sheet: string): YearTable => {
  const found = years.get(sheet)
  if (!found) throw new Error(`sheet ${sheet} is not made yet`)
  return found
}
