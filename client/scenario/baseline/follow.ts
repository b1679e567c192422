import { type BodyRow, baselineOf, bodiesOf, type Counted, noteOf } from '../start/count-bodies.ts'
import type { Contribution, Draft } from '../state/draft.ts'
import { type Line, readLine } from './line.ts'

/** What one question to the count is about: places and a year. */
export interface Asked {
  places: readonly string[]
  year: string
}

const keyOf = ({ places, year }: Asked) => `${places.join(',')} ${year}`

/** The questions that tell what the lines a document draws on hold; each once. */
export function askedBy({ pot }: Draft): Asked[] {
  const lines = pot.contributions.flatMap((entry) => lineIn(entry) ?? [])
  return [...new Map(lines.map(({ places, year }) => [keyOf({ places, year }), { places, year }])).values()]
}

const lineIn = (entry: Contribution): Line | null => (entry.kind === 'line' ? readLine(entry.line?.id) : null)

/** What the count holds, by question; null where it knows no such place or year. */
export class Held {
  readonly #rows = new Map<string, readonly BodyRow[] | null>()

  add(asked: Asked, rows: readonly BodyRow[] | null) {
    this.#rows.set(keyOf(asked), rows)
  }

  of(line: Line) {
    const rows = this.#rows.get(keyOf(line))
    const body = rows && bodiesOf(rows, line.by).find(({ id }) => id === line.body)
    return body ? { body, divisions: line.divisions } : null
  }
}

/** A baseline of a document that is not what the count holds. */
export interface Behind {
  /** Where it stands among the contributions. */
  at: number
  partner: string
  /** Pounds a year in the document. */
  was: number
  /** Pounds a year in the count; null where it has no such line any more. */
  is: number | null
}

/** The baselines of a document that are not what the count holds. */
export function behind({ pot }: Draft, held: Held): Behind[] {
  return pot.contributions.flatMap((entry, at) => {
    const line = lineIn(entry)
    const was = entry.kind === 'line' ? entry.line?.amount : undefined
    if (!line || was === undefined) return []
    const found = held.of(line)
    const is = found ? baselineOf(found) : null
    return is === was ? [] : [{ at, partner: entry.partner ?? '', was, is }]
  })
}

/** The document with its baselines as the count has them; what the count has no more stays as it was. */
export function followed(
  document: Draft,
  held: Held,
  about: { name: (places: readonly string[]) => string; count: Counted['count'] },
): Draft {
  const contributions = document.pot.contributions.map((entry): Contribution => {
    const line = lineIn(entry)
    const found = line && held.of(line)
    if (!line || !found || entry.kind !== 'line') return entry
    const { by, places, year } = line
    const note = noteOf(found, { by, places, placeName: about.name(places), year, count: about.count })
    const own = entry.note !== undefined && !entry.note.startsWith('Baseline: ')
    return { ...entry, line: { ...entry.line, amount: baselineOf(found) }, ...(own ? {} : { note }) }
  })
  return { ...document, pot: { ...document.pot, contributions } }
}

/** The document with the baselines it had before it followed the count. */
export function takenBack(document: Draft, before: Draft): Draft {
  const was = new Map(
    before.pot.contributions.flatMap((entry) =>
      entry.kind === 'line' ? [[`${entry.partner} ${entry.line?.id}`, entry] as const] : [],
    ),
  )
  const contributions = document.pot.contributions.map((entry): Contribution => {
    const old = entry.kind === 'line' ? was.get(`${entry.partner} ${entry.line?.id}`) : undefined
    return entry.kind === 'line' && old
      ? { ...entry, line: { ...entry.line, amount: old.line?.amount }, note: old.note }
      : entry
  })
  return { ...document, pot: { ...document.pot, contributions } }
}
