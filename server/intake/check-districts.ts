import { addFindings, type Work } from './check-work.ts'
import { finding } from './finding.ts'
import { agencyName, type Known, placeName } from './known.ts'
import type { Finding } from './terms.ts'

interface ByDistrict {
  readonly place: string
  readonly agency: string
  readonly year: string
  readonly economic: string
  readonly phase: string
  readonly district: string
  readonly rows: number
}

const SHOWN = 5

const few = (names: readonly string[]) =>
  names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`
    : names.join(', ')

/** Whether an agency is the council of a district, by any of the district's names. */
function isItsCouncil({ agency, district }: ByDistrict, known: Known): boolean {
  const own = known.districts.of(agencyName(known, agency))
  return own?.districts.some((code) => known.districts.of(district)!.districts.includes(code)) ?? false
}

/** Findings that say the same, of several classes or phases, as one. */
function alike(findings: readonly Finding[]): Finding[] {
  const by = new Map<string, Finding>()
  for (const one of findings)
    by.set(one.message, { ...one, count: one.count + (by.get(one.message)?.count ?? 0) })
  return [...by.values()]
}

/** Says where payments of a county and of its districts are added up. */
async function findPayments(work: Work): Promise<void> {
  const { known } = work.given
  const rows = await work.bench.ask<Omit<ByDistrict, 'district'>>('intake-county-payments')
  await addFindings(
    work,
    rows.map(({ place, agency, year, rows: count }) => {
      const county = placeName(known, place)
      const message = `Payments of ${agencyName(known, agency)} in ${year} are given for ${county} and for districts of it: they are added up; see that the county's are not the sum of them.`
      return finding('warning', 'payments-by-district', message, {
        repair: 'Leave out one or the other where they are the same payments.',
        count,
      })
    }),
  )
}

/** Says where figures stand for a county of which only some districts are given, and where they are beside it. */
export async function findDistricts(work: Work): Promise<void> {
  if (work.districts.size === 0) return
  await findPayments(work)
  const { bench, given } = work
  const { known } = given
  const groups = new Map<string, ByDistrict[]>()
  for (const row of await bench.ask<ByDistrict>('intake-districts')) {
    // A district's own council has no figures elsewhere in the county.
    if (isItsCouncil(row, known)) continue
    const key = [row.place, row.agency, row.year, row.economic, row.phase].join('|')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const found = [...groups.values()].flatMap((rows) => {
    const [{ place, agency, year, economic, phase }] = rows as [ByDistrict]
    const all = known.districts.in(place)
    const has = new Set(rows.flatMap(({ district }) => known.districts.of(district)!.districts))
    const without = all.filter(({ code }) => !has.has(code)).map((one) => one.name)
    if (without.length === 0) return []
    const given = all.length - without.length
    const message = `${agencyName(known, agency)} has figures for ${given} of the ${all.length} districts of ${placeName(known, place)} in ${year}, and none for ${few(without)}: they are held as its figures for the whole county.`
    const told = finding('warning', 'districts-missing', message, {
      repair: 'Bring the rest, or put them beside what the count has and not in its place.',
      count: rows.reduce((sum, one) => sum + one.rows, 0),
    })
    return [{ told, partly: [place, agency, year, economic, phase, given, all.length] }]
  })
  await bench.append(
    'partly',
    found.map(({ partly }) => partly),
  )
  await addFindings(work, alike(found.map(({ told }) => told)))
}
