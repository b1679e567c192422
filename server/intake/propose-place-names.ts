import { clean, normal } from './clean.ts'
import type { Known } from './known.ts'
import { placeOf } from './places.ts'
import { isPlaceCode, lookAt, type ProposedColumn } from './propose-column.ts'
import type { Part } from './terms.ts'

const SPENDER = /\b(?:council|body|agency|organi[sz]ation|entity|payer|spender|department)\b/
const MOST = 0.8
const NAMES = 'It names the places whose codes are in'

export const isPlaceNames = ({ meaning, why }: ProposedColumn): boolean =>
  meaning === 'ignore' && why.startsWith(NAMES)

/** Columns of names of councils that do but name the places whose GSS codes stand beside them, and that of the codes. */
function placeNames(
  part: Part,
  found: readonly ProposedColumn[],
  known: Known,
): { names: ReadonlySet<number>; codes: number } | undefined {
  const share = (at: number, test: (cell: string) => boolean) => lookAt(part, at).share(test)
  if (found.some((_, at) => share(at, (cell) => /^E\d{4}$/.test(clean(cell))) > MOST)) return undefined
  const codes = found.findIndex(({ meaning }, at) => meaning === 'place' && share(at, isPlaceCode) > MOST)
  if (codes === -1) return undefined
  const place = (cell: string | undefined) => placeOf(cell ?? '', known).value
  const names = found.flatMap(({ header, meaning }, at) => {
    if (meaning !== 'agency' || SPENDER.test(normal(header))) return []
    const both = part.sample.filter((row) => place(row[codes]) !== null && place(row[at]) !== null)
    const same = both.filter((row) => place(row[codes]) === place(row[at]))
    return same.length > 1 && same.length === both.length && same.length > MOST * part.sample.length
      ? [at]
      : []
  })
  return names.length > 0 ? { names: new Set(names), codes } : undefined
}

/**
 * Leaves out columns that name no more than the places of the rows: figures of places are mostly not those of their
 * councils, so that it has to be said whose they are. Where rows have codes of the finance returns they are the councils'.
 */
export function withoutPlaceNames(
  part: Part,
  found: readonly ProposedColumn[],
  known: Known,
): readonly ProposedColumn[] {
  const naming = placeNames(part, found, known)
  if (!naming) return found
  const { names, codes } = naming
  return found.map((column, at) =>
    names.has(at)
      ? {
          ...column,
          meaning: 'ignore',
          why: `${NAMES} ${part.headers[codes]}: say whose figures they are, or take it as the agency where they are the councils’.`,
          confidence: 'medium',
        }
      : column,
  )
}
