import type { Count } from '../count/open.ts'
import type { TableReply } from './contract.ts'
import { namesOf } from './names.ts'
import { table } from './table.ts'

export interface AmendedQuestion {
  readonly amendment?: string | undefined
  readonly places?: readonly string[] | undefined
}

const NAMED = ['place', 'agency', 'function', 'source'] as const

/** Answers /amended and /replaced: what files of readers put in place of what, and the lines taken out. */
export async function answerAmended(
  count: Count,
  query: 'amended' | 'replaced',
  { amendment, places }: AmendedQuestion,
  signal: AbortSignal,
): Promise<TableReply> {
  const { engine, catalogue } = count
  const given = { amendment: amendment ?? null, places: places ? catalogue.members(places) : null }
  const { rows, columns } = await engine.ask(query, given, signal)
  const names = namesOf(catalogue)
  const data = Object.entries(columns).flatMap(([name, values]) => {
    const named = NAMED.find((one) => one === name)
    return named
      ? [
          [name, values] as const,
          [
            `${name}_${named === 'source' ? 'title' : 'name'}`,
            values.map((value) => names[named].get(value) ?? null),
          ] as const,
        ]
      : [[name, values] as const]
  })
  return table(count, query, rows, Object.fromEntries(data))
}
