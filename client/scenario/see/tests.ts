import { dealMoney } from '../../format.ts'
import { list } from '../../words.ts'
import type { Asked } from './explain/explanation.ts'
import { partnerLabel, type Worked, workedRules } from './names.ts'
import type { Shown } from './shown.ts'

export const TESTS = ['nobodyLoses', 'betterAlone', 'noGroup', 'noFreeRide'] as const
export type TestName = (typeof TESTS)[number]

export const TEST_NAMES: Record<TestName, string> = {
  nobodyLoses: 'Nobody loses',
  betterAlone: 'Nobody would do better alone',
  noGroup: 'No group would break away',
  noFreeRide: 'Nobody gains by staying out',
}

/** One test of one split: null where the scenario does not say enough to put it. */
export interface Verdict {
  test: TestName
  passed: boolean | null
  failures: Failure[]
}

/** A thing that fails: who, how much and why, and the figure that shows it. */
export interface Failure {
  words: string
  opens: Asked
}

/** The tests of a split, with a sentence for each failure that says who, how much and why. */
export function verdicts(shown: Shown, rule: Worked): Verdict[] {
  const { reply } = shown
  const { game } = reply.sharing
  const { acceptance, nets } = rule
  const name = (i: number) => partnerLabel(shown, reply.partners[i]!)
  const failing = (flags: readonly boolean[] | null) =>
    (flags ?? []).flatMap((passed, i) => (passed ? [] : [i]))
  const groups = (acceptance.blocking ?? []).map(({ coalition, excess }) => ({
    ids: coalition.split('+'),
    excess,
  }))
  const verdict = (test: TestName, known: unknown, failures: Failure[]): Verdict => ({
    test,
    passed: known === null ? null : failures.length === 0,
    failures,
  })
  return [
    verdict(
      'nobodyLoses',
      true,
      failing(acceptance.betterThanNothing).map((i) => ({
        words: `${name(i)} would lose ${dealMoney(-nets[i]!)}`,
        opens: { of: 'net', rule: rule.rule, partner: reply.partners[i]! },
      })),
    ),
    verdict(
      'betterAlone',
      acceptance.betterThanAlone,
      failing(acceptance.betterThanAlone).map((i) => {
        const alone = game?.v[reply.partners[i]!] ?? 0
        return {
          words: `${name(i)} would do ${dealMoney(alone - nets[i]!)} better alone${alone === 0 ? ', by doing nothing' : ''}`,
          opens: { of: 'group', rule: rule.rule, coalition: reply.partners[i]! },
        }
      }),
    ),
    verdict(
      'noGroup',
      acceptance.blocking,
      groups
        .sort((a, b) => b.excess - a.excess)
        .map(({ ids, excess }) => ({
          words: `${list(ids.map((id) => partnerLabel(shown, id)))}${ids.length === 1 ? '' : ' together'} would do ${dealMoney(excess)} better without this split`,
          opens: { of: 'group', rule: rule.rule, coalition: ids.join('+') },
        })),
    ),
    verdict(
      'noFreeRide',
      acceptance.betterThanFreeRiding,
      failing(acceptance.betterThanFreeRiding).map((i) => {
        const outside = game?.freeRiding?.[i] ?? 0
        return {
          words: `${name(i)} would gain ${dealMoney(outside - nets[i]!)} by staying out: ${dealMoney(outside)} outside, ${dealMoney(nets[i]!)} inside`,
          opens: { of: 'outside', rule: rule.rule, partner: reply.partners[i]! },
        }
      }),
    ),
  ]
}

const MOST_SAID = 6

/** What fails in one breath: the worst first, and how many more there are. */
export const failureWords = (failures: readonly Failure[]): string =>
  [
    ...failures.slice(0, MOST_SAID).map(({ words }) => words),
    ...(failures.length > MOST_SAID ? [`and ${failures.length - MOST_SAID} more`] : []),
  ].join('; ')

/** Whether no test that can be put fails. */
export const holds = (verdicts: readonly Verdict[]) => verdicts.every(({ passed }) => passed !== false)

export const unasked = (verdicts: readonly Verdict[]) => verdicts.filter(({ passed }) => passed === null)

/** The rules on offer that no test fails. */
export const holdingRules = (shown: Shown): Worked[] =>
  workedRules(shown).filter((rule) => holds(verdicts(shown, rule)))
