import { clean, normal } from './clean.ts'
import type { Known } from './known.ts'
import { placeOf } from './places.ts'
import { isPlaceCode, lookAt, type ProposedColumn } from './propose-column.ts'
import type { Part } from './terms.ts'

const SPENDER = /\b(?:council|body|agency|organi[sz]ation|entity|payer|spender|department)\b/
const MOST = 0.8
const NAMES = 'It names the places whose codes are in'
const TITLED = 'Its names are those of places, as the title says,'
const WHOSE = 'say whose figures they are, or take it as the agency where they are the councils’.'

/** Whether a column was taken for names of places by what stands beside or above it. */
export const isPlaceNames = ({ why }: ProposedColumn): boolean =>
  why.startsWith(NAMES) || why.startsWith(TITLED)

const BY_PLACE =
  /\bby (?:local )?(?:authority|authorities|area|council area|district|region|place|county|geography)\b/i

type Share = (at: number, test: (cell: string) => boolean) => number

/** What a column of names of councils means where it does but name places; undefined where it does not. */
function namingOf(
  part: Part,
  found: readonly ProposedColumn[],
  known: Known,
  share: Share,
): ((at: number) => Pick<ProposedColumn, 'meaning' | 'why'> | undefined) | undefined {
  const place = (cell: string | undefined) => placeOf(cell ?? '', known).value
  const codes = found.findIndex(({ meaning }, at) => meaning === 'place' && share(at, isPlaceCode) > MOST)
  if (codes !== -1)
    return (at) => {
      const both = part.sample.filter((row) => place(row[codes]) !== null && place(row[at]) !== null)
      const same = both.filter((row) => place(row[codes]) === place(row[at]))
      return same.length > 1 && same.length === both.length && same.length > MOST * part.sample.length
        ? { meaning: 'ignore', why: `${NAMES} ${part.headers[codes]}: ${WHOSE}` }
        : undefined
    }
  const title = part.passedRows.find(({ kind, text }) => kind === 'title' && BY_PLACE.test(text))?.text
  if (title === undefined || found.some(({ meaning }) => meaning === 'place')) return undefined
  return (at) =>
    share(at, (cell) => place(cell) !== null) > MOST
      ? { meaning: 'place', why: `${TITLED} “${title.slice(0, 100)}”: ${WHOSE}` }
      : undefined
}

/**
 * Takes columns that name no more than the places of the rows for that: figures of places are mostly not those of their
 * councils, so that it has to be said whose they are. Where rows have codes of the finance returns they are the councils'.
 */
export function withPlaceNames(
  part: Part,
  found: readonly ProposedColumn[],
  known: Known,
): readonly ProposedColumn[] {
  const share: Share = (at, test) => lookAt(part, at).share(test)
  if (found.some((_, at) => share(at, (cell) => /^E\d{4}$/.test(clean(cell))) > MOST)) return found
  const naming = namingOf(part, found, known, share)
  if (!naming) return found
  return found.map((column, at): ProposedColumn => {
    const means = column.meaning === 'agency' && !SPENDER.test(normal(column.header)) ? naming(at) : undefined
    return means ? { ...column, ...means, confidence: 'medium' } : column
  })
}
