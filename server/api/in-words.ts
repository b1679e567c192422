import type { Catalogue } from '../count/catalogue.ts'
import { type Asked, yearsOf } from './asked.ts'
import { FILTERS } from './dimensions.ts'
import { namesOf } from './names.ts'
import { baseOf } from './prices.ts'

const MOST_NAMED = 3
const join = (words: readonly string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
const some = (words: readonly string[], kind: string) =>
  words.length > MOST_NAMED ? `${words.length} ${kind}` : join(words)

interface Spoken extends Asked {
  readonly by?: readonly string[] | undefined
  readonly per?: 'total' | 'head' | undefined
}

/** Several places by the reader's own name of them, or by their own. */
function placesInWords({ places, called }: Spoken, place: (code: string) => string) {
  if (!places) return 'England'
  return called && places.length > 1 ? called : some(places.map(place), 'places')
}

/** A question about spending as a sentence. */
export function inWords(asked: Spoken, catalogue: Catalogue, opening = 'What is spent'): string {
  const names = namesOf(catalogue)
  const place = (code: string) =>
    code.startsWith('set:')
      ? catalogue.sets.find(({ id }) => `set:${id}` === code)!.name
      : (names.place.get(code) ?? code)
  const value = (name: (typeof FILTERS)[number]) => (code: string) => {
    if (name === 'class') return names.class.get(Number(code)) ?? code
    return name in names ? (names[name as keyof typeof names].get(code) ?? code) : code.replaceAll('_', ' ')
  }
  const filters = FILTERS.filter((name) => asked[name]).map(
    (name) => `${name} ${some(asked[name]!.map(value(name)), 'of them')}`,
  )
  const yearInWords = (year: string) =>
    catalogue.financialYears.some((one) => one.year === year && one.coverage === 'recorded')
      ? `${year} (recorded lines only)`
      : year
  const tag = (id: string) => catalogue.scopeTags.find((one) => one.tag === id)!.name.toLowerCase()
  const parts = [
    asked.per === 'head' ? `${opening} per head` : opening,
    `in ${placesInWords(asked, place)}`,
    `in ${join(yearsOf(asked, catalogue).map(yearInWords))}`,
    ...(asked.by?.length ? [`by ${join(asked.by)}`] : []),
    ...(filters.length ? [`on ${join(filters)}`] : []),
    ...(asked.scope?.length ? [`leaving out ${join(asked.scope.map(tag))}`] : []),
    ...(asked.fill ? ['with budgets in place of returns not made'] : []),
  ]
  const base = baseOf(asked.prices)
  return `${parts.join(' ')}, ${base === null ? 'cash' : `in prices of ${base}`}?`
}
