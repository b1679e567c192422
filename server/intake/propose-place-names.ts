import { clean, isPlaceCode, normal } from './clean.ts'
import type { Known } from './known.ts'
import { placeOf } from './places.ts'
import { isLedger, lookAt, type ProposedColumn } from './propose-column.ts'
import type { Part } from './terms.ts'
import { yearIn } from './years.ts'

const SPENDER =
  /\b(?:councils?|body|bodies|agency|agencies|organi[sz]ation|entity|payer|paid by|spender|spent by|department|partner|who)\b/
const COUNCIL = /\b(?:council|mbc|lbc|bc|cc|dc)\b/
const MOST = 0.8
const NAMES = 'It names the places whose codes are in'
const PLAIN = 'Its names are those of places'
const WIDER = 'It names what the places are in that'
const WHOSE = 'say whose figures they are, or take it as the agency where they are the councils’.'

const BY_PLACE =
  /\bby (?:local )?(?:authority|authorities|area|council area|district|region|place|county|geography)\b/i

type Share = (at: number, test: (cell: string) => boolean) => number
type Meant = Pick<ProposedColumn, 'meaning' | 'why'>
type Found = readonly ProposedColumn[]

/** Whether a column may be of names of places: one that says it is of who spends is not. */
const mayName = ({ meaning, header }: ProposedColumn) =>
  (meaning === 'agency' || meaning === 'place') && !SPENDER.test(normal(header))

/** Whether a cell names a row of totals or of a country, which tells nothing of the others. */
const isSum = (cell: string) =>
  /\btotals?\b|^(?:england|wales|scotland|great britain|united kingdom|gb|uk)\b/.test(normal(cell))

/** What columns that name the places of codes mean. */
function besideCodes(part: Part, found: Found, known: Known, codes: number): Map<number, Meant> {
  const place = (cell: string | undefined) => placeOf(cell ?? '', known).value
  const meant = new Map<number, Meant>()
  for (const [at, column] of found.entries()) {
    if (at === codes || !mayName(column)) continue
    const rows = part.sample.filter((row) => !isSum(row[at] ?? ''))
    const both = rows.filter((row) => place(row[codes]) !== null && place(row[at]) !== null)
    const same = both.filter((row) => place(row[codes]) === place(row[at]))
    if (same.length > 1 && same.length === both.length && same.length > MOST * rows.length)
      meant.set(at, { meaning: 'ignore', why: `${NAMES} ${part.headers[codes]}: ${WHOSE}` })
  }
  return meant
}

/** What the one column of plain names of places means where there are no codes, and one of the regions they are in. */
function alone(part: Part, found: Found, known: Known, share: Share): Map<number, Meant> {
  const meant = new Map<number, Meant>()
  const place = (cell: string) => placeOf(cell, known).value
  const isPlace = (cell: string) => place(cell) !== null && !isSum(cell)
  const named = [...found.keys()].filter(
    (at) => mayName(found[at]!) && share(at, isPlace) > MOST * (1 - share(at, isSum)),
  )
  const wider = named.filter((at) => share(at, (cell) => /^E[19]2/.test(place(cell) ?? 'E12')) === 1)
  const [at, ...more] = named.filter((one) => !wider.includes(one))
  if (at === undefined || more.length > 0 || isLedger(found)) return meant
  if (found.some(({ meaning }, other) => meaning === 'agency' && other !== at && !wider.includes(other)))
    return meant.set(at, { meaning: 'place', why: `${PLAIN}.` })
  const title = part.passedRows.find(({ kind, text }) => kind === 'title' && BY_PLACE.test(text))?.text
  const across = found.some(({ header }) => yearIn(header))
  const ofServices = found.some(({ meaning }) => meaning === 'programme' || meaning === 'function')
  const many = new Set(lookAt(part, at).cells.map(normal)).size > 1
  const council = share(at, (cell) => COUNCIL.test(normal(cell))) > 1 - MOST
  if (title === undefined && (!many || council || (ofServices && !across))) return meant
  for (const one of wider) meant.set(one, { meaning: 'ignore', why: `${WIDER} ${part.headers[at]} names.` })
  const why = title === undefined ? PLAIN : `${PLAIN}, as the title says, “${title.slice(0, 100)}”`
  return meant.set(at, { meaning: 'place', why: `${why}: ${WHOSE}` })
}

/**
 * What columns mean that name no more than the places of the rows, by their number: figures of places are mostly not
 * those of their councils, so that it has to be said whose they are. Where rows have codes of the finance returns they
 * are the councils'.
 */
export function placeNames(part: Part, found: Found, known: Known): ReadonlyMap<number, Meant> {
  const share: Share = (at, test) => lookAt(part, at).share(test)
  if (found.some((_, at) => share(at, (cell) => /^E\d{4}$/.test(clean(cell))) > MOST)) return new Map()
  const codes = found.findIndex(({ meaning }, at) => meaning === 'place' && share(at, isPlaceCode) > MOST)
  return codes === -1 ? alone(part, found, known, share) : besideCodes(part, found, known, codes)
}

/** Takes such columns for what they are. */
export const withPlaceNames = (found: Found, named: ReadonlyMap<number, Meant>): Found =>
  found.map((column, at): ProposedColumn => {
    const means = named.get(at)
    return means ? { ...column, ...means, confidence: 'medium' } : column
  })
