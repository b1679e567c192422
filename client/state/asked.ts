import { computed } from '@preact/signals'
import { list } from '../words.ts'
import { type Opened, opened } from './count.ts'
import { definitionOf } from './definition.ts'
import { membersOf } from './members.ts'
import { ENGLAND, type View } from './state.ts'
import { view } from './store.ts'

/** The parts of the view that decide figures, known to the count. */
export interface Asked {
  year: string
  scope: string
  fill: 'budget' | ''
  places: readonly string[]
  placeName: string
}

const MOST_NAMED = 3

/** A place of any kind by its code: upper tier, region, England or set:<id>. */
export function placeName(known: Opened, code: string) {
  if (code.startsWith('set:')) return known.count.sets.find((set) => `set:${set.id}` === code)?.name
  return known.byCode.get(code)?.name
}

/** Places together by name, or their number where they are many. */
export function placesName(known: Opened, codes: readonly string[]) {
  if (codes.length > MOST_NAMED) return `${membersOf(known, codes).length} places together`
  return list(codes.map((code) => placeName(known, code)!))
}

/** What the view asks of the count, with what the count does not know put back to the start and told. */
export function settle(view: View, known: Opened): { asked: Asked; faults: string[] } {
  const { count } = known
  const faults: string[] = []
  const year = view.year ?? count.latest
  const yearKnown = count.years.includes(year)
  if (!yearKnown) faults.push(`This count has no year ${year}.`)
  if (!definitionOf(count, view.definition)) {
    faults.push(`This count has no definition “${view.definition}”.`)
  }
  const found = view.places.filter((code) => placeName(known, code) !== undefined)
  for (const code of view.places.filter((one) => !found.includes(one))) {
    faults.push(`This count has no place “${code}”${found.length === 0 ? '; England is shown' : ''}.`)
  }
  const places = found.length === 0 || found.includes(ENGLAND) ? [ENGLAND] : found
  const tags = new Set(count.scope_tags.map(({ tag }) => tag))
  for (const tag of view.without.filter((one) => !tags.has(one))) {
    faults.push(`This count has no part “${tag}” to leave out.`)
  }
  const scope = view.without.filter((tag) => tags.has(tag)).map((tag) => `-${tag}`)
  const asked: Asked = {
    year: yearKnown ? year : count.latest,
    scope: scope.join(','),
    fill: view.fill ? 'budget' : '',
    places,
    placeName: places.length > 1 && view.placesNamed ? view.placesNamed : placesName(known, places),
  }
  return { asked, faults }
}

export const settled = computed(() => (opened.answer.value ? settle(view.value, opened.answer.value) : null))

/** One string a question, so that a view that asks the same asks nothing. */
const key = computed(() => (settled.value ? JSON.stringify(settled.value.asked) : null))
export const asked = computed<Asked | null>(() => (key.value ? JSON.parse(key.value) : null))

const everywhereKey = computed(() => {
  if (!asked.value) return null
  const { year, scope, fill } = asked.value
  return JSON.stringify({ year, scope, fill })
})
export const everywhereAsked = computed<Pick<Asked, 'year' | 'scope' | 'fill'> | null>(() =>
  everywhereKey.value ? JSON.parse(everywhereKey.value) : null,
)

/** England is the whole count, so it asks without naming places. */
export const placesOf = (codes: readonly string[]) => (codes.includes(ENGLAND) ? '' : codes.join(','))
