import { freeName } from '../state/change.ts'
import type { Draft, Outcome } from '../state/draft.ts'

/** An outcome with nothing said of it but what can wait. */
export const newOutcome = (document: Draft): Outcome => ({
  id: freeName(
    'outcome',
    document.outcomes.map(({ id }) => id),
  ),
  name: '',
  effect: { kind: 'chain' },
  value: document.priceBase ? { priceYear: document.priceBase } : {},
  split: [],
  lag: 0,
  ramp: 'mid',
  optimismBias: { kind: 'none' },
  provenance: { status: 'illustrative' },
})

/** The same people counted another way, with what both ways share kept. */
export function asKind(
  effect: Outcome['effect'],
  kind: 'chain' | 'percentagePoints' | 'total',
): Outcome['effect'] {
  if (kind === 'total') return { kind }
  const { population, prevalence, engagement } = (effect ?? {}) as Record<string, number | undefined>
  const kept = {
    ...(population === undefined ? {} : { population }),
    ...(prevalence === undefined ? {} : { prevalence }),
    ...(engagement === undefined ? {} : { engagement }),
  }
  if (effect?.kind === 'percentagePoints' && kind === 'chain' && effect.with && effect.without !== undefined)
    return {
      kind,
      ...kept,
      success: effect.with,
      deadweight: Number((effect.without / effect.with).toPrecision(12)),
    }
  if (effect?.kind === 'chain' && kind === 'percentagePoints' && effect.success !== undefined)
    return {
      kind,
      ...kept,
      with: effect.success,
      ...(effect.deadweight === undefined
        ? {}
        : { without: Number((effect.success * effect.deadweight).toPrecision(12)) }),
    }
  return { kind, ...kept }
}
