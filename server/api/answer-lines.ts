import type { Count } from '../count/open.ts'
import { type Asked, filtersOf, missingFrom, placeAndScope, scopeAsked } from './asked.ts'
import type { LinesReply } from './contract.ts'
import { table } from './table.ts'

export interface LinesQuestion extends Asked {
  readonly flow?: 'own' | 'transfers' | undefined
  readonly order?: 'amount' | 'line' | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

const FLOWS = { own: ['own'], transfers: ['transfer_in', 'transfer_out'] }
const PAGE = 100

/** Answers /lines but for `next`, which the router knows how to write. */
export async function answerLines(
  count: Count,
  asked: LinesQuestion,
  signal: AbortSignal,
): Promise<Omit<LinesReply, 'next'>> {
  const { catalogue, engine } = count
  const { limit = PAGE, offset = 0, order = 'amount', flow = 'own' } = asked
  const filters = {
    ...placeAndScope(asked, catalogue),
    ...filtersOf(asked),
    flow: FLOWS[flow],
  }
  const totals = await engine.ask('lines-total', filters, signal)
  const page = await engine.ask('lines', { ...filters, order, limit, offset }, signal)
  const nothing = missingFrom(asked, catalogue).length > 0 ? null : 0
  return {
    ...table(count, 'lines', page.rows, page.columns),
    ...scopeAsked(asked, catalogue),
    total: (totals.columns.total![0] as number | null) ?? nothing,
    matched: totals.columns.matched![0] as number,
    limit,
    offset,
  }
}
