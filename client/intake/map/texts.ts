import type { Choice } from '../../question/match.ts'
import type { FindingReply } from '../state/server.ts'
import { type Mapping, type Matched, standsFor } from './mapping.ts'
import { normal } from './normal.ts'

export interface Unmatched {
  meaning: Matched
  text: string
  /** Where it was met first. */
  file: string | null
  row: number | null
  /** Rows of the report's examples that hold it; there may be more. */
  rows: number
  message: string
  repair: string | null
  /** What it is said to stand for; null until it is. */
  value: string | null
}

const RULE =
  /^(place|agency|function)-(?:unknown|ambiguous|district|combined-authority|parish|ward|small-area|merged)$/

/** Texts of the files that stand for nothing, each once in the order met, and those already said. */
export function unmatchedOf(findings: readonly FindingReply[], mapping: Mapping): Unmatched[] {
  const found = new Map<string, Unmatched>()
  for (const { rule, value: text, file, row, count, message, repair } of findings) {
    const meaning = RULE.exec(rule)?.[1] as Matched | undefined
    if (!meaning || !text || normal(text) === '') continue
    const key = `${meaning} ${normal(text)}`
    const before = found.get(key)
    if (before) before.rows += count
    else
      found.set(key, {
        meaning,
        text,
        file,
        row,
        rows: count,
        message,
        repair,
        value: standsFor(mapping, meaning, text),
      })
  }
  for (const meaning of ['place', 'agency', 'function'] as const)
    for (const [text, value] of Object.entries(mapping.values[meaning] ?? {})) {
      const key = `${meaning} ${normal(text)}`
      if (!found.has(key))
        found.set(key, { meaning, text, file: null, row: null, rows: 0, message: '', repair: null, value })
    }
  return [...found.values()]
}

const pairs = (text: string) => {
  const found = new Map<string, number>()
  for (const word of normal(text).split(' '))
    for (let at = 0; at < word.length - 1; at += 1) {
      const pair = word.slice(at, at + 2)
      found.set(pair, (found.get(pair) ?? 0) + 1)
    }
  return found
}

/** How alike two texts are, from 0 to 1: shared pairs of letters, after Dice (1945). */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairs(a), pairs(b)]
  const size = (of: Map<string, number>) => [...of.values()].reduce((sum, each) => sum + each, 0)
  let shared = 0
  for (const [pair, times] of one) shared += Math.min(times, other.get(pair) ?? 0)
  const all = size(one) + size(other)
  return all === 0 ? 0 : (2 * shared) / all
}

const LEAST = 0.35

/** What a text may stand for, the likeliest first; what the server suggests comes before all. */
export function suggestions(
  { text, repair }: Pick<Unmatched, 'text' | 'repair'>,
  all: readonly Choice[],
  most = 3,
): Choice[] {
  const told = repair
    ? all.find(({ id }) => repair.includes(`(${id})`) || repair.startsWith(`Is it ${id} `))
    : undefined
  const near = all
    .filter((choice) => choice !== told)
    .map((choice) => ({
      choice,
      like: Math.max(...[choice.name, ...choice.also].map((name) => likeness(text, name))),
    }))
    .filter(({ like }) => like >= LEAST)
    .sort((a, b) => b.like - a.like || (a.choice.name < b.choice.name ? -1 : 1))
    .map(({ choice }) => choice)
  return [...(told ? [told] : []), ...near].slice(0, most)
}
