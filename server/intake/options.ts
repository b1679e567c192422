/** What intakes are kept and worked with. */
export interface IntakesOptions {
  /** A new id: 12 lower case letters and digits. */
  readonly id: () => string
  readonly now: () => Date
  /** Largest file. */
  readonly megabytes: number
  readonly threads: number
  readonly memoryLimit: string
}
