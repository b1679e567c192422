import { inMoney } from '../../in-money.ts'
import { framed, INNER } from '../frame.ts'
import { HAIRLINE, INK, NEGATIVE, QUIET } from '../palette.ts'
import type { Picture } from '../picture.ts'
import { el, line } from '../svg.ts'
import { leading, paragraph, text, wrapped } from '../text.ts'
import { ruleName, type Shown, type Worked } from './shown.ts'

const NAMES = 140
const LOOK = { size: 13 } as const
/** Small enough for the longest word of a rule's name in a column of nine. */
const HEAD = { size: 11 } as const

const TESTS: readonly [string, (rule: Worked) => boolean | null][] = [
  ['nobody loses', ({ acceptance }) => acceptance.betterThanNothing.every(Boolean)],
  ['beats going alone', ({ acceptance }) => acceptance.betterThanAlone?.every(Boolean) ?? null],
  ['no group would leave', ({ acceptance }) => acceptance.inCore],
  [
    'nobody gains by staying out',
    ({ acceptance }) => acceptance.betterThanFreeRiding?.every(Boolean) ?? null,
  ],
]
const inWords = (passed: boolean | null) => (passed === null ? '[z]' : passed ? 'yes' : 'no')

/** Sharing rules as columns, partners as rows, then the tests: who would take which deal. */
export function bargainingPicture({ reply, names, said }: Shown): Picture {
  const rules = reply.sharing.rules.filter((rule): rule is Worked => rule.available)
  const refused = reply.sharing.rules.flatMap((rule) => (rule.available ? [] : [rule]))
  const step = (INNER - NAMES) / Math.max(1, rules.length)
  const right = (index: number) => NAMES + (index + 1) * step
  const chosen = rules.findIndex(({ rule }) => rule === reply.sharing.rule)
  const heads = rules.map(({ rule }, index) => {
    const weight = index === chosen ? 600 : 400
    return { lines: wrapped(ruleName(rule), step - 8, { ...HEAD, weight }), weight } as const
  })
  const tall = Math.max(...heads.map(({ lines }) => lines.length), 1)
  let y = tall * leading(HEAD.size) + 10
  const drawn = heads.map(({ lines, weight }, index) =>
    paragraph(right(index), 13 + (tall - lines.length) * leading(HEAD.size), lines, {
      ...HEAD,
      weight,
      anchor: 'end',
    }),
  )
  const row = (name: string, cells: readonly { words: string; fill: string }[]) => {
    const lines = wrapped(name, NAMES - 8, LOOK)
    const height = Math.max(28, lines.length * leading(LOOK.size) + 10)
    const baseline = y + height / 2 + 4.5
    drawn.push(
      line(0, y, INNER, y, HAIRLINE, 0.75),
      paragraph(0, baseline - ((lines.length - 1) * leading(LOOK.size)) / 2, lines, LOOK),
      ...cells.map(({ words, fill }, index) =>
        text(right(index), baseline, words, {
          ...LOOK,
          anchor: 'end',
          fill,
          weight: index === chosen ? 600 : 400,
        }),
      ),
    )
    y += height
  }
  for (const [index, name] of names.entries())
    row(
      name,
      rules.map(({ nets }) => ({ words: inMoney(nets[index]!), fill: nets[index]! < 0 ? NEGATIVE : INK })),
    )
  drawn.push(line(0, y, INNER, y, INK))
  for (const [name, test] of TESTS)
    row(
      name,
      rules.map((rule) => {
        const passed = test(rule)
        return { words: inWords(passed), fill: passed === false ? NEGATIVE : passed === null ? QUIET : INK }
      }),
    )
  const frame =
    chosen < 0
      ? ''
      : el('rect', {
          x: right(chosen) - step + 4,
          y: -6,
          width: step + 2,
          height: y + 10,
          fill: 'none',
          stroke: INK,
          'stroke-width': 1.5,
        })
  const passing = rules.filter((rule) => TESTS.every(([, test]) => test(rule) !== false))
  return framed({
    id: 'bargaining',
    title:
      passing.length === 0
        ? 'No sharing rule passes every test'
        : `${passing.length} of ${rules.length} sharing rules pass every test that can be made`,
    said,
    alt: `What each partner of ${reply.name} is left with by sharing rule, present values. ${rules
      .map(
        (rule) =>
          `${ruleName(rule.rule)}: ${names.map((name, index) => `${name} ${inMoney(rule.nets[index]!)}`).join(', ')}; ${TESTS.map(([name, test]) => `${name}: ${inWords(test(rule))}`).join(', ')}`,
      )
      .join('. ')}.`,
    notes: [
      ...(chosen < 0 ? [] : [`The rule in force, in the frame: ${ruleName(rules[chosen]!.rule)}.`]),
      `[z]: cannot be tested, for the scenario does not say what groups of partners could do alone.`,
      ...refused.map(({ rule, reason }) => `${ruleName(rule)} cannot be worked out: ${reason}`),
    ],
    drawn: { markup: drawn.join('') + frame, height: y + 8 },
  })
}
