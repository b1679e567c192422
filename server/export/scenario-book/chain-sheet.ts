import { benefitBiasRate } from '../../scenario/cash/bias-rates.ts'
import { chainOf } from '../../scenario/cash/outcome-flow.ts'
import { worstGrade } from '../../scenario/value/optimism-bias.ts'
import { priceFactor } from '../../scenario/value/prices.ts'
import type { Formula, TableSheet } from '../book.ts'
import { cellAt, downFrom, FACTOR, live, PENCE, POUNDS, SHARE, WHOLE } from './cells.ts'
import type { Material } from './material.ts'
import { resourceShare } from './split-sheet.ts'

const CHAIN = 'Benefits chain'
const [FISCAL, WIDER, RESOURCE] = [16, 17, 18]
type Outcome = Material['scenario']['outcomes'][number]

/** Cells of an outcome's value of a full year, by place of the outcome. */
export const worthOf = (outcome: number, which: 'fiscal' | 'wider'): string =>
  cellAt(CHAIN, which === 'fiscal' ? FISCAL : WIDER, outcome + 2)

/** Stretch of the shares of fiscal value that are resource gains, parallel to the outcomes. */
export const resourceShares = ({ scenario }: Material): string =>
  downFrom(CHAIN, RESOURCE, 2, scenario.outcomes.length + 1)

function inputsOf(outcome: Outcome, { assumptions }: Material) {
  const { provenance, value } = outcome
  const add = (
    about: 'Effect' | 'Value',
    input: string,
    amount: number | string,
    unit: string,
    format?: string,
  ) =>
    assumptions.add({
      about,
      item: outcome.name,
      input,
      value: amount,
      unit,
      ...(format ? { format } : {}),
      name: input.toLowerCase().replaceAll(/[^a-z]+/g, '_'),
      of: [outcome.id],
      confidence: provenance?.status,
      source: provenance?.source,
      note:
        [about === 'Value' && value.code ? `Unit cost ${value.code}` : '', provenance?.note ?? '']
          .filter((text) => text !== '')
          .join('. ') || undefined,
    })
  return {
    share: (input: string, amount: number) => add('Effect', input, amount, 'share', SHARE),
    people: (input: string, amount: number) =>
      add('Effect', input, amount, 'people, families or homes', WHOLE),
    money: (input: string, amount: number, unit: string) => add('Value', input, amount, unit, PENCE),
    year: (amount: string) => add('Value', 'Unit value price year', amount, 'financial year'),
  }
}

function effectOf(outcome: Outcome, material: Material, row: number): (Formula | string)[] {
  const { effect } = outcome
  const chain = chainOf(effect)
  if (effect.kind === 'total' || !chain) return new Array<string>(8).fill('[z]')
  const { share, people } = inputsOf(outcome, material)
  const put = (name: string, value: number) => live(name, value)
  const reached = [
    put(people('Population', chain.population), chain.population),
    put(share('Prevalence', chain.prevalence), chain.prevalence),
    live(`C${row}*D${row}`, chain.population * chain.prevalence),
    put(share('Engagement', chain.engagement), chain.engagement),
    live(`E${row}*F${row}`, chain.population * chain.prevalence * chain.engagement),
  ]
  const successes = live(
    `G${row}*H${row}`,
    chain.population * chain.prevalence * chain.engagement * chain.success,
  )
  if (effect.kind === 'chain')
    return [
      ...reached,
      put(share('Success', chain.success), chain.success),
      successes,
      put(share('Deadweight', chain.deadweight), chain.deadweight),
    ]
  const [withIt, without] = [
    share('Rate with the programme', effect.with),
    share('Rate without it', effect.without),
  ]
  return [
    ...reached,
    put(withIt, chain.success),
    successes,
    live(`IF(${withIt}=0,0,${without}/${withIt})`, chain.deadweight),
  ]
}

function biasOf(outcome: Outcome, { parameters, assumptions }: Material): Formula {
  const rate = benefitBiasRate(outcome, parameters)
  const { optimismBias: bias } = outcome
  if (bias.kind === 'none') return live('0', 0)
  const graded = bias.kind === 'grade'
  return live(
    assumptions.add({
      about: 'Effect',
      item: outcome.name,
      input: 'Optimism bias of benefit',
      value: rate,
      unit: 'share taken off',
      format: SHARE,
      name: 'optimism_bias_of_benefit',
      of: [outcome.id],
      confidence: graded ? (parameters.gradeBias.verified ? 'published' : 'unverified') : undefined,
      source: graded ? 'Guidance for local partnerships, 2014 (recalled, not read)' : undefined,
      note: graded
        ? `Confidence grade ${worstGrade(bias.grades)}, the worst of ${bias.grades.join(', ')}`
        : 'As typed',
    }),
    rate,
  )
}

/** From people to pounds: one row an outcome, each step a column. */
export function chainSheet(material: Material, factor: (year: string) => string): TableSheet {
  const { scenario, compiled, parameters } = material
  const deflator = parameters.deflators[scenario.deflator]!
  return {
    name: CHAIN,
    about: 'From people to pounds: each outcome step by step to its value of a full year',
    table: 'BenefitsChain',
    frozen: 1,
    columns: [
      { title: 'Outcome', width: 34 },
      { title: 'Effect given as', width: 20 },
      { title: 'Population', width: 14, format: WHOLE },
      { title: 'Prevalence', width: 13, format: SHARE },
      { title: 'Target', width: 14, format: '#,##0.0' },
      { title: 'Engagement', width: 14, format: SHARE },
      { title: 'Engaged', width: 14, format: '#,##0.0' },
      { title: 'Success', width: 12, format: SHARE },
      { title: 'Successes', width: 14, format: '#,##0.0' },
      { title: 'Deadweight', width: 14, format: SHARE },
      { title: 'Attributable outcomes', width: 16, format: '#,##0.0' },
      { title: 'Fiscal unit value £', width: 18, format: PENCE },
      { title: 'Economic unit value £', width: 18, format: PENCE },
      { title: 'Social unit value £', width: 18, format: PENCE },
      { title: 'Price factor', width: 13, format: FACTOR },
      { title: 'Optimism bias', width: 13, format: SHARE },
      { title: 'Fiscal value of a full year £', width: 20, format: POUNDS },
      { title: 'Wider value of a full year £', width: 20, format: POUNDS },
      { title: 'Share of fiscal value in the economic case', width: 18, format: SHARE },
    ],
    rows: scenario.outcomes.map((outcome, at) => {
      const row = at + 2
      const { value, effect } = outcome
      const { steps, split } = compiled.outcomes[at]!
      const total = effect.kind === 'total'
      const unit = total ? '£ in all, undiscounted' : '£ an outcome a year'
      const of = inputsOf(outcome, material)
      const price = priceFactor(deflator, value.priceYear, scenario.priceBase)
      const kept = (steps?.attributable ?? 1) * (1 - benefitBiasRate(outcome, parameters)) * price
      const worth = (columns: string, amount: number) =>
        live(`K${row}*(1-P${row})*${columns}*O${row}`, kept * amount)
      const wider = (input: string, amount: number | undefined) =>
        amount === undefined ? live('0', 0) : live(of.money(input, amount, unit), amount)
      return [
        outcome.name,
        { chain: 'steps', percentagePoints: 'two rates', total: 'a total' }[effect.kind],
        ...effectOf(outcome, material, row),
        total ? live('1', 1) : live(`I${row}*(1-J${row})`, steps!.attributable),
        live(of.money('Fiscal unit value', value.fiscal, unit), value.fiscal),
        wider('Economic unit value', value.economic),
        wider('Social unit value', value.social),
        live(factor(of.year(value.priceYear)), price),
        biasOf(outcome, material),
        worth(`L${row}`, value.fiscal),
        worth(`(M${row}+N${row})`, (value.economic ?? 0) + (value.social ?? 0)),
        live(
          resourceShare(material, at),
          split.reduce((sum, part) => sum + (part.transfer ? 0 : part.share), 0),
        ),
      ]
    }),
  }
}
