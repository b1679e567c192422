import { sum } from 'd3-array'
import type { Choice } from '../../question/match.ts'
import type { ReportReply } from '../state/server.ts'
import { type Mapping, type Matched, standsFor } from './mapping.ts'
import { normal } from './normal.ts'

export interface Unmatched {
  meaning: Matched
  text: string
  /** Where it was met first. */
  file: string | null
  row: number | null
  /** Rows that hold it. */
  rows: number
  /** Whether there may be more, as the report has only the first of its rule. */
  more: boolean
  message: string
  repair: string | null
  /** What it is said to stand for; null until it is. */
  value: string | null
}

const RULE =
  /^(place|agency|function)-(?:unknown|ambiguous|kind|district|combined-authority|parish|ward|small-area|merged)$/

/** Texts of the files that stand for nothing, each once, those met most of their rule first, and those already said. */
export function unmatchedOf(
  report: Pick<ReportReply, 'findings' | 'rules'> | null,
  mapping: Mapping,
): Unmatched[] {
  const findings = report?.findings ?? []
  const untold = (rule: string) =>
    sum(report?.rules ?? [], (one) => (one.rule === rule ? one.rows : 0)) -
    sum(findings, (one) => (one.rule === rule ? one.count : 0))
  const more = (rule: string) => untold(rule) > 0
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
        more: more(rule),
        message,
        repair,
        value: standsFor(mapping, meaning, text),
      })
  }
  for (const meaning of ['place', 'agency', 'function'] as const)
    for (const [text, value] of Object.entries(mapping.values[meaning] ?? {})) {
      const key = `${meaning} ${normal(text)}`
      if (!found.has(key))
        found.set(key, {
          meaning,
          text,
          file: null,
          row: null,
          rows: 0,
          more: false,
          message: '',
          repair: null,
          value,
        })
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

const wordsOf = (text: string) =>
  normal(text)
    .split(' ')
    .filter((word) => word.length > 2)

/** How telling a word is among names: the rarer, the more. */
function telling(all: readonly Choice[]): (word: string) => number {
  const met = new Map<string, number>()
  for (const { name, also } of all)
    for (const word of new Set([name, ...also].flatMap(wordsOf))) met.set(word, (met.get(word) ?? 0) + 1)
  return (word) => Math.log((all.length + 1) / ((met.get(word) ?? 0) + 1))
}

const LEAST = 0.35

/** What a text may stand for, the likeliest first: what the server suggests, then names of the same telling words and letters. */
export function suggestions(
  { text, repair }: Pick<Unmatched, 'text' | 'repair'>,
  all: readonly Choice[],
  most = 3,
): Choice[] {
  const told = repair
    ? all.find(({ id }) => repair.includes(`(${id})`) || repair.startsWith(`Is it ${id} `))
    : undefined
  const weigh = telling(all)
  const words = wordsOf(text)
  const whole = words.reduce((sum, word) => sum + weigh(word), 0)
  const alike = (name: string) => {
    const there = new Set(wordsOf(name))
    const shared = words.filter((word) => there.has(word)).reduce((sum, word) => sum + weigh(word), 0)
    return (whole === 0 ? 0 : shared / whole) + likeness(text, name) / 2
  }
  const near = all
    .filter((choice) => choice !== told)
    .map((choice) => ({ choice, like: Math.max(...[choice.name, ...choice.also].map(alike)) }))
    .filter(({ like }) => like >= LEAST)
    .sort((a, b) => b.like - a.like || (a.choice.name < b.choice.name ? -1 : 1))
    .map(({ choice }) => choice)
  return [...(told ? [told] : []), ...near].slice(0, most)
}
