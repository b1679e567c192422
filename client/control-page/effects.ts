import { computed } from '@preact/signals'
import type { DevolutionReply } from '../../server/api/contract.ts'
import { address, get } from '../api.ts'
import { type Asked, asked, placesOf, scopedOf } from '../state/asked.ts'
import { moves } from '../state/definition.ts'
import { resource } from '../state/resource.ts'
import { readRules, writeRules } from '../state/rules.ts'
import { part } from '../state/store.ts'
import { prefixes } from './edits.ts'
import { type RuleEffect, shiftsBeyond } from './shifts.ts'

interface Question {
  asked: Asked
  /** Rules read before. */
  base: string
  rules: string
}

const page = part('page')

async function effectsOf({ asked: { places, ...question }, base, rules }: Question, stop: AbortSignal) {
  const filters = { ...scopedOf(question), places: placesOf(places), rules: base }
  const ask = (text: string) =>
    get<DevolutionReply>(address('/devolution', { ...filters, moves: text }), stop)
  const cumulative = await Promise.all(prefixes(rules).map(ask))
  const list = readRules(rules) ?? []
  const effects = list.map(async (rule, i): Promise<RuleEffect> => {
    const moved = cumulative[i]!.together?.moved ?? 0
    const before = cumulative[i - 1]?.together?.moved ?? 0
    const shifts = shiftsBeyond(cumulative[i]!.between, cumulative[i - 1]?.between ?? [])
    if (shifts.length > 0) return { moved: moved - before, shifts, fits: true }
    const alone = await Promise.all([1, 7].map((to) => ask(writeRules([{ ...rule, class: to }]))))
    return { moved: 0, shifts, fits: alone.some(({ between }) => between.length > 0) }
  })
  return { rules, effects: await Promise.all(effects) }
}

const questionOf = (base: string, rules: string, on: Asked | null): string | null =>
  on && page.value === 'control' && rules !== '' ? JSON.stringify({ asked: on, base, rules }) : null

const ofRules = computed(() => questionOf('', asked.value?.rules ?? '', asked.value))
const ofMoves = computed(() => questionOf(asked.value?.rules ?? '', moves.value, asked.value))

/** What each rule of the definition moves. */
export const ruleEffects = resource(ofRules, (text, stop) => effectsOf(JSON.parse(text) as Question, stop))
/** What each move of the what-if moves. */
export const moveEffects = resource(ofMoves, (text, stop) => effectsOf(JSON.parse(text) as Question, stop))
