import { computed } from '@preact/signals'
import type { Count } from '../api-types.ts'
import { count, type Opened, opened } from './count.ts'
import { ENGLAND, START, type View } from './state.ts'
import { view } from './store.ts'

/** The parts of the view that decide figures, known to the count. */
export interface Asked {
  definition: string
  year: string
  scope: string
  place: string
  placeName: string
}

/** A place of any kind by its code: upper tier, region, England or set:<id>. */
export function placeName(opened: Opened, code: string) {
  if (code.startsWith('set:')) return opened.count.sets.find((set) => `set:${set.id}` === code)?.name
  return opened.byCode.get(code)?.name
}

/** What the view asks of the count, with what the count does not know put back to the start and told. */
export function settle(view: View, opened: Opened): { asked: Asked; faults: string[] } {
  const { count } = opened
  const faults: string[] = []
  const keep = <T>(value: T, known: boolean, start: T, fault: string) => {
    if (known) return value
    faults.push(fault)
    return start
  }
  const year = keep(
    view.year ?? count.latest,
    view.year === null || count.years.includes(view.year),
    count.latest,
    `This count has no year ${view.year}.`,
  )
  const definition = keep(
    view.definition,
    count.definitions.some(({ id }) => id === view.definition),
    knownStart(count),
    `This count has no definition “${view.definition}”.`,
  )
  const place = keep(
    view.place,
    placeName(opened, view.place) !== undefined,
    ENGLAND,
    `This count has no place “${view.place}”; England is shown.`,
  )
  const known = new Set(count.scope_tags.map(({ tag }) => tag))
  for (const tag of view.without.filter((tag) => !known.has(tag))) {
    faults.push(`This count has no part “${tag}” to leave out.`)
  }
  const scope = view.without
    .filter((tag) => known.has(tag))
    .map((tag) => `-${tag}`)
    .join(',')
  return { asked: { definition, year, scope, place, placeName: placeName(opened, place)! }, faults }
}

const knownStart = (count: Count) =>
  (count.definitions.find(({ id }) => id === START.definition) ?? count.definitions[0]!).id

export const settled = computed(() => (opened.answer.value ? settle(view.value, opened.answer.value) : null))

/** One string a question, so that a view that asks the same asks nothing. */
const key = computed(() => (settled.value ? JSON.stringify(settled.value.asked) : null))
export const asked = computed<Asked | null>(() => (key.value ? JSON.parse(key.value) : null))

const areasKey = computed(() => {
  if (!asked.value) return null
  const { definition, year, scope } = asked.value
  return JSON.stringify({ definition, year, scope })
})
export const areasAsked = computed<Pick<Asked, 'definition' | 'year' | 'scope'> | null>(() =>
  areasKey.value ? JSON.parse(areasKey.value) : null,
)

export const definitionOf = (count: Count, id: string) => count.definitions.find((d) => d.id === id)!
export const classCount = computed(() => count.value?.classes.length ?? 7)
