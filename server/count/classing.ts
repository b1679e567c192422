import type { Parameters } from '../engine/engine.ts'
import type { Kind } from './reference.ts'

/** What a reader's own rule can test of a line. `class` is the class before the rule. */
export const TESTS = ['rule', 'sector', 'agency', 'function', 'economic', 'finance', 'class'] as const
export type Test = (typeof TESTS)[number]

/** Lines that meet every test, by any of its values, take the class. */
export interface ClassRule {
  readonly tests: Readonly<Partial<Record<Test, readonly string[]>>>
  readonly class: number
}

export const MOST_RULES = 40
const VALUE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/

/** Class of each kind that the rules class anew, by kind. */
export type Classing = ReadonlyMap<number, number>

function readTest(text: string): [Test, string[]] | null {
  const [name, values = '', ...more] = text.split(':')
  const test = TESTS.find((one) => one === name)
  const list = values.split('|')
  if (!test || more.length > 0 || !list.every((value) => VALUE.test(value))) return null
  if (test === 'class' && !list.every((value) => /^[1-7]$/.test(value))) return null
  return [test, [...new Set(list)].sort()]
}

function readRule(text: string): ClassRule | null {
  const [left = '', to = '', ...more] = text.split('>')
  if (more.length > 0 || !/^[1-7]$/.test(to)) return null
  const tests = left.split(',').map(readTest)
  if (tests.some((test) => test === null)) return null
  const named = Object.fromEntries(tests as [Test, string[]][])
  return Object.keys(named).length === tests.length ? { tests: named, class: Number(to) } : null
}

/**
 * Rules as a question carries them: `rule:education>1;sector:dwp,economic:current>3`, each a comma-separated list
 * of tests (`name:value|value`) and the class from 1 to 7 it gives, tried in their order. Null for any other text.
 */
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

const tested = (kind: Kind, test: Test, current: number): string =>
  test === 'rule' ? kind.control_rule : test === 'class' ? String(current) : kind[test]

/**
 * Classes the kinds anew: the first rule that fits gives the class, and what none fits keeps its own.
 * @param before what earlier rules gave already; a `class` test reads it
 * @returns every kind whose class is not the count's own
 */
export function classedAnew(
  kinds: readonly Kind[],
  rules: readonly ClassRule[],
  before: Classing = new Map(),
): Classing {
  const anew = new Map<number, number>()
  for (const kind of kinds) {
    const current = before.get(kind.kind) ?? kind.class
    const fits = ({ tests }: ClassRule) =>
      TESTS.every((test) => tests[test]?.includes(tested(kind, test, current)) ?? true)
    const given = rules.find(fits)?.class ?? current
    if (given !== kind.class) anew.set(kind.kind, given)
  }
  return anew
}

/** The parameters `kinds` and `classes` of queries/. */
export const asParameters = (classing: Classing): Parameters => ({
  kinds: [...classing.keys()],
  classes: [...classing.values()],
})
