import { partnerName, RULE_NAMES, workedRules } from '../names.ts'
import type { Shown } from '../shown.ts'
import { failureWords, TEST_NAMES, TESTS, verdicts } from '../tests.ts'
import type { Cell, Twin } from '../twin.ts'

/** The bargaining table as rows of figures, the tests below them with what fails in words. */
export function bargainTwin(shown: Shown): Twin {
  const rules = workedRules(shown)
  const put = rules.map((rule) => verdicts(shown, rule))
  return {
    caption: 'Net gain of each partner by sharing rule, and the tests of each split',
    columns: [
      { head: 'Partner or test', unit: 'text' },
      ...rules.map(({ rule }) => ({ head: RULE_NAMES[rule], unit: 'pounds' as const })),
    ],
    rows: [
      ...shown.reply.partners.map((id, i): Cell[] => [
        partnerName(shown, id),
        ...rules.map(({ nets }) => nets[i]!),
      ]),
      ...TESTS.map((test, row): Cell[] => [
        TEST_NAMES[test],
        ...put.map((verdicts) => {
          const { passed, failures } = verdicts[row]!
          return passed === null ? 'not put' : passed ? 'passes' : `fails: ${failureWords(failures)}`
        }),
      ]),
    ],
  }
}
