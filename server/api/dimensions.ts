/** What spending can be grouped by, in the order columns stand. */
export const DIMENSIONS = [
  'place',
  'year',
  'agency',
  'sector',
  'function',
  'division',
  'economic',
  'basis',
  'grade',
  'class',
  'source',
] as const

export type Dimension = (typeof DIMENSIONS)[number]

/** Dimensions that the change between two years is shown by. */
export const CHANGE_BY = [
  'place',
  'agency',
  'sector',
  'function',
  'division',
  'economic',
  'class',
] as const satisfies readonly Dimension[]

/** Dimensions whose keys are codes: a column of names follows each. */
export const NAMED = ['place', 'agency', 'sector', 'function', 'division', 'class', 'source'] as const

/** Dimensions with a filter of the same name; place and year have their own. */
export const FILTERS = [
  'agency',
  'sector',
  'function',
  'division',
  'economic',
  'basis',
  'grade',
  'class',
  'source',
] as const satisfies readonly Dimension[]
