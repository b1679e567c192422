import type { Count } from '../api-types.ts'
import { DECIDES, HOLDS, lower, upperFirst } from '../words.ts'

/** What a way of money can be told by, in the order its id has them. */
const PARTS = ['decides', 'holds', 'sector', 'agency', 'division'] as const
export type Way = Partial<Record<(typeof PARTS)[number], string>>

const BETWEEN = '..'
const ANY = 'any'

/** How a way is written in a link: duty..any..council..any..9. */
export const wayId = (way: Way) => PARTS.map((part) => way[part] ?? ANY).join(BETWEEN)

export function readWay(id: string): Way {
  const values = id.split(BETWEEN)
  return Object.fromEntries(
    PARTS.flatMap((part, i) => (values[i] && values[i] !== ANY ? [[part, values[i]]] : [])),
  )
}

/** A way in words, for the head of its lines. */
export function wayInWords({ sectors, agencies, functions }: Count, id: string) {
  const { decides, holds, sector, agency, division } = readWay(id)
  const parts = [
    decides && `decided by ${lower(DECIDES[decides] ?? decides)}`,
    holds && `held by ${lower(HOLDS[holds] ?? holds)}`,
    sector && `spent by ${sectors.find((one) => one.id === sector)?.name ?? sector}`,
    agency && `spent by ${agencies.find((one) => one.id === agency)?.name ?? agency}`,
    division && `on ${lower(functions.find((one) => one.division === division)?.division_name ?? division)}`,
  ].filter((part) => part !== undefined && part !== '')
  return upperFirst(parts.join(', '))
}
