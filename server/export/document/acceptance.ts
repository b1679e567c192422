import type { EvaluateReply } from '../../api/contract-scenarios.ts'
import { inPounds } from '../in-money.ts'
import type { Given } from './given.ts'
import { type Block, type Cell, table, words } from './paper.ts'
import { joined, nameOf, namesWhere } from './partners.ts'

export type Split = Extract<EvaluateReply['sharing']['rules'][number], { available: true }>

const NOT_TESTED = 'Not tested: the scenario does not say what each group of partners could do alone.'

/** A group of partners by name, from its key. */
export const groupOf = (given: Given, coalition: string): string =>
  joined(coalition.split('+').map((id) => nameOf(given, id)))

const verdict = (holds: boolean | null) => (holds === null ? 'Not tested' : holds ? 'Yes' : 'No')
const every = (flags: readonly boolean[] | null) => (flags === null ? null : flags.every(Boolean))

function nothing(given: Given, { nets, acceptance }: Split): string {
  const losers = given.reply.partners.flatMap((id, at) =>
    acceptance.betterThanNothing[at] ? [] : [`${nameOf(given, id)} by ${inPounds(Math.abs(nets[at]!))}`],
  )
  return losers.length === 0
    ? 'No partner ends worse off than with no deal.'
    : `Worse off than with no deal, in present value: ${joined(losers)}.`
}

function alone(given: Given, { nets, acceptance }: Split): string {
  const { betterThanAlone } = acceptance
  if (betterThanAlone === null) return NOT_TESTED
  const { partners, sharing } = given.reply
  const better = partners.flatMap((id, at) =>
    betterThanAlone[at]
      ? []
      : [
          `${nameOf(given, id)} would make ${inPounds(sharing.game?.v[id] ?? 0)} alone, against ${inPounds(nets[at]!)}`,
        ],
  )
  return better.length === 0 ? 'No partner would make more alone.' : `${better.join('; ')}.`
}

function together(given: Given, { acceptance }: Split): string {
  const { blocking } = acceptance
  if (blocking === null) return NOT_TESTED
  if (blocking.length === 0) return 'No group of partners would make more by itself.'
  return `${blocking
    .map(
      ({ coalition, excess }) =>
        `${groupOf(given, coalition)} would make ${inPounds(excess)} more by themselves`,
    )
    .join('; ')}.`
}

function stayingOut(given: Given, { nets, acceptance }: Split): string {
  const flags = acceptance.betterThanFreeRiding
  if (flags === null) return NOT_TESTED
  const { partners, sharing } = given.reply
  const tempted = partners.flatMap((id, at) =>
    flags[at]
      ? []
      : [
          `${nameOf(given, id)} would have ${inPounds(sharing.game?.freeRiding?.[at] ?? 0)} by staying out while the others go on, against ${inPounds(nets[at]!)}`,
        ],
  )
  return tempted.length === 0
    ? 'No partner would gain by staying out while the others go on.'
    : `${tempted.join('; ')}.`
}

function againstFalling(given: Given, { acceptance }: Split): string {
  const worse = namesWhere(given, (at) => !acceptance.betterThanR0[at])
  return worse.length === 0
    ? 'No partner would prefer that benefits lie where they fall.'
    : `Would keep more if benefits lay where they fall: ${joined(worse)}. Someone always would, unless no money moves.`
}

/** The tests of a split in the order they are asked, each with its answer as a sentence. */
export function testsOf(given: Given, split: Split): Cell[][] {
  const { acceptance } = split
  const blocked = acceptance.blocking === null ? null : acceptance.blocking.length === 0
  return [
    [
      'Nobody is worse off than with no deal',
      verdict(every(acceptance.betterThanNothing)),
      nothing(given, split),
    ],
    ['Nobody would make more alone', verdict(every(acceptance.betterThanAlone)), alone(given, split)],
    ['No group would make more by itself', verdict(blocked), together(given, split)],
    [
      'Nobody would gain by staying out',
      verdict(every(acceptance.betterThanFreeRiding)),
      stayingOut(given, split),
    ],
    ['Against lying where it falls', verdict(every(acceptance.betterThanR0)), againstFalling(given, split)],
  ]
}

/** Whether the partners would take the split in force. */
export function acceptance(given: Given, split: Split | null): Block[] {
  if (!split) return []
  return [
    table(
      'Acceptance tests of the rule in force',
      [words('Test', 28), words('Met', 12), words('In words', 60)],
      testsOf(given, split),
    ),
  ]
}
