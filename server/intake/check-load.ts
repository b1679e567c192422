import { loadAcross, NOT_SAID, saidOf } from './check-across.ts'
import { plainAmount } from './check-amounts.ts'
import { addFindings, type Row, textOf, type Work, type WorkPart } from './check-work.ts'
import { columnsOf } from './columns-of.ts'
import { finding } from './finding.ts'
import { valuesOf } from './mapping.ts'
import { resolved } from './resolve.ts'
import { NAMED, type Named, Unreadable } from './terms.ts'
import type { Verdict } from './verdict.ts'
import { orderOf } from './years.ts'

/** Different texts of one meaning that are looked up; more are no codes. */
const MOST_TEXTS = 100_000

/** Takes in the cells that mean something. */
export async function load(work: Work): Promise<void> {
  const { bench, given, parts } = work
  await bench.script('intake-tables')
  const rows: Row[] = []
  const headings: Row[] = []
  let before = 0
  await bench.set('plain', plainAmount(given.mapping))
  for (const one of parts) {
    const { part, file, meanings, across } = one
    if (across.length > 0) {
      const loaded = await loadAcross(work, one)
      rows.push(...loaded.parts)
      headings.push(...loaded.headings)
      before += loaded.amounts
      continue
    }
    rows.push([part.part, file, part.sheet, part.part, meanings.indexOf('amount') + 1])
    for (const [at, meaning] of meanings.entries()) headings.push([part.part, meaning, part.headers[at]!])
    await bench.set('part', part.part)
    await bench.set('text', textOf(given.folder, part.part))
    await bench.set('columns', columnsOf(meanings, part.asCame))
    await bench.set('delimiter', part.delimiter)
    if (part.asCame) {
      await bench.set('skip', part.headerRow)
      await bench.set('shift', before - part.headerRow - 1)
    } else await bench.set('parallel', !part.broken)
    await bench.ask(part.asCame ? 'intake-load-as-came' : 'intake-load')
    before += part.data
    await fill(work, one)
  }
  await bench.append('part', rows)
  await bench.append('heading', headings)
  await bench.append('nested', nested(given.known.catalogue))
}

/** Says of a table what others have columns for, where it has none. */
async function fill({ bench, given, mapped }: Work, one: WorkPart): Promise<void> {
  const { texts, byAgency } = saidOf(one, given.mapping, mapped)
  if (!byAgency && Object.values(texts).every((text) => text === null)) return
  await bench.ask('intake-fill', { part: one.part.part, ...texts, by_agency: byAgency })
}

function* nested({ places }: Work['given']['known']['catalogue']): Generator<Row> {
  for (const place of places.values())
    for (let up = place.parent; up; up = places.get(up)?.parent ?? null) yield [up, place.code]
}

async function textsOf({ bench, mapped }: Work): Promise<Map<Named, string[]>> {
  const texts = new Map<Named, string[]>(NAMED.map((meaning) => [meaning, []]))
  for await (const rows of bench.stream('intake-values'))
    for (const [meaning, marked] of rows as [Named, string][]) {
      if (!mapped.has(meaning)) continue
      const all = texts.get(meaning)!
      all.push(marked.slice(1))
      if (all.length > MOST_TEXTS)
        throw new Unreadable(
          'too-many',
          `The column mapped as ${meaning} holds more than ${MOST_TEXTS} different texts: it cannot be that.`,
        )
    }
  return texts
}

/** Looks up each different text of names, codes, years and dates. */
export async function resolve(work: Work): Promise<void> {
  const { mapping, known, placeOfAgency } = work.given
  const texts = await textsOf(work)
  const order = mapping.dates ?? orderOf(texts.get('date')!)
  const context = {
    known,
    order,
    values: valuesOf(mapping),
    ...(mapping.placeOf && placeOfAgency ? { placeOfAgency } : {}),
  }
  const verdicts: Row[] = []
  for (const [meaning, all] of texts) {
    const found = new Set<string>()
    work.found.set(meaning, found)
    for (const text of all) {
      const { value, severity, rule, message, repair }: Verdict =
        text === NOT_SAID ? { value: null } : resolved(meaning, text, context)
      if (value !== null) found.add(value)
      const district = meaning === 'place' && !mapping.placeOf ? known.districts.of(text) : undefined
      if (district && value === district.place) work.districts.set(text, district)
      verdicts.push([meaning, text, value, severity ?? null, rule ?? null, message ?? null, repair ?? null])
    }
  }
  await work.bench.append('resolved', verdicts)
  await work.bench.append(
    'district',
    [...work.districts].map(([text, { code }]) => [text, code]),
  )
  if (order === 'month-day' && !mapping.dates)
    await addFindings(work, [
      finding(
        'warning',
        'dates-american',
        'The dates have the month before the day, as only that order makes all of them dates.',
      ),
    ])
}
