import { costBiasRate } from '../../scenario/cash/bias-rates.ts'
import { byYear } from '../../scenario/sharing/programme.ts'
import { worstGrade } from '../../scenario/value/optimism-bias.ts'
import { priceFactor } from '../../scenario/value/prices.ts'
import type { TableSheet } from '../book.ts'
import { cellAt, downFrom, FACTOR, HOW, live, SHARE, WHOLE, yesNo } from './cells.ts'
import { type Material, yearsOf } from './material.ts'
import { KIND_WORDS } from './words.ts'
import { YearTable } from './year-table.ts'
import { YEARLY } from './yearly-inputs.ts'

export const COSTS = 'Costs'
const COST_FACTORS = 'Cost factors'
type Item = Material['scenario']['investment'][number]

/** Items in the order of the sheet: the pot's in money, the pot's in kind, then by who bears them. */
export function grouped({ scenario }: Material) {
  const { investment, partners } = scenario
  const keys = (rule: (item: Item) => boolean) =>
    investment.flatMap((item, at) => (rule(item) ? [`item ${at}`] : []))
  const kind = (item: Item) => item.kind === 'inKind'
  const borne = partners.map(({ id }) => ({
    money: keys((item) => item.borneBy === id && !kind(item)),
    inKind: keys((item) => item.borneBy === id && kind(item)),
  }))
  const pot = {
    money: keys((item) => !item.borneBy && !kind(item)),
    inKind: keys((item) => !item.borneBy && kind(item)),
  }
  return {
    pot,
    borne,
    keys: [...pot.money, ...pot.inKind, ...borne.flatMap(({ money, inKind }) => [...money, ...inKind])],
  }
}

/** Inputs that make up an item's correction for optimism, and the formula over them. */
function biasOf(item: Item, material: Material): { formula: string; note: string } {
  const { parameters, assumptions } = material
  const { optimismBias: bias } = item
  const add = (input: string, value: number, rest: { confidence?: string; source?: string; note?: string }) =>
    assumptions.add({
      about: 'Cost',
      item: item.name,
      input,
      value,
      unit: 'share',
      format: SHARE,
      name: input.toLowerCase().replaceAll(/[^a-z]+/g, '_'),
      of: [item.id],
      ...rest,
    })
  if (bias.kind === 'none') return { formula: '0', note: 'none' }
  if (bias.kind === 'share')
    return { formula: add('Optimism bias of cost', bias.share, {}), note: 'as typed' }
  if (bias.kind === 'grade') {
    const rate = add('Optimism bias of cost', costBiasRate(item, parameters), {
      confidence: parameters.gradeBias.verified ? 'published' : 'unverified',
      source: 'Guidance for local partnerships, 2014 (recalled, not read)',
      note: `Confidence grade ${worstGrade(bias.grades)}, the worst of ${bias.grades.join(', ')}`,
    })
    return { formula: rate, note: 'by confidence grade' }
  }
  const source = 'Mott MacDonald, Review of Large Public Procurement in the UK, 2002'
  const mitigation = add('Share of bias mitigated', bias.mitigation, {})
  const parts = bias.mix.map(({ type, share }) => {
    const row = parameters.projectBias.find((entry) => entry.type === type)
    const bounds =
      item.kind === 'capital' ? (row?.capital ?? row?.operating) : (row?.operating ?? row?.capital)
    const published = { confidence: 'published', source }
    return {
      share: add(`Share of project: ${type}`, share, {}),
      upper: add(`Upper bound of bias: ${type}`, bounds?.upper ?? 0, published),
      lower: add(`Lower bound of bias: ${type}`, bounds?.lower ?? 0, published),
    }
  })
  const mixed = (end: 'upper' | 'lower') => parts.map((part) => `${part.share}*${part[end]}`).join('+')
  return {
    formula: `MAX(${mixed('lower')},(${mixed('upper')})*(1-${mitigation}))`,
    note: 'by type of project',
  }
}

/** What is added to each item of cost for optimism and prices, and which case counts it. */
export function costFactorsSheet(material: Material, factor: (year: string) => string): TableSheet {
  const { scenario, parameters, assumptions } = material
  const deflator = parameters.deflators[scenario.deflator]!
  const rows = grouped(material).keys.map((key) => {
    const item = scenario.investment[Number(key.slice(5))]!
    const shared = { about: 'Cost' as const, item: item.name, of: [item.id] }
    const year = assumptions.add({
      ...shared,
      input: 'Price year',
      value: item.priceYear,
      unit: 'financial year',
      name: 'cost_price_year',
    })
    const transfer = assumptions.add({
      ...shared,
      input: 'Only moves money',
      note: 'If so it is left out of the economic case',
      value: yesNo(item.transfer ?? false),
      unit: 'yes or no',
      name: 'cost_only_moves_money',
    })
    const bias = biasOf(item, material)
    return [
      item.name,
      KIND_WORDS[item.kind],
      item.borneBy ?? 'the pot',
      live(factor(year), priceFactor(deflator, item.priceYear, scenario.priceBase)),
      live(bias.formula, costBiasRate(item, parameters)),
      bias.note,
      live(`IF(${transfer}="yes",0,1)`, item.transfer ? 0 : 1),
    ]
  })
  return {
    name: COST_FACTORS,
    about: 'What each item of cost is multiplied by for prices and optimism',
    table: 'CostFactors',
    columns: [
      { title: 'Item', width: 34 },
      { title: 'Kind', width: 12 },
      { title: 'Borne by', width: 30 },
      { title: 'Price factor', width: 14, format: FACTOR },
      { title: 'Optimism bias', width: 16, format: SHARE },
      { title: 'How the bias is found', width: 24 },
      { title: 'Counts in the economic case 1 or 0', width: 20, format: WHOLE },
    ],
    rows,
  }
}

/** Each item of cost by year, rebased and corrected, and what of it the pot pays. */
export function costsSheet(material: Material): TableSheet {
  const { compiled, scenario } = material
  const { keys, pot } = grouped(material)
  const table = new YearTable(
    COSTS,
    { about: 'Cost of each item by year, in pounds of the price base, with optimism bias', table: 'Costs' },
    ['Item', 'Measure'],
    [...keys, 'pot money', 'pot in kind'],
    compiled.factors,
  )
  keys.forEach((key, at) => {
    const place = Number(key.slice(5))
    const item = scenario.investment[place]!
    const [price, bias] = [3, 4].map((column) => cellAt(COST_FACTORS, column, at + 2))
    table.put(
      key,
      {
        item: item.name,
        measure: `${KIND_WORDS[item.kind]}, borne by ${item.borneBy ?? 'the pot'}`,
        how: HOW.live,
        money: true,
      },
      (t) => `${yearsOf(material, YEARLY).at(`cost ${place}`, t)}*(1+${bias})*${price}`,
      compiled.investments[place]!.cost,
    )
  })
  const sum = (some: readonly string[]) =>
    byYear(
      some.map((key) => compiled.investments[Number(key.slice(5))]!.cost),
      compiled.years,
    )
  for (const [key, measure, some] of [
    ['pot money', 'capital and revenue', pot.money],
    ['pot in kind', 'in kind', pot.inKind],
  ] as const)
    table.put(
      key,
      { item: 'The pot', measure, how: HOW.live, money: true },
      (t) => `SUM(${table.down(some, t)})`,
      sum(some),
    )
  material.years.set(COSTS, table)
  return table.sheet
}

/** Stretch of the economic-case flags, parallel to the items of cost. */
export const costFlags = (material: Material): string | null => {
  const { keys } = grouped(material)
  return keys.length === 0 ? null : downFrom(COST_FACTORS, 6, 2, keys.length + 1)
}
