import { counted, integer, percentTenth } from '../../../format.ts'
import { ruleName } from '../names.ts'
import type { Shown } from '../shown.ts'
import { spreadTwin } from '../spread.ts'
import type { Simulated } from '../uncertainty/simulation.ts'
import type { Explanation } from './explanation.ts'
import { marksOf } from './marks.ts'

const number = (value: number | undefined) => String(value ?? 'not given')

/** How chance was let in: what was drawn from what, how often and from which seed. */
export function explainDraws(shown: Shown, simulated: Simulated | null): Explanation {
  const { uncertainty, outcomes, investment } = shown.document
  const target = (of: unknown): string => {
    if (of === 'benefits') return 'all benefits'
    if (of === 'costs') return 'all costs'
    const { outcome, investment: item } = (of ?? {}) as { outcome?: string; investment?: string }
    const name = outcome
      ? outcomes.find(({ id }) => id === outcome)?.name
      : investment.find(({ id }) => id === item)?.name
    return `“${name ?? outcome ?? item ?? ''}”`
  }
  const rows = (uncertainty?.variables ?? []).map((one) => [
    target(one.of),
    one.distribution ?? '',
    one.distribution === 'normal'
      ? `mean ${number(one.mean)}, standard deviation ${number(one.sd)}`
      : one.distribution === 'uniform'
        ? `from ${number(one.min)} to ${number(one.max)}`
        : `from ${number(one.min)} to ${number(one.max)}, likeliest ${number(one.mode)}`,
  ])
  const result = simulated?.result
  return {
    title: 'How the chances were drawn',
    formula: [
      'Each draw multiplies what is uncertain by numbers taken at random from its range; every position follows',
      ...(result
        ? [
            `Chance that the programme loses: ${integer(Math.round(result.programme.probabilityOfLoss * result.draws))} of ${counted(result.draws, 'draw')} below nothing = ${percentTenth(result.programme.probabilityOfLoss)}`,
          ]
        : []),
    ],
    tables: [
      {
        caption: 'What is uncertain, as a multiple of plan',
        columns: [
          { head: 'What', unit: 'text' },
          { head: 'Distribution', unit: 'text' },
          { head: 'Range', unit: 'text' },
        ],
        rows,
      },
      ...(simulated ? [spreadTwin(shown, simulated.result)] : []),
    ],
    notes: [
      ...(result
        ? [
            `Split: ${ruleName(result.rule)}, with the shares agreed at plan applied to whatever each draw brings. Seed ${result.seed}: the same seed gives the same draws.`,
          ]
        : []),
      ...shown.reply.notices.filter(({ code }) => code === 'independence').map(({ message }) => message),
    ],
    marks: [
      'The ranges are those set in this scenario; the chances are no surer than they are.',
      ...marksOf(shown, ['benefits']),
    ],
  }
}
