import { rowsOf } from '../engine/columns.ts'
import type { Engine } from '../engine/engine.ts'

/** What of a place others are compared by: unit, meaning, and whether distances are taken on its logarithm. */
export const FEATURES = {
  population: { unit: 'persons', meaning: 'Persons', log: true },
  density: { unit: 'persons/km2', meaning: 'Persons a square kilometre', log: true },
  older: { unit: 'share', meaning: 'Persons aged 65 and over, of all', log: false },
  younger: { unit: 'share', meaning: 'Persons aged 0 to 15, of all', log: false },
  deprivation: { unit: 'share', meaning: 'Persons in income deprivation, of all', log: false },
  employment: { unit: 'share', meaning: 'Persons in employment deprivation, of all', log: false },
} as const

export type Feature = keyof typeof FEATURES
export const FEATURE_NAMES = Object.keys(FEATURES) as Feature[]

/** What features are made of, of one place or of several added up; null where it is not known. */
export interface Parts {
  readonly persons: number | null
  readonly area: number | null
  readonly younger: number | null
  readonly older: number | null
  readonly income: number | null
  readonly employment: number | null
}

const NAMES = ['persons', 'area', 'younger', 'older', 'income', 'employment'] as const

/** Parts of every upper-tier place in a year. */
export async function partsOf(engine: Engine, year: string): Promise<Map<string, Parts>> {
  const rows = rowsOf<Parts & { place: string }>(await engine.ask('comparator-parts', { year }))
  return new Map(rows.map(({ place, ...parts }) => [place, parts]))
}

/** Parts of several places together; null where that of any one is not known. */
export function together(places: readonly (Parts | undefined)[]): Parts {
  const sum = (name: keyof Parts) =>
    places.reduce<number | null>((all, one) => {
      const part = one?.[name] ?? null
      return all === null || part === null ? null : all + part
    }, 0)
  return Object.fromEntries(NAMES.map((name) => [name, sum(name)])) as unknown as Parts
}

/** Features of a place; null where a part is not known, or where no one lives there to divide by. */
export function featuresOf(parts: Parts): Record<Feature, number | null> {
  const { persons, area } = parts
  const perHead = (part: number | null) => (part === null || !persons ? null : part / persons)
  return {
    population: persons || null,
    density: persons && area ? persons / area : null,
    older: perHead(parts.older),
    younger: perHead(parts.younger),
    deprivation: perHead(parts.income),
    employment: perHead(parts.employment),
  }
}
