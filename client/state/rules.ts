/** What a rule of the reader's own can test of a line, as the server reads it. */
export const TESTS = ['rule', 'sector', 'agency', 'function', 'economic', 'finance', 'class'] as const
export type Test = (typeof TESTS)[number]

/** Lines that meet every test, by any of its values, take the class. */
export interface ClassRule {
  readonly tests: Readonly<Partial<Record<Test, readonly string[]>>>
  readonly class: number
}

export const MOST_RULES = 40
const RULE =
  /^([a-z]+:[A-Za-z0-9][A-Za-z0-9._-]{0,79}(\|[A-Za-z0-9][A-Za-z0-9._-]{0,79})*)(,[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]{0,79}(\|[A-Za-z0-9][A-Za-z0-9._-]{0,79})*)*>[1-7]$/

function readRule(text: string): ClassRule | null {
  if (!RULE.test(text)) return null
  const [left = '', to = ''] = text.split('>')
  const tests = left.split(',').map((test) => {
    const [name = '', values = ''] = test.split(':')
    return [name, [...new Set(values.split('|'))].sort()] as const
  })
  const known = tests.every(
    ([name, values]) =>
      TESTS.some((test) => test === name) &&
      (name !== 'class' || values.every((value) => /^[1-7]$/.test(value))),
  )
  const named = Object.fromEntries(tests)
  return known && Object.keys(named).length === tests.length ? { tests: named, class: Number(to) } : null
}

/** Rules written as rule:education>1;sector:dwp,economic:current>3; null for any other text. */
export function readRules(text: string): ClassRule[] | null {
  if (text === '') return []
  const rules = text.split(';').map(readRule)
  return rules.length <= MOST_RULES && rules.every((rule) => rule !== null) ? rules : null
}

/** The one way to write rules. */
export const writeRules = (rules: readonly ClassRule[]): string =>
  rules
    .map((rule) => {
      const tests = TESTS.flatMap((test) =>
        rule.tests[test] ? [`${test}:${[...rule.tests[test]].sort().join('|')}`] : [],
      )
      return `${tests.join(',')}>${rule.class}`
    })
    .join(';')

/** The one way to write rules that stand as text; null for any other text. */
export function canonicalRules(text: string) {
  const rules = readRules(text)
  return rules && writeRules(rules)
}
