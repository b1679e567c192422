import { normal } from './clean.ts'
import type { Mapping } from './mapping.ts'
import type { Part } from './terms.ts'
import { financialYear, yearIn } from './years.ts'

export interface FromTitles {
  readonly constants: Mapping['constants']
  readonly notes: readonly string[]
}

const titlesOf = ({ passedRows }: Part) =>
  passedRows.filter(({ kind }) => kind === 'title').map(({ text }) => text)

/** The one financial year that the titles of tables name, or else the names of their files. */
function yearOf(
  parts: readonly Part[],
  names: readonly string[],
): { year: string; said: string } | undefined {
  for (const texts of [parts.flatMap(titlesOf), names]) {
    const years = texts.flatMap((said) => {
      const found = yearIn(said)
      const year = found && financialYear(found)
      return year && /^\d{4}-\d{2}$/.test(year) ? [{ year, said }] : []
    })
    if (new Set(years.map(({ year }) => year)).size === 1) return years[0]
    if (years.length > 0) return undefined
  }
  return undefined
}

/** Names of what is paid to people: DWP, benefit expenditure and caseload tables. */
const BENEFITS =
  /\b(?:benefits?|universal credit|tax credits?|pension credit|state pension|jobseekers? allowance)\b.*\b(?:expenditure|spend(?:ing)?|paid|payments?)\b|\b(?:expenditure|spend(?:ing)?|payments?) (?:on|of) (?:\w+ )*(?:benefits|credits|pensions)\b/i

/** Names of benefits: where figures of places are of one, they are what is paid to people. */
const A_BENEFIT =
  /\b(?:housing benefits?|universal credit|state pensions?|pension credit|jobseekers?|job seekers?|attendance allowance|disability living allowance|personal independence payments?|tax credits?|child benefits?|employment and support allowance|carers allowance|benefits? expenditure)\b/
/** What is spent on benefits and is not paid to people. */
const NOT_PAID = /\badmin(?:\b|ist)|\bsubsid(?:y|ies|ised)\b|\bbenefits? realisation\b/

const asPaid = (text: string) => `The amounts are taken as transfers to people: “${text.slice(0, 100)}”.`

/** Why figures of places are transfers to people, as titles or names of files have the name of a benefit; undefined where they have none. */
export function paidToPeople(parts: readonly Part[], names: readonly string[]): string | undefined {
  const texts = [...parts.flatMap(titlesOf), ...names]
  if (texts.some((text) => NOT_PAID.test(normal(text)))) return undefined
  const found = texts.find((text) => A_BENEFIT.test(normal(text)))
  return found === undefined ? undefined : asPaid(found)
}

/** What the titles above tables with amounts across several columns say of all of them, to be confirmed. */
export function fromTitles(
  parts: readonly Part[],
  names: readonly string[],
  { year: wanted, capital, released }: { year: boolean; capital: boolean; released: boolean },
): FromTitles {
  const constants: Mapping['constants'] = {}
  const notes: string[] = []
  const year = wanted ? yearOf(parts, names) : undefined
  if (year) {
    constants.year = year.year
    notes.push(
      `No column says when: ${year.year} is the year in “${year.said.slice(0, 100)}”. See that it is right.`,
    )
  }
  const budget = parts
    .flatMap(titlesOf)
    .find((text) => /\bbudget\b/i.test(text) && !/\boutturn\b/i.test(text))
  if (budget) {
    constants.phase = 'budget'
    notes.push(`The amounts are taken as budget, not outturn: “${budget.slice(0, 100)}”.`)
  }
  if (capital) {
    constants.economic = 'capital'
    notes.push('The amounts are taken as capital spending, as the titles say.')
  }
  const paid =
    capital || released
      ? undefined
      : parts.flatMap(titlesOf).find((text) => BENEFITS.test(text) && !NOT_PAID.test(normal(text)))
  if (paid) {
    constants.economic = 'transfer_to_people'
    notes.push(asPaid(paid))
  }
  return { constants, notes }
}
