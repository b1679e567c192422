import { computed } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../api.ts'
import type { ControlRow, SpendExtras, SpendRow } from '../api-types.ts'
import { classesOf } from '../state/answer.ts'
import { asked, placesOf } from '../state/asked.ts'
import { count, recordedOnly } from '../state/count.ts'
import { definition, localOf } from '../state/definition.ts'
import { spendPassed } from '../state/passed.ts'
import { resource } from '../state/resource.ts'
import { part } from '../state/store.ts'
import { councilsWithFire } from './county-fire.ts'
import { type Side, sides } from './sides.ts'

const page = part('page')

export type Kind = 'sector' | 'division'

/** A side with its figures, as they are before anyone says what local means. */
export interface Counted extends Side {
  classes: readonly number[] | null
  persons: number | null
  recorded: number | null
  missing: number
  /** Returns not made for which own figures are counted, no part of missing. */
  own: number
  /** Councils that record a fire service, where no body of its own does. */
  fire: string[]
  spend: Record<Kind, SpendRow[]>
}

const question = computed(() => {
  if (page.value !== 'compare' || !asked.value) return null
  const { year, scope, fill } = asked.value
  return JSON.stringify({ query: { year, scope, fill, ...spendPassed.value }, sides: sides.value })
})

async function figuresOf(side: Side, query: object, stop: AbortSignal): Promise<Counted> {
  const here = { ...query, places: placesOf(side.codes) }
  const spend = (by: Kind) => get<Table & SpendExtras>(address('/spend', { ...here, by }), stop)
  const [control, sectors, divisions] = await Promise.all([
    get<Table>(address('/control', { ...here, together: true }), stop),
    spend('sector'),
    spend('division'),
  ])
  const row = rowsOf<ControlRow>(control)[0]!
  return {
    ...side,
    classes: classesOf(row),
    persons: sectors.population,
    recorded: sectors.coverage.recorded,
    missing: sectors.coverage.missing.length,
    own: sectors.coverage.own_returns.length,
    fire: rowsOf<SpendRow>(sectors).some(({ sector }) => sector === 'fire')
      ? []
      : await councilsWithFire(here, stop),
    spend: { sector: rowsOf<SpendRow>(sectors), division: rowsOf<SpendRow>(divisions) },
  }
}

const everySide = resource(question, async (key, stop) => {
  const { query, sides } = JSON.parse(key) as { query: Record<string, string>; sides: Side[] }
  return { query, sides: await Promise.all(sides.map((side) => figuresOf(side, query, stop))) }
})

export interface Compared extends Counted {
  total: number | null
  head: number | null
  share: number | null
  numerator: number | null
}

/** The sides with their figures under the definition on screen; a new definition asks nothing. */
export const compared = {
  ...everySide,
  answer: computed(() => {
    const known = everySide.answer.value
    const chosen = definition.value
    if (!known || !chosen) return null
    const partial = recordedOnly(count.value, known.query.year ?? '')
    return {
      query: known.query,
      sides: known.sides.map((side): Compared => {
        const { denominator, numerator, share } = localOf(side.classes, chosen.classes)
        const head = denominator !== null && side.persons ? denominator / side.persons : null
        return { ...side, total: denominator, head, numerator, share: partial ? null : share }
      }),
    }
  }),
}
