import type { Row } from '../../server/count/schema.ts'
import type { Payer } from './agencies.ts'
import { model } from './model.ts'

interface Returned {
  readonly ecode: string
  readonly name: string
  readonly returned: boolean
}

/**
 * Returns of one publication that were not made, a row for each place the authority serves. Each must be known by
 * name in data/model/missing.csv, and each known one must be missing still: a new gap, or one that has closed,
 * stops the compile until it has been looked at.
 */
export function missingRows(
  year: string,
  what: 'revenue' | 'capital',
  source: string,
  authorities: readonly Returned[],
  payer: (ecode: string, fn: string) => Payer,
): Row[] {
  const known = model<'source' | 'ecode' | 'what' | 'why'>('missing').filter((one) => one.source === source)
  const absent = authorities.filter(({ returned }) => !returned)
  const odd = [
    ...absent
      .filter(({ ecode }) => !known.some((one) => one.ecode === ecode))
      .map(({ name }) => `${name} made no ${what} return`),
    ...known
      .filter(({ ecode }) => !absent.some((one) => one.ecode === ecode))
      .map(({ ecode }) => `${ecode} did make its ${what} return`),
  ]
  if (odd.length > 0) throw new Error(`data/model/missing.csv does not say so of ${year}: ${odd.join('; ')}`)
  return known.flatMap(({ ecode, why }) => {
    const { agency, members } = payer(ecode, '')
    return members.map((place) => ({ place, year, agency: agency.id, what, why, source }))
  })
}
