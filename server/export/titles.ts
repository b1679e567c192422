import type { Column } from '../api/contract.ts'

const TITLES: Readonly<Record<string, string>> = {
  head: 'Spending per head',
  numerator: 'Under local control',
  denominator: 'All spending',
  share: 'Share under local control',
  recorded: 'Recorded for the place',
  estimate: 'Population is an estimate',
  persons: 'Population',
  missing: 'Returns missing',
  before: 'First year',
  after: 'Second year',
  recorded_before: 'Recorded first year',
  recorded_after: 'Recorded second year',
  change_ratio: 'Change over the first year',
  head_before: 'Per head first year',
  head_after: 'Per head second year',
  head_change: 'Change per head',
  head_change_ratio: 'Change per head over the first year',
  numerator_before: 'Under local control before',
  numerator_after: 'Under local control after',
  share_before: 'Share under local control before',
  share_after: 'Share under local control after',
  share_change: 'Change of the share',
  moved: 'Changes class',
  into_local: 'Becomes local',
  out_of_local: 'Stops being local',
}
const UNITS: Readonly<Record<string, string>> = {
  GBP: '£',
  'GBP/person': '£ a person',
  km2: 'km2',
  degrees: 'degrees',
}

const words = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')

/**
 * Heading of a column, with its unit, unique in its table.
 * Only letters, digits, spaces and the pound sign: anything else must be escaped where a formula names the column.
 */
export function titleOf({ name, unit, description }: Column): string {
  const title = TITLES[name] ?? (/^class_\d$/.test(name) ? `${words(name)} ${description}` : words(name))
  return `${title} ${UNITS[unit ?? ''] ?? ''}`.replaceAll(/[^\p{L}\p{N}£ ]/gu, '').trim()
}

/** How a spreadsheet shows a column's numbers; undefined for text. */
export function formatOf({ name, type, unit }: Column): string | undefined {
  if (type === 'string' || type === 'boolean') return undefined
  if (unit === 'GBP') return '£#,##0;-£#,##0'
  if (unit === 'GBP/person') return '£#,##0.00;-£#,##0.00'
  if (unit === 'share' || unit === 'ratio') return '0.0%'
  if (unit === 'degrees') return '0.0000'
  if (unit === 'class' || unit === 'row' || unit === 'column') return '0'
  return type === 'integer' || name === 'weight' ? '#,##0' : '#,##0.00'
}
