import type { Count } from '../count/open.ts'
import { type Asked, missingFrom, ownReturns, placeAndScope, scopeAsked } from './asked.ts'
import type { ChainReply } from './contract.ts'
import { namesOf } from './names.ts'
import { table } from './table.ts'

const sum = (values: readonly unknown[]) =>
  values.reduce<number>((total, value) => total + ((value as number | null) ?? 0), 0)

/**
 * Answers /chain: the ways money takes from who decides it to what it is spent on. Each pound goes one way, so
 * that ways can be added up at any stage; transfers between bodies are left out and told.
 */
export async function answerChain(count: Count, asked: Asked, signal: AbortSignal): Promise<ChainReply> {
  const { catalogue, engine } = count
  const { columns, rows } = await engine.ask('chain', placeAndScope(asked, catalogue), signal)
  const names = namesOf(catalogue)
  const named = (key: 'sector' | 'agency' | 'division') =>
    columns[key]!.map((code) => names[key].get(code) ?? null)
  return {
    ...table(count, 'chain', rows, {
      decides: columns.decides!,
      holds: columns.holds!,
      sector: columns.sector!,
      sector_name: named('sector'),
      agency: columns.agency!,
      agency_name: named('agency'),
      division: columns.division!,
      division_name: named('division'),
      amount: columns.amount!,
      recorded: columns.recorded!,
      eliminated: columns.eliminated!,
      lines: columns.lines!,
    }),
    ...scopeAsked(asked, catalogue),
    total: sum(columns.amount!),
    eliminated: sum(columns.eliminated!),
    missing: missingFrom(asked, catalogue),
    own_returns: ownReturns(asked, catalogue),
  }
}
