import { counted, integer, percentTenth, pounds } from '../../../format.ts'
import { discounted } from '../flows.ts'
import { partnerLabel } from '../names.ts'
import type { Shown } from '../shown.ts'
import type { Twin } from '../twin.ts'
import type { Explanation } from './explanation.ts'
import { marksOf } from './marks.ts'

/** From people to pounds: the chain of one outcome with its numbers, and its value by year. */
export function explainOutcome(shown: Shown, id: string): Explanation {
  const { reply, document } = shown
  const outcome = document.outcomes.find((one) => one.id === id)
  const flow = reply.outcomes.find((one) => one.id === id)!
  const effect = outcome?.effect
  const { steps } = flow
  const chain = (): string[] => {
    if (!effect || effect.kind === 'total' || !steps)
      return [`${pounds(outcome?.value?.fiscal ?? null)} over the whole horizon, given outright`]
    const success = effect.kind === 'chain' ? (effect.success ?? 0) : (effect.with ?? 0)
    const deadweight =
      effect.kind === 'chain' ? (effect.deadweight ?? 0) : success === 0 ? 0 : (effect.without ?? 0) / success
    return [
      'People in scope × share with the problem × share who take part × share who succeed × (1 − deadweight)',
      `${integer(effect.population ?? 0)} × ${percentTenth(effect.prevalence ?? 0)} × ${percentTenth(effect.engagement ?? 0)} × ${percentTenth(success)} × (1 − ${percentTenth(deadweight)}) = ${counted(Math.round(steps.attributable), 'outcome')} due to the programme`,
      ...(effect.kind === 'percentagePoints'
        ? [
            `Deadweight as a share of successes: ${percentTenth(effect.without ?? 0)} ÷ ${percentTenth(success)} = ${percentTenth(deadweight)}`,
          ]
        : []),
      `Each is worth ${pounds(outcome?.value?.fiscal ?? null)} to public bodies in prices of ${outcome?.value?.priceYear ?? 'no year given'}, rebased to ${reply.priceBase}`,
    ]
  }
  const bias = outcome?.optimismBias
  const split = outcome?.split ?? []
  const whole = split.reduce((sum, part) => sum + (part.share ?? 0), 0)
  const to: Twin = {
    caption: `Whose money “${outcome?.name ?? id}” is`,
    columns: [
      { head: 'Partner', unit: 'text' },
      { head: 'Share', unit: 'share' },
      { head: 'Cashable part', unit: 'share' },
      { head: 'In the economic case', unit: 'text' },
    ],
    rows: split.map((part) => [
      partnerLabel(shown, part.partner ?? ''),
      whole > 0 ? (part.share ?? 0) / whole : null,
      part.cashable ?? null,
      part.transfer ? 'no: it only moves money' : 'yes',
    ]),
    foot: ['Sum', whole > 0 ? 1 : null, null, null],
  }
  const source = outcome?.provenance
  return {
    title: outcome?.name ?? id,
    formula: chain(),
    tables: [
      discounted(shown, `“${outcome?.name ?? id}” to public bodies by year, before it is divided`, [
        { head: 'Worth', amounts: flow.fiscal, sign: 1 },
      ]),
      to,
    ],
    notes: [
      `Built up ${typeof outcome?.ramp === 'string' ? `along the “${outcome.ramp}” trajectory` : 'year by year as typed'}, ${outcome?.lag ? `${outcome.lag} years late` : 'without a lag'}.`,
      bias?.kind === 'share'
        ? `Lowered by ${percentTenth(bias.share ?? 0)} for optimism.`
        : bias?.kind === 'grade'
          ? `Lowered for optimism by the worst of the confidence grades ${(bias.grades ?? []).join(', ')}.`
          : 'Not lowered for optimism.',
      source?.source
        ? `Source: ${source.source}${source.note ? `; ${source.note}` : ''}.`
        : 'No source is given.',
    ],
    marks: marksOf(
      { ...shown, document: { ...document, investment: [], outcomes: outcome ? [outcome] : [] } },
      ['benefits'],
    ),
  }
}
