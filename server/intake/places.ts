import { agencyOf } from './agencies.ts'
import { clean, core, normal } from './clean.ts'
import type { District } from './districts.ts'
import { agencyName, type Known, placeName } from './known.ts'
import { nearest } from './nearest.ts'
import { is, refused, told, type Verdict } from './verdict.ts'

/** Entities of the Register of Geographic Codes that are no place of the count, by the start of their code. */
const OTHER: readonly (readonly [RegExp, string, string])[] = [
  [/^W/, 'place-wales', 'is in Wales: the count is of England'],
  [/^S/, 'place-scotland', 'is in Scotland: the count is of England'],
  [/^N/, 'place-northern-ireland', 'is in Northern Ireland: the count is of England'],
  [/^K/, 'place-wider', 'is wider than England: the count is of England'],
  [/^E04/, 'place-parish', 'is a parish: the count is of upper-tier places'],
  [/^E05/, 'place-ward', 'is a ward: the count is of upper-tier places'],
  [/^E0[12]/, 'place-small-area', 'is a small area of the census: the count is of upper-tier places'],
  [/^E07/, 'place-district-unknown', 'is a district of which the model does not know the county'],
  [/^E47/, 'place-combined-authority', 'is a combined authority, which its members are in: give its members'],
]

const REPAIR = 'Say which place it is, or give the code of an upper-tier council, a region or England.'

function inCounty({ code, name, place }: District, known: Known): Verdict {
  const merged = known.successors.get(code)
  if (merged && !code.startsWith('E07'))
    return told(
      place,
      'warning',
      'place-part',
      `${code} was read as ${placeName(known, place)} (${place}), of which it is a part. ${merged.reason}.`,
    )
  return told(
    place,
    'note',
    'place-district',
    `${name} (${code}) was read as a part of ${placeName(known, place)} (${place}): the count holds counties whole.${merged ? ` ${merged.reason}.` : ''}`,
  )
}

function ofCode(code: string, known: Known): Verdict {
  if (known.catalogue.places.has(code)) return is(code)
  const district = known.districts.of(code)
  if (district && known.catalogue.places.has(district.place)) return inCounty(district, known)
  const next = known.successors.get(code)
  if (next) {
    const names = next.places.map((each) => `${placeName(known, each)} (${each})`).join(', ')
    if (next.places.length > 1)
      return refused(
        'place-merged',
        `${code} is not one place of the count but parts of ${names}. ${next.reason}.`,
        'Give the figure of each, or place it by a driver.',
      )
    if (next.places.every((each) => known.catalogue.places.has(each)))
      return told(
        next.places[0]!,
        'warning',
        'place-recoded',
        `${code} was read as ${names}. ${next.reason}.`,
      )
  }
  const other = OTHER.find(([start]) => start.test(code))
  if (other) return refused(other[1], `${code} ${other[2]}.`, REPAIR)
  return refused('place-unknown', `${code} is no place of the count, now or in the past.`, REPAIR)
}

/** The place a code or name stands for. */
export function placeOf(given: string, known: Known): Verdict {
  const text = clean(given)
  if (text === '') return refused('place-missing', 'The place is blank.', REPAIR)
  const code = text.replace(/\s/g, '').toUpperCase()
  if (/^[EWSNK]\d{7,8}$/.test(code)) return ofCode(code, known)
  const found = known.placeNames.get(normal(text)) ?? known.placeNames.get(core(text)) ?? []
  const district = known.districts.of(text)
  if (found.length === 1) return district?.place === found[0] ? inCounty(district!, known) : is(found[0]!)
  if (found.length > 1) {
    const names = found.map((each) => `${placeName(known, each)} (${each})`).join(' or ')
    return refused('place-ambiguous', `${text} could be ${names}.`, 'Give the code instead of the name.')
  }
  if (district && known.catalogue.places.has(district.place)) return inCounty(district, known)
  const near = known.suggest && nearest(normal(text), [...known.placeNames.keys()])
  const meant = near ? known.placeNames.get(near)?.[0] : undefined
  return refused(
    'place-unknown',
    `${text} is no place of the count.`,
    meant ? `Is it ${placeName(known, meant)} (${meant})?` : REPAIR,
  )
}

/**
 * The place an agency is in, by its identifier or name, or as the mapping says the text stands for. Nothing is said of a text that is no agency, which is said of
 * the agency itself; undefined for what reads as the place itself.
 */
export function placeByAgency(
  given: string,
  known: Known,
  placeOfAgency: (agency: string) => string | undefined,
  said: string | undefined,
): Verdict | undefined {
  const agency = said ?? agencyOf(given, { ...known, suggest: false }).value
  if (agency === null)
    return placeOf(given, { ...known, suggest: false }).value === null ? { value: null } : undefined
  const place = placeOfAgency(agency)
  return place
    ? is(place)
    : refused(
        'place-of-agency',
        `The count does not have ${agencyName(known, agency)} in one place.`,
        'Say which place it is, or leave it out: the count shares what it spends out over its places.',
      )
}
