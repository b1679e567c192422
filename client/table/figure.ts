import { money, percentTenth, pounds } from '../format.ts'
import type { Measure } from '../state/state.ts'

/** A figure of the map in its measure's own form. */
export function figure(value: number | null, measure: Measure) {
  if (measure === 'share') return percentTenth(value)
  return measure === 'head' ? pounds(value) : money(value)
}
