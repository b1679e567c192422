import { normal } from './clean.ts'
import type { ProposedColumn } from './propose-column.ts'
import { FAMILY } from './propose-headers.ts'

const OVER = 'It is the department over the body that'
const isFamily = ({ header }: ProposedColumn) => FAMILY.test(normal(header))

/** Whether a column was left out as it names departments over the bodies that spend. */
export const isOverBodies = ({ why }: ProposedColumn): boolean => why.startsWith(OVER)

/**
 * Takes the body that spends for the agency and not the department it belongs to: only where no column names the body may
 * the department family stand for it.
 */
export function withBodies(found: readonly ProposedColumn[]): readonly ProposedColumn[] {
  const body = found.find((column) => column.meaning === 'agency' && !isFamily(column))
  return found.map((column): ProposedColumn => {
    if (column.meaning !== 'agency' || !isFamily(column)) return column
    return body
      ? { ...column, meaning: 'ignore', why: `${OVER} ${body.header} names.`, confidence: 'high' }
      : { ...column, confidence: 'medium' }
  })
}
