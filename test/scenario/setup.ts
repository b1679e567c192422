import { loadParameters } from '../../server/parameters/load.ts'
import { loadPresets } from '../../server/parameters/presets.ts'
import { readScenario } from '../../server/scenario/document/read.ts'
import type { Scenario } from '../../server/scenario/document/schema.ts'
import { type Evaluation, evaluate } from '../../server/scenario/evaluate.ts'
import type { Outcome } from '../../server/scenario/sharing/outcome.ts'
import type { Rule } from '../../server/scenario/sharing/rules.ts'
import { yalps } from '../../server/solver/yalps.ts'

export const parameters = loadParameters()

/** A document that must be good. */
export function read(document: unknown): Scenario {
  const found = readScenario(document, parameters)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found.scenario
}

export const run = (document: unknown): Evaluation => evaluate(read(document), { parameters, solve: yalps })

export const available = (result: Evaluation): Outcome[] =>
  result.sharing.rules.flatMap((rule) => (rule.available ? [rule] : []))

export function ruleOf(result: Evaluation, rule: Rule): Outcome {
  const found = available(result).find((each) => each.rule === rule)
  if (!found) throw new Error(`${rule} is not available`)
  return found
}

/** A fresh copy of a preset's scenario document. */
export function presetDocument(id: string) {
  const preset = loadPresets().find((each) => each.id === id)
  if (!preset) throw new Error(`no preset ${id}`)
  // biome-ignore lint/suspicious/noExplicitAny: tests break documents in every way
  return structuredClone(preset.scenario) as any
}
