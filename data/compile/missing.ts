import type { Row } from '../../server/count/schema.ts'
import type { Frame } from './frame.ts'
import { model } from './model.ts'

interface Returned {
  readonly ecode: string
  readonly name: string
  readonly returned: boolean
}

/**
 * Returns that were not made. Each must be known by name in data/model/missing.csv, and each known one must be
 * missing still: a new gap, or one that has closed, stops the compile until it has been looked at.
 */
export function missingRows(
  frame: Frame,
  year: string,
  made: { revenue: readonly Returned[]; capital: readonly Returned[] },
  sources: { revenue: string; capital: string },
): Row[] {
  const known = model<'source' | 'ecode' | 'what' | 'why'>('missing')
  return (['revenue', 'capital'] as const).flatMap((what) => {
    const mine = known.filter((one) => one.what === what && one.source === sources[what])
    const absent = made[what].filter(({ returned }) => !returned)
    const odd = [
      ...absent
        .filter(({ ecode }) => !mine.some((one) => one.ecode === ecode))
        .map(({ name }) => `${name} made no ${what} return`),
      ...mine
        .filter(({ ecode }) => !absent.some((one) => one.ecode === ecode))
        .map(({ ecode }) => `${ecode} did make its ${what} return`),
    ]
    if (odd.length > 0) throw new Error(`data/model/missing.csv does not say so: ${odd.join('; ')}`)
    return mine.map(({ ecode, why, source }) => ({
      place: frame.placeOf(frame.register.get(ecode)!.gss),
      year,
      agency: ecode,
      what,
      why,
      source,
    }))
  })
}
