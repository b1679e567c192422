import type { Row } from '../../server/count/schema.ts'
import type { Agency, ControlledLine, Line } from './line.ts'
import { listed, model } from './model.ts'

const TESTS = ['sector', 'agency', 'function', 'programme', 'economic', 'finance'] as const
const FIELDS = ['decides', 'holds', 'influences'] as const

const RULES = model<'id' | (typeof TESTS)[number] | (typeof FIELDS)[number] | 'class' | 'reason'>(
  'control-rules',
)

/**
 * Who decides, who holds and who can influence each line: the first rule of data/model/control-rules.csv whose
 * tests fit. The class is not stored; it is computed from the same rules when a count is opened.
 */
export function control(lines: readonly Line[], agencies: ReadonlyMap<string, Agency>): ControlledLine[] {
  const rules = RULES.map((rule) => ({
    ...rule,
    tests: TESTS.map((test) => [test, new Set(listed(rule[test]))] as const).filter(
      ([, values]) => values.size > 0,
    ),
  }))
  const known = new Map<string, (typeof rules)[number]>()
  return lines.map((line) => {
    const sector = agencies.get(line.agency)?.sector
    if (!sector) throw new Error(`${line.line} is spent by ${line.agency}, which is no agency`)
    const facts = { ...line, sector }
    const key = TESTS.map((test) => facts[test]).join('|')
    const rule =
      known.get(key) ?? rules.find(({ tests }) => tests.every(([test, values]) => values.has(facts[test])))
    if (!rule) throw new Error(`No rule of data/model/control-rules.csv fits ${line.line}`)
    known.set(key, rule)
    const { decides, holds, influences } = rule
    return { ...line, decides, holds, influences }
  })
}

/** Rules as the count carries them, in order; an empty test fits anything. */
export const controlRuleRows = (): Row[] =>
  RULES.map((rule, at) => ({
    ...Object.fromEntries([...TESTS, ...FIELDS].map((test) => [test, rule[test] || null])),
    position: at + 1,
    id: rule.id,
    class: Number(rule.class),
    reason: rule.reason,
  }))

/** Class of a line by its fields and agency, for printing shares at compile. */
export function classOf(line: ControlledLine, agencies: ReadonlyMap<string, Agency>): number {
  const facts = { ...line, sector: agencies.get(line.agency)!.sector }
  const rule = RULES.find((one) =>
    [...TESTS, ...FIELDS].every((test) => !one[test] || listed(one[test]).includes(facts[test])),
  )
  return Number(rule!.class)
}
