import type { Count } from './count/open.ts'
import { Told } from './import-told.ts'
import { knownOf } from './intake/known.ts'
import type { Mapping } from './intake/mapping.ts'
import { resolved } from './intake/resolve.ts'

const NAMES = ['place', 'agency', 'function', 'year'] as const
/** A part of a place stands for the whole where every row is said to be of it. */
const PARTS: ReadonlySet<string> = new Set(['place-district', 'place-part'])

/**
 * What the command says of all rows, by the count's own codes.
 * @throws Told where the count knows no such name, it is of a part of a place, or a column says it already
 */
export function constantsOf(
  values: Readonly<Record<string, unknown>>,
  columns: Mapping['columns'],
  count: Count,
): Mapping['constants'] {
  const known = knownOf(count.catalogue)
  const context = { known, order: 'day-month', values: () => undefined } as const
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const given = values[name]
      if (typeof given !== 'string') return []
      const column = columns.find(
        ({ meaning }) => meaning === name || (name === 'year' && meaning === 'date'),
      )
      if (column)
        throw new Told(
          `--${name} says what no column says, and ${column.header} is read as the ${name}. Leave it out, or give a --mapping in which that column is 'ignore'.`,
        )
      const { value, rule, message, repair } = resolved(name, given, context)
      if (PARTS.has(rule ?? ''))
        throw new Told(`--${name}: ${message} Give ${value} where these are its figures for all of it.`)
      if (value === null) throw new Told([`--${name}: ${message}`, repair].filter(Boolean).join(' '))
      return [[name, value]]
    }),
  )
}
