/** Colours of the Government Analysis Function, and of the client. */
export const INK = '#0b0c0c'
export const QUIET = '#505a5f'
export const HAIRLINE = '#b1b4b6'
export const BLUE = '#12436D'
export const ORANGE = '#F46A25'
export const NEGATIVE = '#a1100c'
export const CLASSES_OF_MAP = ['#CDE594', '#80C6A3', '#1F9EB7', '#186290', '#080C54'] as const
export const CLASSES_OF_CONTROL = [
  '#12436d',
  '#2073bc',
  '#6bace6',
  '#28a197',
  '#f7c59f',
  '#f46a25',
  '#8a8f94',
] as const
/** One a partner, told apart by their labels too. */
export const SERIES = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1'] as const

export const seriesColour = (index: number): string => SERIES[index % SERIES.length]!
