import type { DiscountSchedule } from './value/discounting.ts'
import type { GradeBias, ProjectBias } from './value/optimism-bias.ts'
import type { Deflator } from './value/prices.ts'

/** Published tables an evaluation rests on, read elsewhere and passed in. */
export interface Parameters {
  schedules: Readonly<Record<string, DiscountSchedule>>
  deflators: Readonly<Record<string, Deflator>>
  projectBias: readonly ProjectBias[]
  /** Corrections by confidence grade; `verified` is false until the published table has been read. */
  gradeBias: { verified: boolean; grades: readonly GradeBias[] }
}
