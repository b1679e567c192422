import { computed } from '@preact/signals'
import { type Opened, opened } from './count.ts'
import { ENGLAND } from './state.ts'
import { go, part, view } from './store.ts'

/** The upper-tier places that codes of any kind stand for, each once, in the count's order. */
export function membersOf(known: Opened, codes: readonly string[]): string[] {
  const found = new Set<string>()
  for (const code of codes) {
    const set = known.count.sets.find(({ id }) => `set:${id}` === code)
    for (const { code: own, parent } of known.upper) {
      if (own === code || parent === code || code === ENGLAND || set?.members.includes(own)) found.add(own)
    }
  }
  return known.upper.map(({ code }) => code).filter((code) => found.has(code))
}

const places = part('places')

/** The places that are ticked; none for England, where a tick would say nothing. */
export const ticked = computed((): ReadonlySet<string> => {
  const known = opened.answer.value
  if (!known || places.value.includes(ENGLAND)) return new Set()
  return new Set(membersOf(known, places.value))
})

/** Adds a place, region or set to those on screen, or takes a place away; with none left, England. */
export function tick(code: string, saved?: { members?: readonly string[] }) {
  const known = opened.answer.peek()
  if (!known) return
  const on = ticked.peek()
  const next = on.has(code)
    ? [...on].filter((one) => one !== code)
    : [...view.peek().places.filter((one) => one !== ENGLAND), ...(saved?.members ?? [code])]
  go({ places: next.length === 0 ? [ENGLAND] : [...new Set(next)].sort(), lines: null })
}
