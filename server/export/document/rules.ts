import { inPounds } from '../in-money.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { groupOf } from './acceptance.ts'
import type { Given } from './given.ts'
import { type Block, type Cell, figures, table, words } from './paper.ts'
import { joined, namesWhere, part, shortName, sideBySide } from './partners.ts'

const nobody = (names: readonly string[]) => (names.length === 0 ? 'Nobody' : joined(names))

/** Every rule beside the others: what each partner ends with, and who would object. */
export function rulesSideBySide(given: Given): Block[] {
  const { partners, sharing } = given.reply
  const groups = sideBySide(partners)
  const called = (rule: keyof typeof RULE_WORDS) =>
    `${RULE_WORDS[rule]}${rule === sharing.rule ? ' (in force)' : ''}`
  const nets = groups.map((group, index) =>
    table(
      `Net present value by partner under each rule${part(index, groups.length)}`,
      [words('Rule', 24), ...group.map((at) => figures(shortName(given, partners[at]!), 19))],
      sharing.rules.map((one): Cell[] => [
        called(one.rule),
        ...group.map((at) => (one.available ? inPounds(one.nets[at]!) : '[z]')),
      ]),
    ),
  )
  const objections = table(
    'Who would object to each rule',
    [
      words('Rule', 22),
      words('Worse off than with no deal', 24),
      words('Group that would walk away', 28),
      words('Would gain by staying out', 26),
    ],
    sharing.rules.map((one): Cell[] => {
      if (!one.available) return [called(one.rule), one.reason, '[z]', '[z]']
      const { betterThanNothing, blocking, betterThanFreeRiding: flags } = one.acceptance
      return [
        called(one.rule),
        nobody(namesWhere(given, (at) => !betterThanNothing[at])),
        blocking === null
          ? 'Not tested'
          : blocking.length === 0
            ? 'None'
            : blocking.map(({ coalition }) => groupOf(given, coalition)).join('; '),
        flags === null ? 'Not tested' : nobody(namesWhere(given, (at) => !flags[at])),
      ]
    }),
  )
  return [...nets, objections]
}
