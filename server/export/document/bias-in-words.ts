import { benefitBiasRate, costBiasRate } from '../../scenario/cash/bias-rates.ts'
import type { Scenario } from '../../scenario/document/schema.ts'
import { inTenths } from '../in-money.ts'
import type { Given } from './given.ts'

const grades = (all: readonly number[]) => `confidence grade ${Math.max(...all)}, the worst of those given`
const unread = ({ parameters }: Given) =>
  parameters.gradeBias.verified ? '' : ' (from a table that could not be read: unverified)'

/** What is added to a cost for optimism, and why. */
export function costBias(given: Given, item: Scenario['investment'][number]): string {
  const { optimismBias: bias } = item
  const rate = inTenths(costBiasRate(item, given.parameters))
  if (bias.kind === 'none') return 'None added'
  if (bias.kind === 'share') return `${rate} added`
  if (bias.kind === 'grade') return `${rate} added: ${grades(bias.grades)}${unread(given)}`
  const mix = bias.mix.map(({ type, share }) => `${inTenths(share)} ${type}`).join(', ')
  return `${rate} added: ${mix}, ${inTenths(bias.mitigation)} of the bias mitigated`
}

/** What is taken off a benefit for optimism, and why. */
export function benefitBias(given: Given, outcome: Scenario['outcomes'][number]): string {
  const { optimismBias: bias } = outcome
  const rate = inTenths(benefitBiasRate(outcome, given.parameters))
  if (bias.kind === 'none') return 'None taken off'
  if (bias.kind === 'share') return `${rate} taken off`
  return `${rate} taken off: ${grades(bias.grades)}${unread(given)}`
}
