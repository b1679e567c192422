import type { Parameters } from '../parameters.ts'
import { priceIndex } from '../value/prices.ts'
import { type Path, type Report, SHARE_ALLOWANCE } from './fault.ts'
import { items, type Loose, list, number, object, sum, text } from './loose.ts'
import { BEYOND_BUDGETS } from './parts.ts'

/** Money outside the horizon, prices and tables that nobody has, shares that do not add up. */
export function checkFlows(document: Loose, parameters: Parameters, report: Report): void {
  checkTables(document, parameters, report)
  const horizon = number(document.horizon)
  const within = (path: Path, value: unknown) => {
    if (
      horizon > 0 &&
      list(value)
        .slice(horizon)
        .some((amount) => amount !== 0)
    )
      report(path, `goes on beyond the horizon of ${horizon} years`, list(value).length)
  }
  const pot = object(document.pot)
  within(['pot', 'receipts'], pot.receipts)
  for (const { at, item } of items(pot.contributions))
    within(['pot', 'contributions', at, 'amounts'], item.amounts)
  for (const key of ['investment', 'outcomes'] as const) {
    const seen = new Set<string>()
    for (const { at, item } of items(document[key])) {
      const name = text(item.id)
      if (name !== undefined && seen.has(name)) report([key, at, 'id'], 'is used twice', name)
      if (name !== undefined) seen.add(name)
      if (key === 'investment') {
        within([key, at, 'amounts'], item.amounts)
        checkMix([key, at, 'optimismBias'], object(item.optimismBias), parameters, report)
      } else checkOutcome([key, at], item, horizon, report)
    }
  }
}

function checkTables(document: Loose, parameters: Parameters, report: Report): void {
  const schedule = text(object(document.discounting).schedule)
  if (schedule !== undefined && !Object.hasOwn(parameters.schedules, schedule))
    report(['discounting', 'schedule'], 'is not a schedule in the tables', schedule)
  const name = document.deflator === undefined ? 'gdp' : text(document.deflator)
  if (name === undefined) return
  const deflator = Object.hasOwn(parameters.deflators, name) ? parameters.deflators[name] : undefined
  if (!deflator) {
    report(['deflator'], 'is not a price series in the tables', name)
    return
  }
  const year = (path: Path, value: unknown) => {
    const of = text(value)
    if (of !== undefined && /^\d{4}-\d{2}$/.test(of) && priceIndex(deflator, of) === undefined)
      report(path, 'is a price year the series does not have', of)
  }
  year(['priceBase'], document.priceBase)
  for (const { at, item } of items(document.investment)) year(['investment', at, 'priceYear'], item.priceYear)
  for (const { at, item } of items(document.outcomes))
    year(['outcomes', at, 'value', 'priceYear'], object(item.value).priceYear)
}

function checkMix(path: Path, bias: Loose, { projectBias }: Parameters, report: Report): void {
  if (bias.kind !== 'project') return
  for (const { at, item } of items(bias.mix))
    if (!projectBias.some((row) => row.type === item.type))
      report([...path, 'mix', at, 'type'], 'is not a type of project in the table', item.type)
  addsToOne([...path, 'mix'], items(bias.mix), report)
}

function addsToOne(path: Path, parts: { item: Loose }[], report: Report): void {
  const total = sum(parts.map(({ item }) => item.share))
  if (parts.length > 0 && Math.abs(total - 1) > SHARE_ALLOWANCE)
    report(path, `has shares that add to ${Math.round(total * 1e6) / 1e6} and not to 1`, total)
}

function checkOutcome(path: Path, outcome: Loose, horizon: number, report: Report): void {
  addsToOne([...path, 'split'], items(outcome.split), report)
  const lag = number(outcome.lag)
  if (horizon > 0 && lag >= horizon) report([...path, 'lag'], `leaves nothing within ${horizon} years`, lag)
  const effect = object(outcome.effect)
  if (effect.kind === 'percentagePoints' && number(effect.without) > number(effect.with))
    report(
      [...path, 'effect', 'without'],
      'is above the rate with the programme: give a harm as a negative value',
      effect.without,
    )
  const value = object(outcome.value)
  const people =
    effect.kind === 'total'
      ? 1
      : number(effect.population) * number(effect.prevalence) * number(effect.engagement)
  for (const key of ['fiscal', 'economic', 'social'] as const)
    if (people > 1 && people * Math.abs(number(value[key])) > BEYOND_BUDGETS)
      report([...path, 'value', key], 'for so many people is beyond any public budget', value[key])
  if (outcome.dropOff !== undefined && outcome.persistence !== undefined)
    report([...path, 'persistence'], 'and a drop-off say the same thing twice: give one')
  const attained = list(outcome.ramp)
  if (attained.length > 0 && sum(attained) === 0) report([...path, 'ramp'], 'never reaches anything')
}
