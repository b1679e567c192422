/** Columns where null means that nothing belongs there, not that something is missing. */
const NOT_APPLICABLE: ReadonlySet<string> = new Set([
  'parent',
  'aliases',
  'driver',
  'weight',
  'driver_total',
  'whole',
  'part_as_published',
  'our_scope',
  'our_definition',
  'our_filter',
  'url',
  'stored_copy',
  'view',
  'stands_in',
  'own_figures',
  'own_figures_before',
  'own_figures_after',
])

/** What stands for null in a column of a table that leaves the product. */
export const markOf = (column: string): '[x]' | '[z]' => (NOT_APPLICABLE.has(column) ? '[z]' : '[x]')

export const SHORTHAND = [
  ['[x]', 'Not available'],
  ['[z]', 'Not applicable'],
] as const

export const GRADES = [
  ['A', 'Published for the place'],
  ['B', 'Shared out by a driver close to entitlement or need'],
  ['C', 'Shared out by a plausible proxy'],
  ['D', 'Shared out by population only'],
] as const
