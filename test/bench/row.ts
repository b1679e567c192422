/** One measured value against the bar it must hold. */
export interface Bar {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What the value must stay under, or reach where `least` is set. */
  readonly bar: number
  readonly least?: true
}

export interface Measured {
  readonly bars: readonly Bar[]
  /** Medians and spread of what was timed, a line each. */
  readonly notes: readonly string[]
  /** Why the row, or a part of it, was not measured. */
  readonly skipped?: string
}

export interface Row {
  readonly id: string
  readonly name: string
  /** Measures in a folder of its own, which is deleted after. */
  measure(folder: string): Promise<Measured>
}

export const holds = ({ value, bar, least }: Bar) => (least ? value >= bar : value < bar)

/** A row as it is printed. */
export function told({ name }: Row, { bars, notes, skipped }: Measured): string {
  const lines = bars.map((one) => {
    const figure = `${one.value.toFixed(one.value < 100 ? 2 : 0)} ${one.unit}`
    const bar = `${one.least ? 'at least' : 'under'} ${one.bar} ${one.unit}`
    return `  ${holds(one) ? 'PASS' : 'FAIL'}  ${one.what}: ${figure} (bar: ${bar})`
  })
  const skip = skipped ? [`  SKIP  ${skipped}`] : []
  return [name, ...notes.map((note) => `        ${note}`), ...lines, ...skip].join('\n')
}
