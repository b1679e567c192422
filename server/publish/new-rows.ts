import type { Catalogue } from '../count/catalogue.ts'
import type { Row } from '../count/schema.ts'
import type { State } from '../intake/store.ts'
import type { About } from './about.ts'
import { keptAs, OWN } from './drivers.ts'
import { type NamedFile, sourceOf } from './hindrances.ts'
import { placedBy } from './lines.ts'
import type { Planned } from './plan.ts'
import type { Wide } from './wide.ts'

export const NOT_STATED = 'not-stated'

/** A source a file of the import. */
export const sourceRows = (
  files: readonly NamedFile[],
  { title, publisher, licence, note, made, receipt }: About,
  years: readonly string[],
): Row[] =>
  files.map((file) => ({
    id: sourceOf(file),
    title,
    publisher,
    year: years.length > 1 ? `${years[0]} to ${years.at(-1)}` : (years[0] ?? ''),
    licence,
    attribution: publisher,
    url: file.name,
    retrieved: `Imported on ${made}, receipt ${receipt}`,
    file: file.name,
    sha256: file.sha256,
    note: note === '' ? null : note,
  }))

/** Rules of the import that the count does not have yet. */
export function ruleRows({ rules }: Catalogue, wides: Iterable<Wide>): Row[] {
  const rows = new Map<string, Row>()
  const add = (id: string, title: string, reason: string) => {
    if (!rules.some((rule) => rule.id === id)) rows.set(id, { id, title, reason })
  }
  add(
    'own-recorded',
    'Own figures, as recorded for the place',
    'Brought from a file and checked; they take the place of shares of wider figures, which are kept apart',
  )
  for (const { chosen } of wides) {
    if (!chosen) continue
    const { driver, name } = chosen.driver
    const by =
      driver === OWN ? 'weights given with the figures' : name.charAt(0).toLowerCase() + name.slice(1)
    add(
      placedBy(driver),
      `Own figures of a wider place, shared out by ${by}`,
      'Known only for a wider place: shared over the places in it by largest remainder',
    )
  }
  return [...rows.values()]
}

/** The function of lines whose file does not say one, where there are such lines and the count has none yet. */
export function functionRows({ functions }: Catalogue, { profiles }: Planned): Row[] {
  const needed = profiles.some((one) => one.function === null)
  if (!needed || functions.some(({ code }) => code === NOT_STATED)) return []
  const name = 'Function not stated'
  return [{ code: NOT_STATED, name, division: NOT_STATED, division_name: name }]
}

/** Weights the count does not have so: own ones, of another year, or summed over a wider area. */
export function driverRows({ drivers }: Catalogue, wides: Iterable<Wide>, source: string): Row[] {
  const rows = new Map<string, Row[]>()
  for (const { place, year, chosen } of wides) {
    if (!chosen || chosen.driver.standing) continue
    const driver = keptAs(chosen.driver, { place, year })
    if (drivers.some((one) => one.driver === driver)) continue
    const { name, weights, year: of } = chosen.driver
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
    rows.set(
      driver,
      [...weights].map(([member, weight]) => ({
        driver,
        name: of === year ? name : `${name}, of ${of}`,
        area: place,
        place: member,
        year,
        weight,
        total,
        estimate: false,
        source,
      })),
    )
  }
  return [...rows.values()].flat()
}

/** Years the count does not have yet. */
export const yearRows = ({ reply, published }: Planned, { title }: About): Row[] =>
  reply.years
    .filter(({ fresh, year }) => fresh && published.some((one) => one.stays && one.year === year))
    .map(({ year }) => ({ year, coverage: 'recorded', note: `Only figures brought from files: ${title}` }))

/** Names and hashes of the files of an intake. */
export const filesOf = ({ files }: State): NamedFile[] => files.map(({ name, sha256 }) => ({ name, sha256 }))
