import { gameFromKeys } from '../games/coalition-keys.ts'
import { MOST_PLAYERS } from '../games/game.ts'
import { cholesky, correlationMatrix } from '../uncertainty/correlation.ts'
import { type Report, SHARE_ALLOWANCE } from './fault.ts'
import { items, type Loose, number, object, sum, text } from './loose.ts'

/** Faults of the coalition model, the ranges and the distributions. */
export function checkModel(document: Loose, report: Report): void {
  checkCoalition(document, report)
  checkRanges(document, report)
  checkUncertainty(document, report)
}

function checkCoalition(document: Loose, report: Report): void {
  const coalition = object(document.coalition)
  const names = items(document.partners).flatMap(({ item }) => text(item.id) ?? [])
  if (coalition.kind === 'coverage') {
    const total = sum(Object.values(object(coalition.coverage)))
    if (Math.abs(total - 1) > SHARE_ALLOWANCE)
      report(['coalition', 'coverage'], `adds to ${Math.round(total * 1e6) / 1e6} and not to 1`, total)
  }
  if (coalition.kind !== 'values') return
  if (names.length > MOST_PLAYERS) {
    report(['coalition', 'values'], `can be listed for at most ${MOST_PLAYERS} partners`, names.length)
    return
  }
  const values = object(coalition.values) as Record<string, number>
  const read = gameFromKeys(names, values, 0)
  if ('faults' in read)
    for (const { path, message } of read.faults) report(['coalition', 'values', ...path], message)
}

function checkRanges(document: Loose, report: Report): void {
  const outcomes = new Map(items(document.outcomes).map(({ item }) => [item.id, object(item.effect)]))
  for (const { at, item } of items(document.ranges)) {
    if (number(item.low) > number(item.high))
      report(['ranges', at, 'low'], 'is above the high value', item.low)
    const effect = outcomes.get(item.outcome)
    if (!effect) report(['ranges', at, 'outcome'], 'is not one of the outcomes', item.outcome)
    else if (item.parameter !== 'fiscal' && effect[String(item.parameter)] === undefined)
      report(['ranges', at, 'parameter'], 'is not an input of this outcome', item.parameter)
    const asShare = item.parameter !== 'fiscal' && item.parameter !== 'population'
    if (asShare && (number(item.low) < 0 || number(item.high) > 1))
      report(['ranges', at], 'must be between 0 and 1', number(item.low) < 0 ? item.low : item.high)
  }
}

function checkUncertainty(document: Loose, report: Report): void {
  const uncertainty = object(document.uncertainty)
  const variables = items(uncertainty.variables)
  const ids = (key: string) => new Set(items(document[key]).map(({ item }) => item.id))
  const [outcomes, investments] = [ids('outcomes'), ids('investment')]
  for (const { at, item } of variables) {
    const path = ['uncertainty', 'variables', at]
    const { outcome, investment } = object(item.of)
    if (outcome !== undefined && !outcomes.has(outcome))
      report([...path, 'of', 'outcome'], 'is not one of the outcomes', outcome)
    if (investment !== undefined && !investments.has(investment))
      report([...path, 'of', 'investment'], 'is not one of the items of investment', investment)
    if (number(item.min) > number(item.max)) report([...path, 'min'], 'is above the highest value', item.min)
    else if (
      item.mode !== undefined &&
      (number(item.mode) < number(item.min) || number(item.mode) > number(item.max))
    )
      report([...path, 'mode'], 'is outside the lowest and highest values', item.mode)
    const same = JSON.stringify(item.of)
    if (variables.some((other) => other.at < at && JSON.stringify(other.item.of) === same))
      report([...path, 'of'], 'already varies by another distribution')
    if (variables.some((other) => other.at < at && other.item.id === item.id))
      report([...path, 'id'], 'is used twice', item.id)
  }
  checkCorrelations(uncertainty, variables, report)
}

function checkCorrelations(uncertainty: Loose, variables: { item: Loose }[], report: Report): void {
  const place = new Map(variables.map(({ item }, i) => [item.id, i]))
  const seen = new Set<string>()
  const pairs = items(uncertainty.correlations).flatMap(({ at, item }) => {
    const path = ['uncertainty', 'correlations', at]
    const [a, b] = [place.get(item.a), place.get(item.b)]
    if (a === undefined) report([...path, 'a'], 'is not one of the distributions', item.a)
    if (b === undefined) report([...path, 'b'], 'is not one of the distributions', item.b)
    if (a === undefined || b === undefined) return []
    if (a === b) report(path, 'correlates a distribution with itself', item.a)
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`
    if (seen.has(key)) report(path, 'is a pair given twice')
    seen.add(key)
    return a === b ? [] : [{ a, b, correlation: number(item.correlation) }]
  })
  if (pairs.length > 0 && !cholesky(correlationMatrix(variables.length, pairs)))
    report(['uncertainty', 'correlations'], 'contradict one another: no quantities could be so correlated')
}
