/** Rows kept in reduced echelon form, to tell what new rows add and what they already determine. */
export class Echelon {
  readonly rows: Float64Array[] = []
  readonly pivots: number[] = []
  readonly width: number

  constructor(width: number) {
    this.width = width
  }

  get rank(): number {
    return this.rows.length
  }

  /** What is left of a row once the rows held have been taken out of it. */
  reduce(row: readonly number[]): Float64Array {
    const rest = Float64Array.from(row)
    for (let r = 0; r < this.rows.length; r += 1) {
      const held = this.rows[r]!
      const times = rest[this.pivots[r]!]!
      if (times !== 0) for (let c = 0; c < rest.length; c += 1) rest[c]! -= times * held[c]!
    }
    return rest
  }

  /** Whether a row is a combination of those held. */
  spans(row: readonly number[]): boolean {
    return pivotOf(this.reduce(row), this.width) < 0
  }

  /** Adds a row; a row that says nothing new is left out and false is returned. */
  add(row: readonly number[]): boolean {
    const rest = this.reduce(row)
    const pivot = pivotOf(rest, this.width)
    if (pivot < 0) return false
    const by = rest[pivot]!
    for (let c = 0; c < rest.length; c += 1) rest[c]! /= by
    for (const held of this.rows) {
      const times = held[pivot]!
      if (times !== 0) for (let c = 0; c < rest.length; c += 1) held[c]! -= times * rest[c]!
    }
    this.rows.push(rest)
    this.pivots.push(pivot)
    return true
  }

  /** The value of an unknown that the rows determine alone, each row ending in its right-hand side. */
  valueOf(unknown: number): number | undefined {
    const at = this.pivots.indexOf(unknown)
    if (at < 0) return undefined
    const row = this.rows[at]!
    for (let c = 0; c < this.width; c += 1) if (c !== unknown && Math.abs(row[c]!) > 1e-9) return undefined
    return row[this.width]
  }
}

function pivotOf(row: Float64Array, width: number): number {
  let best = -1
  let size = 1e-9
  for (let c = 0; c < width; c += 1)
    if (Math.abs(row[c]!) > size) {
      size = Math.abs(row[c]!)
      best = c
    }
  return best
}
