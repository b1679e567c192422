import { without } from './change.ts'
import type { Coalition, Draft } from './draft.ts'

/** A scenario without a partner, and without whatever it was to put in, get, or be counted on for. */
export function withoutPartner(document: Draft, at: number): Draft {
  const gone = document.partners[at]?.id
  const next = without(document, ['partners'], at)
  if (gone === undefined || next.partners.some(({ id }) => id === gone)) return next
  const { pot, outcomes, coalition, sharing } = next
  return {
    ...next,
    partners: next.partners.map((partner) => {
      const { successor, ...rest } = partner
      return successor === gone ? rest : partner
    }),
    pot: {
      ...pot,
      contributions: pot.contributions.filter(({ partner }) => partner !== gone),
      ...(pot.passedOn
        ? { passedOn: pot.passedOn.filter(({ from, to }) => from !== gone && to !== gone) }
        : {}),
    },
    investment: next.investment.map((item) => {
      const { borneBy, ...rest } = item
      return borneBy === gone ? rest : item
    }),
    outcomes: outcomes.map((outcome) =>
      outcome.split
        ? { ...outcome, split: outcome.split.filter(({ partner }) => partner !== gone) }
        : outcome,
    ),
    ...(coalition ? { coalition: coalitionWithout(coalition, gone) } : {}),
    ...(sharing?.shares ? { sharing: { ...sharing, shares: less(sharing.shares, gone) } } : {}),
  }
}

const less = (record: Record<string, number | undefined>, key: string) => {
  const { [key]: _, ...rest } = record
  return rest
}

function coalitionWithout(coalition: Coalition, gone: string): Coalition {
  if (coalition.kind === 'coverage')
    return {
      ...coalition,
      coverage: less(coalition.coverage ?? {}, gone),
      veto: (coalition.veto ?? []).filter((id) => id !== gone),
    }
  if (coalition.kind !== 'values') return coalition
  const values = Object.entries(coalition.values ?? {}).filter(([key]) => !key.split('+').includes(gone))
  return {
    ...coalition,
    values: Object.fromEntries(values) as Record<string, number | undefined>,
    ...(coalition.freeRiding ? { freeRiding: less(coalition.freeRiding, gone) } : {}),
  }
}
