import { findDistricts } from './check-districts.ts'
import { addFindings, type Work } from './check-work.ts'
import { finding } from './finding.ts'
import type { Reading } from './terms.ts'

const FINDERS = [
  'named',
  'amounts',
  'marks',
  'nested',
  'totals',
  'totals-across',
  'control-totals',
  'duplicates',
  'shares',
  'people',
  'mixtures',
  'pooled',
] as const

/** Says what each row would be counted as. */
export async function judge({ bench, given, mapped }: Work): Promise<void> {
  const { constants } = given.mapping
  for (const name of [
    'place',
    'agency',
    'function',
    'programme',
    'year',
    'economic',
    'flow',
    'phase',
  ] as const)
    await bench.set(
      name,
      mapped.has(name) || (name === 'year' && mapped.has('date')) ? null : (constants[name] ?? null),
    )
  await bench.script('intake-judge')
}

/** Looks for all that is amiss, a question a rule. */
export async function find(work: Work, step: () => void): Promise<void> {
  const { bench, given, parts, mapped } = work
  const skipped = idle(work)
  let marked = false
  for (const [at, finder] of FINDERS.entries()) {
    if (!skipped.has(finder) && (finder !== 'control-totals' || marked)) {
      const [added] = await bench.ask<{ Count: number }>(`intake-find-${finder}`)
      if (finder === 'marks') marked = added!.Count > 0
    }
    if (at % 2 === 1) step()
  }
  await findDistricts(work)
  const read = given.files.flatMap(({ reading }) =>
    reading.findings.map((finding) => ({ ...finding, part: partOf(reading, finding.sheet) })),
  )
  await addFindings(work, read)
  if (!given.mapping.constants.function && parts.some(functionless))
    await addFindings(work, [
      finding(
        'warning',
        'function-missing',
        parts.every(functionless) && !mapped.has('function')
          ? 'Nothing says what the spending is for by function: the lines have none until it is said which.'
          : 'Nothing says what some of the spending is for by function: those lines have none until it is said which.',
      ),
    ])
}

/** Whether nothing in a table says the function of some of its lines. */
const functionless = ({ meanings, across }: Work['parts'][number]) =>
  !meanings.includes('function') &&
  (across.length === 0 || across.some(({ says }) => says.function === undefined))

/** What there is nothing to find of: nested places where none is in another, say. */
function idle({ given, parts, mapped, found: all, districts }: Work): ReadonlySet<(typeof FINDERS)[number]> {
  const nothing = new Set<(typeof FINDERS)[number]>()
  const { places } = given.known.catalogue
  const found = all.get('place') ?? new Set()
  const inAnother = (code: string) => {
    for (let up = places.get(code)?.parent; up; up = places.get(up)?.parent) if (found.has(up)) return true
    return false
  }
  if (districts.size === 0 && ![...found].some(inAnother)) nothing.add('nested')
  if (!mapped.has('agency') || (all.get('agency')?.size ?? 0) < 2) nothing.add('pooled')
  if (!parts.some(({ across }) => across.length > 0)) nothing.add('totals-across')
  if (!mapped.has('share')) nothing.add('shares')
  if (!mapped.has('supplier')) nothing.add('people')
  return nothing
}

const partOf = ({ parts }: Reading, sheet: string | null): number | null =>
  (parts.find((part) => part.sheet === sheet) ?? parts[0])?.part ?? null
