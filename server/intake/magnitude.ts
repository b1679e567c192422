import { finding } from './finding.ts'
import type { Report } from './report.ts'
import type { Finding } from './terms.ts'

export interface Baseline {
  /** The year of the count that a year is compared with. */
  readonly year: string
  /** Pounds of own spending recorded in the count, by place and agency with a space between. */
  readonly pounds: ReadonlyMap<string, number>
  /** Persons of a place; undefined where the count has none. */
  readonly persons: (place: string) => number | undefined
}

const FAR = 200
const MOST_A_HEAD = 50_000

const short = (pounds: number) => `£${Math.round(pounds).toLocaleString('en-GB')}`

/** Compares what is accepted with the same place and agency of the count, and with the persons of the place. */
export function magnitudes(
  groups: Report['groups'],
  names: { place: (code: string) => string; agency: (id: string) => string },
  baselineOf: (year: string) => Baseline | undefined,
): Finding[] {
  const findings: Finding[] = []
  const perPlace = new Map<string, number>()
  for (const { place, agency, year, pence } of groups) {
    const pounds = Number(pence) / 100
    perPlace.set(`${place} ${year}`, (perPlace.get(`${place} ${year}`) ?? 0) + pounds)
    const baseline = baselineOf(year)
    const before = baseline?.pounds.get(`${place} ${agency}`)
    if (!baseline || !before || pounds === 0) continue
    const ratio = Math.abs(pounds / before)
    if (ratio < FAR && ratio > 1 / FAR) continue
    findings.push(
      finding(
        'warning',
        'magnitude',
        `${names.agency(agency)} in ${names.place(place)} comes to ${short(pounds)} for ${year}, and the count has ${short(before)} for ${baseline.year}.`,
        {
          value: short(pounds),
          repair:
            ratio >= FAR
              ? 'Are the amounts pounds and not thousands? See the unit.'
              : 'Are the amounts thousands and not pounds, or only a part of the year? See the unit.',
        },
      ),
    )
  }
  for (const [key, pounds] of perPlace) {
    const [place, year] = key.split(' ') as [string, string]
    const persons = baselineOf(year)?.persons(place)
    if (!persons)
      findings.push(
        finding(
          'note',
          'per-head-unknown',
          `There are no persons of ${names.place(place)} to compare ${year} with per head.`,
          { value: place },
        ),
      )
    else if (Math.abs(pounds) / persons > MOST_A_HEAD)
      findings.push(
        finding(
          'warning',
          'per-head',
          `${names.place(place)} comes to ${short(pounds / persons)} a head for ${year}.`,
          { value: short(pounds), repair: 'See whether the unit is right.' },
        ),
      )
  }
  return findings
}
