import { dealMoney, pounds } from '../../format.ts'
import { list } from '../../words.ts'
import { partnerLabel, yearName } from './names.ts'
import type { Shown } from './shown.ts'

export interface TermWords {
  name: string
  words: string
  /** What in it is our reading or assumption. */
  mark: string | null
}

type Term = Shown['reply']['terms'][number]

/** What an adopted mechanism would pay, in words. */
export function termWords(shown: Shown, term: Term): TermWords {
  switch (term.kind) {
    case 'section75': {
      const parts = term.byPartner.flatMap((amount, i) =>
        amount > 0 ? [`${partnerLabel(shown, shown.reply.partners[i]!)} ${dealMoney(amount)}`] : [],
      )
      return {
        name: 'Overspend shared under section 75',
        words: `${parts.length > 0 ? `Met by ${list(parts)}` : 'Nobody meets any of it'}${term.unmet > 0 ? `; ${dealMoney(term.unmet)} is met by nobody, because of the caps` : ''}.`,
        mark: null,
      }
    }
    case 'payForPerformance':
      return {
        name: 'Payment for performance',
        words: `${dealMoney(term.released)} released and ${dealMoney(term.retained)} retained.`,
        mark: 'Release in proportion to what is achieved is our assumption: the rule was not published.',
      }
    case 'justiceReinvestment':
      return {
        name: 'Justice reinvestment',
        words: `${dealMoney(term.stepped)} if half is paid up to the threshold and all above it; ${dealMoney(term.half)} if half of the whole saving is paid.`,
        mark: 'The sources differ, so both ways are worked out.',
      }
    case 'troubledFamilies':
      return {
        name: 'Troubled Families tariff',
        words: `At most ${dealMoney(term.maximum)}; for each family, ${list(
          term.attachment.map(
            (amount, t) =>
              `in ${yearName(t)} ${pounds(amount)} on attachment and ${pounds(term.result[t]!)} on results`,
          ),
        )}.`,
        mark: null,
      }
    case 'outcomesFund':
      return {
        name: 'Outcomes fund',
        words: `The fund calls forth ${dealMoney(term.total)} of outcome payments, ${dealMoney(term.local)} of it from local bodies.`,
        mark: null,
      }
    case 'gershon': {
      const { baseline, achieved, target, meetsTotal, meetsCashable } = term.statement
      const missed = achieved.flatMap((amount, t) =>
        meetsTotal[t] && meetsCashable[t]
          ? []
          : [
              `${yearName(t)} (${dealMoney(amount)} of ${dealMoney(target[t]!)}${meetsCashable[t] ? '' : ', too little of it cashable'})`,
            ],
      )
      return {
        name: 'Efficiency statement, 2004 rules',
        words: `On a baseline of ${dealMoney(baseline)}, ${missed.length === 0 ? 'every year meets its target' : `the target is missed in ${list(missed)}`}.`,
        mark: 'That half of the target must be cashable is our reading of the rules.',
      }
    }
  }
}
