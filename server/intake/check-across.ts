import { type Row, textOf, type Work, type WorkPart } from './check-work.ts'
import { columnsAcross } from './columns-of.ts'
import type { Mapping, Says } from './mapping.ts'
import type { Meaning } from './terms.ts'

/** Stands where nothing says the function of a line, while other lines have one: a character no file holds as text. */
export const NOT_SAID = '\ue000'

const SAID = ['place', 'agency', 'function', 'programme', 'year', 'economic', 'flow', 'phase'] as const

/** What all rows of a table are of, where none of its columns says: the constants, as the text of a cell would be. */
export function saidOf(
  { meanings, across }: WorkPart,
  { constants, placeOf }: Mapping,
  mapped: ReadonlySet<Meaning>,
  says: Says = {},
): { texts: Record<(typeof SAID)[number], string | null>; byAgency: boolean } {
  const text = (name: (typeof SAID)[number]) => {
    if (says[name] !== undefined) return says[name]
    if (meanings.includes(name) || (name === 'year' && meanings.includes('date'))) return null
    if (name === 'place' && placeOf) return null
    if (name === 'programme' && across.length > 0) return constants.programme ?? null
    if (!mapped.has(name)) return null
    return constants[name] ?? (name === 'function' ? NOT_SAID : null)
  }
  const texts = Object.fromEntries(SAID.map((name) => [name, text(name)])) as Record<
    (typeof SAID)[number],
    string | null
  >
  const byAgency = placeOf === 'agency' && says.place === undefined && !meanings.includes('place')
  return { texts, byAgency }
}

/** Takes in each column of amounts of a table as a table of its own, and what its blank cells are. */
export async function loadAcross(
  work: Work,
  one: WorkPart,
): Promise<{ parts: Row[]; headings: Row[]; amounts: number }> {
  const { bench, given, mapped } = work
  const { part, file, meanings, across } = one
  const parts: Row[] = []
  const headings: Row[] = []
  const said: Row[] = []
  for (const { number, at, says } of across) {
    parts.push([number, file, part.sheet, part.part, at + 1])
    headings.push([number, 'amount', part.headers[at]!])
    const { texts, byAgency } = saidOf(one, given.mapping, mapped, says)
    said.push([number, `a_${number}`, ...SAID.map((name) => texts[name]), byAgency])
    headings.push(...headingsOf(one, says, byAgency).map(([meaning, header]) => [number, meaning, header]))
  }
  await bench.append('said', said)
  await bench.set('text', textOf(given.folder, part.part))
  await bench.set('columns', columnsAcross(meanings, across, part.asCame))
  await bench.set('delimiter', part.delimiter)
  if (part.asCame) await bench.set('skip', part.headerRow)
  else await bench.set('parallel', !part.broken)
  await bench.script(part.asCame ? 'intake-across-as-came' : 'intake-across')
  const [loaded] = await bench.ask<{ Count: number }>('intake-load-across')
  const [table] = await bench.ask<{ rows: number; blank: number }>('intake-blank')
  const amounts = loaded!.Count
  if (table!.rows !== part.data || amounts + table!.blank !== part.data * across.length)
    throw new Error(
      `${amounts} amounts and ${table!.blank} blank cells were taken in of ${part.data} rows and ${across.length} columns`,
    )
  await bench.ask('intake-find-blank')
  return { parts, headings, amounts }
}

/** Which column says what of the rows of one column of amounts. */
function headingsOf({ part, meanings }: WorkPart, says: Says, byAgency: boolean): [string, string][] {
  return meanings.flatMap((meaning, at): [string, string][] => {
    if (meaning === 'amount' || meaning === 'ignore' || meaning in says) return []
    const header = part.headers[at]!
    return meaning === 'agency' && byAgency
      ? [
          [meaning, header],
          ['place', header],
        ]
      : [[meaning, header]]
  })
}
