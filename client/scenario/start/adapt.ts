import { integer, pounds, threeFigures } from '../../format.ts'
import type { Draft, Outcome, Provenance } from '../state/draft.ts'

/** A place and its people by the count. */
export interface Peopled {
  codes: readonly string[]
  name: string
  persons: number
}

export interface Adapted {
  document: Draft
  /** What was scaled and by how much. */
  scaled: string[]
  /** What was left as published, and why. */
  kept: string[]
}

/**
 * A preset's scenario set in another place. Only numbers of people are scaled, by the population of the two
 * places, and only where both are known; then pounds that were published for the whole of the first place are
 * scaled with them. Rates, unit values, shares and years are kept: they say nothing of how large a place is.
 */
export function adapt(preset: Draft, from: Peopled | null, to: Peopled): Adapted {
  const name = `${preset.name ?? 'Preset'}, set in ${to.name}`.slice(0, 120)
  const moved: Draft = { ...preset, name, places: [...to.codes] }
  const kept = [
    'Rates, unit values, shares, trajectories, prices and years are as in the preset: they do not depend on how large a place is.',
    'Partners keep the names of the preset: rename them, or replace them from the count.',
  ]
  if (!from)
    return {
      document: moved,
      scaled: [],
      kept: [
        'Nothing is scaled: the preset names no place whose people the count knows, so there is nothing to scale by. Costs and totals are still those of the preset.',
        ...kept,
      ],
    }
  const ratio = to.persons / from.persons
  const why = `Scaled by population from ${from.name} (${integer(from.persons)} people) to ${to.name} (${integer(to.persons)}), times ${threeFigures(ratio)}.`
  const amount = (pounds: number) => Math.round(pounds * ratio)
  const { pot } = moved
  const document: Draft = {
    ...moved,
    investment: moved.investment.map((item) => ({
      ...item,
      ...(item.amounts ? { amounts: item.amounts.map(amount) } : {}),
      provenance: derived(item.provenance, why, `Preset: ${pounds(total(item.amounts))} in all.`),
    })),
    outcomes: moved.outcomes.map((outcome) => scaledOutcome(outcome, ratio, why)),
    pot: {
      ...pot,
      ...(pot.opening ? { opening: amount(pot.opening) } : {}),
      ...(pot.receipts ? { receipts: pot.receipts.map(amount) } : {}),
      contributions: pot.contributions.map((item) =>
        item.kind === 'amounts' && item.amounts
          ? { ...item, amounts: item.amounts.map(amount), note: [item.note, why].filter(Boolean).join(' ') }
          : item,
      ),
    },
  }
  const { coalition } = preset
  return {
    document,
    scaled: [
      why,
      'Numbers of people, costs by year and total values: assumes that the same part of the people need it and that each costs the same.',
    ],
    kept:
      coalition?.kind === 'values'
        ? [
            ...kept,
            'What each group could make in pounds is as in the preset and no longer fits: say it again in step 7.',
          ]
        : kept,
  }
}

const total = (amounts: readonly (number | undefined)[] | undefined) =>
  (amounts ?? []).reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

function scaledOutcome(outcome: Outcome, ratio: number, why: string): Outcome {
  const { effect, value } = outcome
  // A programme counted as one has a yearly value of the whole place: it is scaled as a total is.
  if (effect && (effect.kind === 'total' || effect.population === 1))
    return value?.fiscal === undefined
      ? outcome
      : {
          ...outcome,
          value: {
            ...value,
            fiscal: Math.round(value.fiscal * ratio),
            ...(value.economic === undefined ? {} : { economic: Math.round(value.economic * ratio) }),
            ...(value.social === undefined ? {} : { social: Math.round(value.social * ratio) }),
          },
          provenance: derived(outcome.provenance, why, `Preset: ${pounds(value.fiscal)}.`),
        }
  if (!effect || effect.population === undefined) return outcome
  return {
    ...outcome,
    effect: { ...effect, population: Math.round(effect.population * ratio) },
    provenance: derived(outcome.provenance, why, `Preset: ${integer(effect.population)} people.`),
  }
}

/** A published figure that was scaled is derived no further than from an illustration: it says what it was. */
function derived(provenance: Provenance | undefined, why: string, was: string): Provenance {
  const firm = provenance?.status === 'published' || provenance?.status === 'derived'
  return {
    ...provenance,
    status: firm ? 'derived' : (provenance?.status ?? 'illustrative'),
    note: [provenance?.note, was, why].filter(Boolean).join(' ').slice(0, 2000),
  }
}
