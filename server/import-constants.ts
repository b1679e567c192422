import type { Count } from './count/open.ts'
import { Told } from './import-told.ts'
import { knownOf } from './intake/known.ts'
import type { Mapping } from './intake/mapping.ts'
import { resolved } from './intake/resolve.ts'

const NAMES = ['place', 'agency', 'function', 'year'] as const

/**
 * What the command says of all rows, by the count's own codes.
 * @throws Told where the count knows no such name, or a column says it already
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
      const { value, message, repair } = resolved(name, given, context)
      if (value === null) throw new Told([`--${name}: ${message}`, repair].filter(Boolean).join(' '))
      return [[name, value]]
    }),
  )
}
