import type { Count } from '../count/open.ts'
import { type Asked, filtersOf, placeAndScope, scopeAsked, withClasses, withoutLines } from './asked.ts'
import { MOST_AT_ONCE, PIECE, refuseLong } from './at-once.ts'
import type { LinesReply } from './contract.ts'
import type { Format } from './format.ts'
import { table } from './table.ts'

export interface LinesQuestion extends Asked {
  readonly decides?: readonly string[] | undefined
  readonly holds?: readonly string[] | undefined
  readonly flow?: 'own' | 'transfers' | undefined
  readonly order?: 'amount' | 'line' | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

type Page = Omit<LinesReply, 'next'>

const FLOWS = { own: ['own'], transfers: ['transfer_in', 'transfer_out'] }
const PAGE = 100

const filtersOfLines = (count: Count, asked: LinesQuestion) => ({
  ...placeAndScope(asked, count.catalogue),
  ...filtersOf(asked),
  ...withClasses(asked, count.catalogue),
  decides: asked.decides ?? null,
  holds: asked.holds ?? null,
  flow: FLOWS[asked.flow ?? 'own'],
})

/** Rows a whole answer has: what is matched from the offset on, to the limit where one was asked for. */
export const linesWanted = ({ limit, offset = 0 }: LinesQuestion, { matched }: Pick<LinesReply, 'matched'>) =>
  Math.min(Math.max(0, matched - offset), limit ?? Number.POSITIVE_INFINITY)

/**
 * Answers /lines but for `next`, which the router knows how to write. JSON comes in pages; a file without a
 * limit begins with as much as goes in one piece, and restOfLines follows.
 */
export async function answerLines(
  count: Count,
  asked: LinesQuestion,
  signal: AbortSignal,
  format: Format = 'json',
): Promise<Page> {
  const { catalogue, engine } = count
  const { offset = 0, order = 'amount' } = asked
  const filters = filtersOfLines(count, asked)
  const totals = await engine.ask('lines-total', filters, signal)
  const matched = totals.columns.matched![0] as number
  const wanted = linesWanted(asked, { matched })
  if (format === 'xlsx') refuseLong('/lines', asked, wanted)
  const usual = { json: PAGE, 'csv-metadata.json': 1 }[format as string]
  const limit = asked.limit ?? usual ?? (wanted > MOST_AT_ONCE ? PIECE : MOST_AT_ONCE)
  const page = await engine.ask('lines', { ...filters, order, limit, offset }, signal)
  const nothing = withoutLines(asked, catalogue)
  return {
    ...table(count, 'lines', page.rows, page.columns),
    ...scopeAsked(asked, catalogue),
    total: (totals.columns.total![0] as number | null) ?? nothing,
    matched,
    limit,
    offset,
  }
}

/** The pages after the first of an answer that is wanted whole. */
export async function* restOfLines(
  count: Count,
  asked: LinesQuestion,
  first: Page,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  const { order = 'amount', offset = 0 } = asked
  const end = offset + linesWanted(asked, first)
  for (let from = offset + first.rows; from < end; from += PIECE) {
    const limit = Math.min(PIECE, end - from)
    const page = await count.engine.ask(
      'lines',
      { ...filtersOfLines(count, asked), order, limit, offset: from },
      signal,
    )
    yield { ...first, ...table(count, 'lines', page.rows, page.columns), limit, offset: from }
  }
}
