import { normal } from './clean.ts'
import type { ProposedColumn } from './propose-column.ts'
import { FAMILY } from './propose-headers.ts'

const isFamily = ({ header }: ProposedColumn) => FAMILY.test(normal(header))

/** Whether a column names departments over the bodies that spend, and was left out. */
export const isOverBodies = (column: ProposedColumn): boolean =>
  column.meaning === 'ignore' && isFamily(column)

/**
 * Takes the body that spends for the agency and not the department it belongs to: only where no column names the body may
 * the department family stand for it.
 */
export function withBodies(found: readonly ProposedColumn[]): readonly ProposedColumn[] {
  const body = found.find((column) => column.meaning === 'agency' && !isFamily(column))
  return found.map((column): ProposedColumn => {
    if (column.meaning !== 'agency' || !isFamily(column)) return column
    return body
      ? {
          ...column,
          meaning: 'ignore',
          why: `It is the department over the body that ${body.header} names.`,
          confidence: 'high',
        }
      : { ...column, confidence: 'medium' }
  })
}
