import { computed } from '@preact/signals'
import { baseYear, list } from '../words.ts'
import { type Opened, opened } from './count.ts'
import { definitionOf } from './definition.ts'
import { knownRules } from './known-rules.ts'
import { membersOf } from './members.ts'
import { ENGLAND, type View } from './state.ts'
import { view } from './store.ts'

/** The parts of the view that decide figures, known to the count. */
export interface Asked {
  year: string
  scope: string
  fill: 'budget' | ''
  /** real: and a base year; empty for cash. */
  prices: string
  /** The reader's own rules of control. */
  rules: string
  places: readonly string[]
  placeName: string
}

type Kept = ReturnType<typeof knownRules>

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
function settle(view: View, known: Opened): { asked: Asked; faults: string[] } {
  const { count } = known
  const faults: string[] = []
  const year = view.year ?? count.latest
  const yearKnown = count.years.includes(year)
  if (!yearKnown) faults.push(`This count has no year ${year}.`)
  if (!definitionOf(count, view.definition)) {
    faults.push(`This count has no definition “${view.definition}”.`)
  }
  const base = baseYear(view.prices)
  const baseKnown = base === null || count.deflator.years.includes(base)
  if (!baseKnown) faults.push(`The deflator has no base year ${base}; cash prices are shown.`)
  const [own, devolved] = [view.rules, view.moves].map((text) => knownRules(count, text)) as [Kept, Kept]
  for (const name of new Set([...own.strange, ...devolved.strange])) {
    faults.push(`This count does not know “${name}”: the rule that names it is left out.`)
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
    prices: base !== null && baseKnown ? view.prices : '',
    rules: own.rules,
    places,
    placeName: places.length > 1 && view.placesNamed ? view.placesNamed : placesName(known, places),
  }
  return { asked, faults }
}

export const settled = computed(() => (opened.answer.value ? settle(view.value, opened.answer.value) : null))

/** One string a question, so that a view that asks the same asks nothing. */
const key = computed(() => (settled.value ? JSON.stringify(settled.value.asked) : null))
export const asked = computed<Asked | null>(() => (key.value ? JSON.parse(key.value) : null))

/** What figures of any place share. */
export type Scoped = Pick<Asked, 'year' | 'scope' | 'fill' | 'prices'>
export const scopedOf = ({ year, scope, fill, prices }: Scoped): Scoped => ({ year, scope, fill, prices })

/** What the classes of every place are asked by. */
export type Everywhere = Scoped & Pick<Asked, 'rules'>

const everywhereKey = computed(() =>
  asked.value ? JSON.stringify({ ...scopedOf(asked.value), rules: asked.value.rules }) : null,
)
export const everywhereAsked = computed<Everywhere | null>(() =>
  everywhereKey.value ? JSON.parse(everywhereKey.value) : null,
)

/** England is the whole count, so it asks without naming places. */
export const placesOf = (codes: readonly string[]) => (codes.includes(ENGLAND) ? '' : codes.join(','))
