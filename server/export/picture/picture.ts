/** A chart or a map as a file that says of itself what it is, from what and in which version. */
export interface Picture {
  /** Names its file: letters and hyphens. */
  readonly id: string
  readonly title: string
  /** Measure, place, year, prices, scope, definition. */
  readonly subtitle: string
  readonly source: string
  /** What it shows in words, figures and all. */
  readonly alt: string
  /** CSS pixels, as is height. */
  readonly width: number
  readonly height: number
  readonly svg: string
}

/** What a picture says beside its chart. */
export interface Said {
  readonly subtitle: string
  readonly source: string
  /** Count id and short hash, or hash of the scenario, and software. */
  readonly version: string
}
