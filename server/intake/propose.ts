import { normal } from './clean.ts'
import type { Known } from './known.ts'
import { type Mapping, namedIn } from './mapping.ts'
import { isOwn, ownColumn } from './own-columns.ts'
import { withBodies } from './propose-bodies.ts'
import { lookAt, type ProposedColumn, proposed } from './propose-column.ts'
import { withOneYear } from './propose-one-year.ts'
import { placeNames, withPlaceNames } from './propose-place-names.ts'
import { settled } from './propose-settle.ts'
import { fromTitles, paidToPeople } from './propose-titles.ts'
import { proposeWide, type Wide } from './propose-wide.ts'
import { resolved } from './resolve.ts'
import type { Meaning, Part, Unit } from './terms.ts'

export interface Proposal {
  readonly columns: readonly ProposedColumn[]
  readonly mapping: Mapping
  /** Why the unit is what it is. */
  readonly unit: string
  /** What the columns do not say and has to be given. */
  readonly needed: readonly ('place' | 'agency' | 'year' | 'amount')[]
  readonly notes: readonly string[]
}

const SAYS_UNIT: readonly (readonly [RegExp, Unit])[] = [
  [/£\s?m(?:illions?|n)?\b|\bin millions\b|\bmillions of pounds\b|£ million/i, 'millions'],
  [/£\s?['’]?000s?|£\s?k\b|\bin thousands\b|\bthousands of pounds\b|£ thousand/i, 'thousands'],
]

function unitOf(
  parts: readonly Part[],
  amount: string | undefined,
  released: boolean,
): { unit: Unit; why: string } {
  const titles = parts.flatMap(({ passedRows }) => passedRows.map(({ text }) => text))
  for (const text of [amount ?? '', ...titles])
    for (const [pattern, unit] of SAYS_UNIT)
      if (pattern.test(text)) return { unit, why: `The file says so: ${text.slice(0, 80)}` }
  if (released)
    return {
      unit: 'thousands',
      why: 'Nothing in the file says so, but returns of this kind are published in £ thousand. See that it is right.',
    }
  return { unit: 'pounds', why: 'Nothing in the file says otherwise.' }
}

export interface Hints {
  /** The one place an agency's recorded lines are in. */
  readonly placeOfAgency: (agency: string) => string | undefined
  /** Names of the files. */
  readonly names?: readonly string[]
}

/** A first mapping of the tables of an intake, with the reason for each column. */
export function propose(parts: readonly Part[], all: Known, hints: Hints): Proposal {
  const known = { ...all, suggest: false }
  const columns: ProposedColumn[] = []
  const wide: ({ part: Part } & Wide)[] = []
  for (const part of parts) {
    const own = isOwn(part.headers)
    const found = withBodies(
      part.headers.map((header, column): ProposedColumn => {
        const look = lookAt(part, column)
        const said = own ? ownColumn(header) : proposed(header, look, known)
        return { header, sample: [...new Set(look.cells)].slice(0, 5), ...said }
      }),
    )
    const across = proposeWide(part, found, known)
    if (across) wide.push({ part, ...across })
    for (const column of across?.columns ?? (own ? settled(found) : oneAmount(part, found, known)))
      if (!columns.some((before) => isNamed(before, column))) columns.push(column)
  }
  const has = (meaning: Meaning) => columns.some((column) => column.meaning === meaning)
  const amounts = columns.filter(({ meaning }) => meaning === 'amount')
  const { unit, why } = unitOf(
    parts,
    amounts[0]?.header,
    wide.length > 0 && wide.every(({ released }) => released),
  )
  const dated = has('year') || has('date') || (amounts.length > 0 && amounts.every(({ says }) => says?.year))
  const titles = fromTitles(
    wide.map(({ part }) => part),
    hints.names ?? [],
    {
      year: wide.length === parts.length && !dated,
      capital: wide.length > 0 && wide.every(({ capital }) => capital),
      released: wide.some(({ released }) => released),
    },
  )
  const constants: Mapping['constants'] = { ...titles.constants }
  const notes: string[] = []
  if (wide.length > 0)
    notes.push(`${amounts.length} columns of amounts: each figure is a line of its own.`, ...titles.notes)
  const place = has('place') ? undefined : onePlace(parts, columns, known, hints)
  const placeOf = (wide.length > 0 || parts.length > 1) && !has('place') && !place && has('agency')
  if (place) {
    constants.place = place
    notes.push(
      `No column says where: ${known.catalogue.places.get(place)?.name} (${place}) is where the count has this agency.`,
    )
  }
  if (placeOf)
    notes.push('No column says where: each agency is taken to be in the one place where the count has it.')
  const paid =
    !constants.economic &&
    has('place') &&
    !has('agency') &&
    !has('economic') &&
    !wide.some(({ released }) => released)
      ? paidToPeople(parts, hints.names ?? [])
      : undefined
  if (paid) {
    constants.economic = 'transfer_to_people'
    notes.push(paid)
  }
  const needed = (['amount', 'agency', 'place', 'year'] as const).filter(
    (meaning) =>
      !has(meaning) &&
      !(meaning === 'year' && (dated || constants.year)) &&
      !(meaning === 'place' && (place || placeOf)),
  )
  const mapping: Mapping = {
    columns: columns.map(({ header, meaning, says }) => ({ header, meaning, ...(says ? { says } : {}) })),
    constants,
    ...(placeOf ? { placeOf: 'agency' as const } : {}),
    unit,
    sign: 1,
    values: {},
  }
  return { columns, mapping, unit: why, needed, notes }
}

/** What the columns of a table with one column of amounts mean. */
const oneAmount = (part: Part, found: readonly ProposedColumn[], known: Known) =>
  withOneYear(part, settled(withPlaceNames(found, placeNames(part, found, known))))

/** Whether a column of another file goes by the name of one before: headers that differ in case alone may mean two things. */
const isNamed = (before: ProposedColumn, { header, meaning, says }: ProposedColumn) =>
  before.header === header ||
  (normal(before.header) === normal(header) &&
    before.meaning === meaning &&
    JSON.stringify(before.says) === JSON.stringify(says))

function onePlace(
  parts: readonly Part[],
  columns: readonly ProposedColumn[],
  known: Known,
  { placeOfAgency }: Hints,
): string | undefined {
  const named = namedIn(columns)
  const places = new Set<string | undefined>()
  for (const part of parts) {
    const at = part.headers.findIndex((each) => named(each)?.meaning === 'agency')
    for (const row of part.sample) {
      const agency = resolved('agency', row[at] ?? '', {
        known,
        order: 'day-month',
        values: () => undefined,
      }).value
      places.add(agency === null ? undefined : placeOfAgency(agency))
    }
  }
  return places.size === 1 ? [...places][0] : undefined
}
