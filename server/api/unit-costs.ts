import { loadParameters } from '../parameters/load.ts'
import { loadParameterSources } from '../parameters/sources.ts'
import { loadUnitCosts } from '../parameters/unit-costs.ts'
import type { TablesReply } from './contract-tables.ts'

let known: TablesReply | undefined

/** The published tables a scenario is written from, read once: unit costs, schedules, price years, bias. */
export function answerTables(): TablesReply {
  known ??= read()
  return known
}

function read(): TablesReply {
  const { schedules, deflators, projectBias, gradeBias } = loadParameters()
  return {
    unitCosts: loadUnitCosts(),
    schedules: Object.values(schedules).map(({ id, steps, asAt, source }) => ({
      id,
      steps: [...steps],
      asAt: asAt ?? null,
      source: source ?? null,
    })),
    deflators: Object.values(deflators).map(({ id, index, source, forecastFrom }) => ({
      id,
      years: Object.keys(index),
      forecastFrom: forecastFrom ?? null,
      source: source ?? null,
    })),
    projectTypes: projectBias.map(({ type }) => type),
    gradeBias: { verified: gradeBias.verified, grades: [...gradeBias.grades] },
    sources: loadParameterSources(),
  }
}
