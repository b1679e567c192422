import type { Count } from '../api-types.ts'
import { type ClassRule, readRules, type Test, writeRules } from './rules.ts'

type Known = Pick<Count, 'control_rules' | 'sectors' | 'agencies' | 'functions'>

const VALUES: Record<Test, (known: Known) => readonly string[] | null> = {
  rule: (known) => known.control_rules.map(({ id }) => id),
  sector: (known) => known.sectors.map(({ id }) => id),
  agency: (known) => known.agencies.map(({ id }) => id),
  function: (known) => known.functions.map(({ code }) => code),
  economic: () => ['current', 'capital', 'transfer_to_people'],
  finance: () => ['own', 'grant', 'mixed'],
  class: () => null,
}

const strangeIn = (known: Known, { tests }: ClassRule) =>
  (Object.keys(tests) as Test[]).flatMap((test) => {
    const values = VALUES[test](known)
    return values === null ? [] : tests[test]!.filter((value) => !values.includes(value))
  })

/** The rules that this count can answer, and what the others name that it does not know. */
export function knownRules(known: Known, text: string): { rules: string; strange: string[] } {
  const rules = readRules(text) ?? []
  const strange = rules.map((rule) => strangeIn(known, rule))
  return { rules: writeRules(rules.filter((_, i) => strange[i]!.length === 0)), strange: strange.flat() }
}
