import { type ClassRule, MOST_RULES, readRules, type Test, writeRules } from '../state/rules.ts'

/** Most characters of rules that a question takes. */
const LONGEST = 4000

/** What the chooser of a rule holds: empty for any. */
export interface Draft {
  rule: string
  sector: string
  agency: string
  /** A function, or several parted by |. */
  function: string
  economic: string
  finance: string
  was: string
  class: number
}

export const EMPTY: Draft = {
  rule: '',
  sector: '',
  agency: '',
  function: '',
  economic: '',
  finance: '',
  was: '',
  class: 1,
}

const FIELDS: Record<Test, keyof Draft> = {
  rule: 'rule',
  sector: 'sector',
  agency: 'agency',
  function: 'function',
  economic: 'economic',
  finance: 'finance',
  class: 'was',
}

/** The rule that a draft says; null while it tests nothing. */
export function ruleOf(draft: Draft): ClassRule | null {
  const tests = Object.entries(FIELDS).flatMap(([test, field]) => {
    const values = String(draft[field]).split('|').filter(Boolean)
    return values.length > 0 ? [[test, [...new Set(values)].sort()] as const] : []
  })
  return tests.length === 0 ? null : { tests: Object.fromEntries(tests), class: draft.class }
}

const same = (a: ClassRule, b: ClassRule) =>
  writeRules([{ ...a, class: 1 }]) === writeRules([{ ...b, class: 1 }])

/** Rules with some more at the end; one with the tests of another takes its place. Null where they grow too many. */
export function added(text: string, more: readonly ClassRule[]): string | null {
  let rules = readRules(text) ?? []
  for (const one of more)
    rules = rules.some((each) => same(each, one))
      ? rules.map((each) => (same(each, one) ? one : each))
      : [...rules, one]
  const next = writeRules(rules)
  return rules.length > MOST_RULES || next.length > LONGEST ? null : next
}

/** Rules without the one at this place. */
export const removed = (text: string, at: number) =>
  writeRules((readRules(text) ?? []).filter((_, i) => i !== at))

/** Rules with the one at this place moved by so many; the order decides, for the first that fits gives the class. */
export function moved(text: string, at: number, by: number) {
  const rules = [...(readRules(text) ?? [])]
  const to = Math.max(0, Math.min(rules.length - 1, at + by))
  const [one] = rules.splice(at, 1)
  if (one) rules.splice(to, 0, one)
  return writeRules(rules)
}

/** Rules with the class that one gives changed. */
export const reclassed = (text: string, at: number, to: number) =>
  writeRules((readRules(text) ?? []).map((rule, i) => (i === at ? { ...rule, class: to } : rule)))

/** The first 1, 2, ... rules of a list, as the server reads them. */
export const prefixes = (text: string) => {
  const rules = readRules(text) ?? []
  return rules.map((_, i) => writeRules(rules.slice(0, i + 1)))
}

/** Most characters of a name that a link takes. */
export const MOST_NAME = 80

/** A name as a link takes it: no ends of space, nothing that cannot be printed. */
export const nameOf = (typed: string) => typed.trim().slice(0, MOST_NAME).replaceAll(/\p{C}/gu, '').trim()
