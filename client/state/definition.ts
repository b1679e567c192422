import { computed } from '@preact/signals'
import type { Count, Definition } from '../api-types.ts'
import { classesInWords, readClasses, writeClasses } from './classes.ts'
import { count } from './count.ts'
import { knownRules } from './known-rules.ts'
import { START } from './state.ts'
import { part } from './store.ts'

export interface Chosen extends Definition {
  /** Whether its classes are no definition that ships. */
  custom: boolean
  /** The reader's own rules, read before those that ship. */
  rules: string
  /** Whether the reader changed it in any way: its classes, its rules or its name. */
  own: boolean
}

/** A named definition, or one made of the classes its id lists; undefined where the count has none of that name. */
export function definitionOf(count: Count, id: string): Chosen | undefined {
  const classes = readClasses(id)
  const named = count.definitions.find((one) => (classes ? same(one.classes, classes) : one.id === id))
  if (named) return { ...named, custom: false, rules: '', own: false }
  if (!classes) return undefined
  return {
    id,
    name: `Custom, ${classesInWords(classes)}`,
    classes,
    meaning: 'The classes you count as local',
    custom: true,
    rules: '',
    own: true,
  }
}

/** The id that says these classes: a name where one fits. */
export const idOf = (count: Count, classes: readonly number[]) =>
  definitionOf(count, writeClasses(classes))!.id

const same = (a: readonly number[], b: readonly number[]) => a.join() === b.join()

const asked = part('definition')
const rules = part('rules')
const named = part('named')
const askedMoves = part('moves')

/** A definition under the reader's own rules and name, as exports name it. */
function withOwn(chosen: Chosen, rules: string, named: string): Chosen {
  if (rules === '' && named === '') return chosen
  const name = named || `${chosen.name}, with rules changed`
  return { ...chosen, name, rules, own: true }
}

/** What the reader would devolve, of what the count knows. */
export const moves = computed(() => (count.value ? knownRules(count.value, askedMoves.value).rules : ''))

/** What a question of a table is asked by, so that its files say the reader's name and rules. */
export const definitionAsked = ({ id, rules }: Chosen) => ({ definition: id, rules, named: named.value })

/** The definition that every share on screen goes by. */
export const definition = computed((): Chosen | null => {
  if (!count.value) return null
  const known =
    definitionOf(count.value, asked.value) ??
    definitionOf(count.value, START.definition) ??
    definitionOf(count.value, count.value.definitions[0]!.id)!
  return withOwn(known, knownRules(count.value, rules.value).rules, named.value)
})

export interface Local {
  numerator: number | null
  denominator: number | null
  share: number | null
}

const NOTHING: Local = { numerator: null, denominator: null, share: null }

/** What the classes counted as local come to, of pounds by class; no share where none can be meant. */
export function localOf(amounts: readonly number[] | null, counted: readonly number[]): Local {
  if (amounts === null) return NOTHING
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const numerator = sum(counted.map((one) => amounts[one - 1]!))
  const denominator = sum(amounts)
  const meant = denominator > 0 && numerator >= 0 && numerator <= denominator
  return { numerator, denominator, share: meant ? numerator / denominator : null }
}
