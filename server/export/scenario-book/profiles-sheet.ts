import { attainment, delayed, persistence, weights } from '../../scenario/value/profiles.ts'
import type { TableSheet } from '../book.ts'
import { HOW, SHARE, WHOLE } from './cells.ts'
import { type Material, yearsOf } from './material.ts'
import { FACTORS, YearTable } from './year-table.ts'
import { YEARLY } from './yearly-inputs.ts'

export const PROFILES = 'Benefit profiles'
type Outcome = Material['scenario']['outcomes'][number]

interface Profile {
  readonly attained: number[]
  readonly weighed: number[]
  readonly late: number[]
  readonly kept: number[]
}

function profileOf({ ramp, effect, lag, dropOff, persistence: typed }: Outcome, years: number): Profile {
  const attained = attainment(ramp, years)
  const weighed = effect.kind === 'total' ? weights(attained) : attained
  const kept = dropOff
    ? persistence(dropOff.rate, dropOff.from, years)
    : Array.from({ length: years }, (_, t) => (typed ? (typed[t] ?? typed.at(-1)!) : 1))
  return { attained, weighed, late: delayed(weighed, lag), kept }
}

const keyed = (step: string, at: number) => `${step} ${at}`

/** Formulas of each step of an outcome's profile in a year. */
function formulasOf(outcome: Outcome, at: number, material: Material, table: YearTable) {
  const { assumptions } = material
  const { name: item, id, provenance } = outcome
  const add = (input: string, value: number | string, unit: string, name: string, format?: string) =>
    assumptions.add({
      about: 'Timing',
      item,
      input,
      value,
      unit,
      name,
      of: [id],
      ...(format ? { format } : {}),
      confidence: provenance?.status,
      source: provenance?.source,
    })
  const year = (t: number) => yearsOf(material, FACTORS.sheet).at('year', t)
  const lag = add('Lag before the first benefit', outcome.lag, 'whole years', 'lag', WHOLE)
  const { ramp, dropOff } = outcome
  const named = typeof ramp === 'string' ? add('Build up', ramp, 'low, mid or high', 'build_up') : undefined
  const drop = dropOff && {
    rate: add('Yearly drop-off', dropOff.rate, 'share a year', 'drop_off', SHARE),
    from: add('Year after which it drops', dropOff.from, 'year number', 'drop_off_after', WHOLE),
  }
  const attained = table.across(keyed('attained', at))
  return {
    attained: (t: number) =>
      named
        ? `IF(${named}="low",MIN(1,MAX(0,(${year(t)}-2)/8)),IF(${named}="mid",MIN(1,${year(t)}/5),IF(${year(t)}=0,0.5,1)))`
        : yearsOf(material, YEARLY).at(`ramp ${at}`, t),
    weighed: (t: number) =>
      outcome.effect.kind === 'total'
        ? `IF(SUM(${attained})=0,0,${table.at(keyed('attained', at), t)}/SUM(${attained}))`
        : table.at(keyed('attained', at), t),
    late: (t: number) =>
      `IF(${year(t)}<${lag},0,INDEX(${table.across(keyed('weighed', at))},1,${year(t)}-${lag}+1))`,
    kept: (t: number) =>
      drop
        ? `IF(${year(t)}<=${drop.from},1,(1-${drop.rate})^(${year(t)}-${drop.from}))`
        : outcome.persistence
          ? yearsOf(material, YEARLY).at(`persistence ${at}`, t)
          : '1',
    profile: (t: number) => `${table.at(keyed('late', at), t)}*${table.at(keyed('kept', at), t)}`,
  }
}

const STEPS = {
  attained: 'share of full effect reached',
  weighed: 'as a profile (of a total: adds to one)',
  late: 'after the lag',
  kept: 'share still delivering',
  profile: 'profile',
} as const

/** When each outcome's value comes: build up, lag and drop-off, a row a step. */
export function profilesSheet(material: Material): TableSheet {
  const { scenario, compiled } = material
  const steps = Object.keys(STEPS) as (keyof typeof STEPS)[]
  const table = new YearTable(
    PROFILES,
    { about: 'When each outcome’s value comes: build up, lag and drop-off', table: 'BenefitProfiles' },
    ['Outcome', 'Step'],
    scenario.outcomes.flatMap((_, at) => steps.map((step) => keyed(step, at))),
    compiled.factors,
  )
  scenario.outcomes.forEach((outcome, at) => {
    const formulas = formulasOf(outcome, at, material, table)
    const values = profileOf(outcome, compiled.years)
    const profile = values.late.map((part, t) => part * values.kept[t]!)
    for (const step of steps)
      table.put(
        keyed(step, at),
        { item: outcome.name, measure: STEPS[step], how: HOW.live, format: SHARE },
        formulas[step],
        { ...values, profile }[step],
      )
  })
  material.years.set(PROFILES, table)
  return table.sheet
}
