/** The lines of a count that a contribution is drawn from, as its id names them. */
export interface Line {
  by: 'sector' | 'agency'
  body: string
  places: readonly string[]
  year: string
  /** All of them where none is named. */
  divisions: readonly string[]
}

const LINE = /^(sector|agency):([^@]+)@([^@]*)@(\d{4}-\d{2})(?:#(.+))?$/
const LONGEST = 200

/** Writes a line's id; one too long to be kept whole is cut, and cannot be read back. */
export const lineId = ({ by, body, places, year, divisions }: Line) =>
  `${by}:${body}@${places.join('+')}@${year}${divisions.length > 0 ? `#${[...divisions].sort().join('+')}` : ''}`.slice(
    0,
    LONGEST,
  )

export function readLine(id: string | undefined): Line | null {
  const read = id === undefined || id.length >= LONGEST ? null : LINE.exec(id)
  if (!read) return null
  const [, by, body, places, year, divisions] = read
  return {
    by: by as Line['by'],
    body: body!,
    places: places!.split('+').filter(Boolean),
    year: year!,
    divisions: divisions?.split('+') ?? [],
  }
}
