import { integer, money, percent, pounds } from '../../format.ts'
import { yearInWords } from '../../words.ts'
import type { Outcome } from '../state/draft.ts'

export interface Steps {
  target: number
  engaged: number
  successes: number
  attributable: number
}

/** People at each step of the chain; null until every number of it is given. */
export function stepsOf(effect: Outcome['effect']): Steps | null {
  if (!effect || effect.kind === undefined || effect.kind === 'total') return null
  const { population, prevalence, engagement } = effect
  if (population === undefined || prevalence === undefined || engagement === undefined) return null
  const target = population * prevalence
  const engaged = target * engagement
  if (effect.kind === 'chain') {
    const { success, deadweight } = effect
    if (success === undefined || deadweight === undefined) return null
    const successes = engaged * success
    return { target, engaged, successes, attributable: successes * (1 - deadweight) }
  }
  if (effect.with === undefined || effect.without === undefined) return null
  const successes = engaged * effect.with
  return { target, engaged, successes, attributable: engaged * (effect.with - effect.without) }
}

const people = (value: number) => integer(Math.round(value))

/** The benefits chain as a sentence with its numbers; what is not given yet is named. */
export function chainInWords({ effect, value }: Outcome): string {
  const fiscal = value?.fiscal
  const prices = value?.priceYear ? ` at ${yearInWords(value.priceYear)} prices` : ''
  if (effect?.kind === 'total')
    return fiscal === undefined
      ? 'A total over the whole period, still to be given.'
      : `${money(fiscal)} in all over the period${prices}, before discounting.`
  const steps = stepsOf(effect)
  if (!steps || !effect || effect.kind === undefined)
    return 'People in scope, the share with the problem, those who take part and those who succeed are still to be given.'
  const start = `Of ${people(effect.population!)} people, ${percent(effect.prevalence!)} have the problem (${people(steps.target)}) and ${percent(effect.engagement!)} of them take part (${people(steps.engaged)}).`
  const middle =
    effect.kind === 'chain'
      ? ` ${percent(effect.success!)} succeed (${people(steps.successes)}), ${percent(effect.deadweight!)} of whom would have anyway: ${people(steps.attributable)} are due to the programme.`
      : ` ${percent(effect.with!)} succeed with the programme and ${percent(effect.without!)} without it: ${people(steps.attributable)} are due to the programme.`
  if (fiscal === undefined) return `${start}${middle} What each is worth is still to be given.`
  return `${start}${middle} Each is worth ${pounds(fiscal)} a year to public bodies${prices}: ${money(steps.attributable * fiscal)} a year at full effect.`
}

/** The deadweight that evidence in percentage points comes to, as a share of successes. */
export const deadweightOf = (withIt: number, without: number) => (withIt > 0 ? without / withIt : null)
