import { percentTenth, pounds, poundsPence, sixPlaces } from '../../format.ts'
import { upperFirst, yearInWords } from '../../words.ts'
import type { Draft } from '../state/draft.ts'
import { KEYS, MONEY, SHARES, WORDS } from './document-words.ts'
import { same } from './same.ts'

/** One input that differs, in words. */
export interface Difference {
  what: string
  before: string
  after: string
}

const NOTHING = 'nothing'

type Loose = Record<string, unknown>

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the inputs of two documents differ in, in words, in the order of the document. */
export function differences(before: Draft, after: Draft): Difference[] {
  const names = new Map<string, string>()
  for (const { id, name } of [...before.partners, ...after.partners]) if (id) names.set(id, name || id)
  const found: Difference[] = []
  compare(before, after, [], '', { names, found })
  return found
}

interface Context {
  names: Map<string, string>
  found: Difference[]
}

function compare(
  before: unknown,
  after: unknown,
  path: readonly string[],
  key: string,
  context: Context,
): void {
  if (same(before, after)) return
  const { names, found } = context
  if (isList(before) || isList(after)) {
    const [was, is] = [asList(before), asList(after)]
    if (was.some((one) => !isObject(one)) || is.some((one) => !isObject(one))) {
      found.push({ what: say(path), before: inWords(before, key, names), after: inWords(after, key, names) })
      return
    }
    const earlier = byName(was as Loose[])
    const later = byName(is as Loose[])
    for (const name of new Set([...earlier.keys(), ...later.keys()])) {
      const [one, other] = [earlier.get(name), later.get(name)]
      const called = [...path, titleOf(other ?? one!, names, name)]
      if (one && other) compare(one, other, called, key, context)
      else
        found.push({ what: say(called), before: one ? 'there' : NOTHING, after: other ? 'there' : NOTHING })
    }
    return
  }
  if (isObject(before) && isObject(after) && before.kind === after.kind) {
    for (const inner of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (inner !== 'id' && inner !== 'version')
        compare(
          before[inner],
          after[inner],
          [...path, KEYS[inner] ?? names.get(inner) ?? inner],
          inner,
          context,
        )
    return
  }
  found.push({ what: say(path), before: inWords(before, key, names), after: inWords(after, key, names) })
}

const isList = Array.isArray
const asList = (value: unknown): unknown[] => (isList(value) ? value : [])
const say = (path: readonly string[]) => upperFirst(path.join(', '))

/** The items of a list by what tells one from another. */
function byName(items: readonly Loose[]): Map<string, Loose> {
  const found = new Map<string, Loose>()
  items.forEach((item, at) => {
    const line = isObject(item.line) ? (item.line.name ?? item.line.id) : ''
    const own = item.id ?? (item.partner === undefined ? at : `${item.partner} ${item.kind ?? ''} ${line}`)
    let name = String(own)
    while (found.has(name)) name += '+'
    found.set(name, item)
  })
  return found
}

const titleOf = (item: Loose, names: Map<string, string>, otherwise: string) =>
  typeof item.name === 'string' && item.name !== ''
    ? item.name
    : typeof item.partner === 'string'
      ? (names.get(item.partner) ?? item.partner)
      : otherwise

const inPounds = (value: number) => (Number.isInteger(value) ? pounds(value) : poundsPence(value))

/** A value as a reader would say it, by the field it stands in. */
function inWords(value: unknown, key: string, names: ReadonlyMap<string, string>): string {
  if (value === undefined || value === null || value === '') return NOTHING
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') {
    if (SHARES.has(key)) return percentTenth(value)
    return MONEY.has(key) ? inPounds(value) : sixPlaces(value)
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}$/.test(value)) return yearInWords(value)
    return WORDS[value] ?? names.get(value) ?? value
  }
  if (isList(value)) return listInWords(value, key, names)
  const parts = Object.entries(value as Loose).filter(([inner]) => inner !== 'id')
  return parts
    .map(([inner, part]) => `${names.get(inner) ?? KEYS[inner] ?? inner} ${inWords(part, inner, names)}`)
    .join(', ')
}

function listInWords(values: readonly unknown[], key: string, names: ReadonlyMap<string, string>): string {
  if (values.length === 0) return NOTHING
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length === values.length && MONEY.has(key)) {
    const total = numbers.reduce((all, value) => all + value, 0)
    return `${inPounds(total)} in all (${numbers.map(inPounds).join(', ')})`
  }
  return values.map((value) => inWords(value, key, names)).join(', ')
}
