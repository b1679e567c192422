import type { Row } from '../../server/count/schema.ts'
import { references } from '../fixtures/references.ts'

/** A line with the keys that spending is grouped by. */
export type Keyed = Row & { amount: number; tags: string[] }

const sectorOf = new Map(references.agency.map(({ id, sector }) => [id, sector]))
const divisionOf = new Map(references.function.map(({ code, division }) => [code, division]))

function fits(rule: Row, line: Row): boolean {
  const tests = [
    'sector',
    'agency',
    'function',
    'programme',
    'economic',
    'finance',
    'decides',
    'holds',
    'influences',
  ]
  return tests.every(
    (name) => rule[name] === null || (rule[name] as string).split('|').includes(line[name] as string),
  )
}

/** A line as the state file holds it: sector, division and class worked out. */
export function keyed(line: Row): Keyed {
  const full = { ...line, sector: sectorOf.get(line.agency), division: divisionOf.get(line.function) }
  return {
    ...full,
    class: references.control_rule.find((rule) => fits(rule, full))!.class,
  } as unknown as Keyed
}

export interface Plain {
  readonly by: readonly string[]
  readonly filters: Readonly<Record<string, readonly unknown[] | null>>
  readonly off: readonly string[]
}

/** Sums by group, in plain JavaScript: key values joined by a space, to pounds. */
export function sums(lines: readonly Keyed[], { by, filters, off }: Plain): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of lines) {
    if (line.flow !== 'own') continue
    if (Object.entries(filters).some(([name, values]) => values && !values.includes(line[name]))) continue
    if (off.some((tag) => line.tags.includes(tag) || (tag === 'grade-d' && line.grade === 'D'))) continue
    const key = by.map((name) => String(line[name])).join(' ')
    found.set(key, (found.get(key) ?? 0) + line.amount)
  }
  return found
}
