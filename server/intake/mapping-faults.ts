import type { Known } from './known.ts'
import {
  type Mapping,
  MOST_AMOUNTS,
  MOST_PROGRAMMES,
  meaningsOf,
  type Says,
  saysOf,
  valuesOf,
} from './mapping.ts'
import { resolved } from './resolve.ts'
import { type Part, SEVERAL } from './terms.ts'
import { financialYear } from './years.ts'

export interface MappingFault {
  readonly where: string
  readonly message: string
  readonly value?: unknown
}

const TOLD = ['place', 'agency', 'function', 'year', 'economic', 'flow', 'phase'] as const

/** What is wrong with a mapping for these tables: unknown codes, columns twice, what is needed and not said. */
export function mappingFaults(mapping: Mapping, parts: readonly Part[], known: Known): MappingFault[] {
  const { catalogue } = known
  const faults: MappingFault[] = []
  const knows = {
    place: (code: string) => catalogue.places.has(code) && /^E\d{8}$/.test(code),
    agency: (id: string) => catalogue.agencies.some((one) => one.id === id),
    function: (code: string) => catalogue.functions.some((one) => one.code === code),
    year: (year: string) => /^\d{4}-\d{2}$/.test(year) && financialYear(year) === year,
  }
  for (const [name, test] of Object.entries(knows) as [keyof typeof knows, (value: string) => boolean][]) {
    const constant = mapping.constants[name]
    if (constant !== undefined && !test(constant))
      faults.push({ where: `constants.${name}`, message: `is no ${name} of the count`, value: constant })
    for (const [text, value] of Object.entries(mapping.values[name] ?? {}))
      if (!test(value))
        faults.push({ where: `values.${name}.${text}`, message: `is no ${name} of the count`, value })
  }
  const seen = new Set<string>()
  const context = { known, order: 'day-month', values: valuesOf(mapping) } as const
  for (const [at, { header, meaning, says }] of mapping.columns.entries()) {
    if (says && meaning !== 'amount')
      faults.push({
        where: `columns.${at}.says`,
        message: 'only a column of amounts can say what they are of',
        value: header,
      })
    for (const name of TOLD) {
      const text = says?.[name]
      if (text === undefined) continue
      const verdict = resolved(name, text, context)
      if (verdict.severity === 'error')
        faults.push({
          where: `columns.${at}.says.${name}`,
          message: verdict.message ?? 'is not known',
          value: text,
        })
    }
    if (seen.has(header))
      faults.push({ where: `columns.${at}.header`, message: 'stands twice', value: header })
    seen.add(header)
  }
  for (const part of parts) faults.push(...partFaults(mapping, part))
  return faults.filter(
    (fault, at) =>
      faults.findIndex((one) => one.where === fault.where && one.message === fault.message) === at,
  )
}

function partFaults(mapping: Mapping, part: Part): MappingFault[] {
  const faults: MappingFault[] = []
  const meanings = meaningsOf(part.headers, mapping)
  const of = part.sheet ? ` on the sheet ${part.sheet}` : ''
  const amounts = saysOf(part.headers, mapping).filter((_, at) => meanings[at] === 'amount')
  const all = (name: keyof Says) => amounts.length > 0 && amounts.every((says) => says?.[name] !== undefined)
  for (const meaning of new Set(meanings)) {
    const times = meanings.filter((one) => one === meaning).length
    const most = meaning === 'programme' ? MOST_PROGRAMMES : meaning === 'amount' ? MOST_AMOUNTS : 1
    if (times > most && (meaning === 'programme' || !SEVERAL.has(meaning)))
      faults.push({ where: 'columns', message: `${times} columns${of} mean ${meaning}: at most ${most} may` })
  }
  const silent = amounts.filter((says) => says === undefined || Object.keys(says).length === 0).length
  if (amounts.length > 1 && silent > 0)
    faults.push({
      where: 'columns',
      message: `${amounts.length} columns${of} mean amount: at most 1 may, unless each says of what its amounts are`,
    })
  const { constants } = mapping
  if (!meanings.includes('amount')) faults.push({ where: 'columns', message: `no column${of} is the amount` })
  if (!meanings.includes('agency') && !constants.agency && !all('agency'))
    faults.push({ where: 'constants.agency', message: 'no column says which agency spends: name it' })
  if (!meanings.includes('place') && !constants.place && !mapping.placeOf && !all('place'))
    faults.push({ where: 'constants.place', message: 'no column says where: name the place' })
  if (!meanings.includes('year') && !meanings.includes('date') && !constants.year && !all('year'))
    faults.push({ where: 'constants.year', message: 'no column says when: name the financial year' })
  return faults
}
