import type { Catalogue } from '../count/catalogue.ts'
import { readRules, type Test } from '../count/classing.ts'
import { namesOf } from './names.ts'

const LABELS: Readonly<Record<Test, string>> = {
  rule: 'under the rule',
  sector: 'of the sector',
  agency: 'of',
  function: 'on',
  economic: 'that is',
  finance: 'paid by finance of the kind',
  class: 'of class',
}

/** A reader's own rules of control, a sentence each. */
export function rulesInWords(rules: string | undefined, catalogue: Catalogue): string[] {
  const names = namesOf(catalogue)
  const word = (test: Test, value: string): string => {
    const named =
      test === 'sector' || test === 'agency' || test === 'function'
        ? names[test].get(value)
        : test === 'class'
          ? names.class.get(Number(value))
          : undefined
    if (test === 'class') return `${value} (${named})`
    return named ?? `“${value.replaceAll('_', ' ')}”`
  }
  return (readRules(rules ?? '') ?? []).map(({ tests, class: to }) => {
    const parts = Object.entries(tests).map(
      ([test, values]) =>
        `${LABELS[test as Test]} ${values.map((value) => word(test as Test, value)).join(' or ')}`,
    )
    return `Spending ${parts.join(', ')} is counted as class ${to} (${names.class.get(to)})`
  })
}
