import type { Answer, Columns } from '../engine/columns.ts'
import type { Engine, Parameters } from '../engine/engine.ts'
import type { Dimension } from './dimensions.ts'
import { perObject } from './per-object.ts'

const KEPT = 8

interface Asking {
  readonly answer: Promise<Answer>
  readonly stop: AbortController
  askers: number
}

const asked = perObject((_engine: Engine) => new Map<string, Asking>())

/** The panel of one question, asked once for all who want it; given up when the last of them hangs up. */
function shared(engine: Engine, parameters: Parameters, signal: AbortSignal): Promise<Answer> {
  const panels = asked(engine)
  const key = JSON.stringify(parameters)
  const begin = (): Asking => {
    const stop = new AbortController()
    const asking = { answer: engine.ask('panel', parameters, stop.signal), stop, askers: 0 }
    panels.set(key, asking)
    const drop = () => panels.get(key) === asking && panels.delete(key)
    asking.answer.catch(drop)
    stop.signal.addEventListener('abort', drop)
    for (const oldest of panels.keys()) if (panels.size > KEPT) panels.delete(oldest)
    return asking
  }
  const asking = panels.get(key) ?? begin()
  asking.askers += 1
  const leave = () => {
    asking.askers -= 1
    if (asking.askers === 0) asking.stop.abort()
  }
  signal.addEventListener('abort', leave, { once: true })
  return asking.answer.finally(() => signal.removeEventListener('abort', leave))
}

const FILTERS_OF: Partial<Record<Dimension, readonly string[]>> = {
  agency: [],
  division: [],
  sector: [],
  economic: ['sector', 'basis'],
}

/** Whether queries/panel.sql answers this grouping under these filters. */
export function onPanel(by: readonly Dimension[], filters: Parameters): boolean {
  const takes = by.length === 1 ? FILTERS_OF[by[0]!] : undefined
  if (!takes) return false
  return Object.entries(filters).every(([name, values]) => values === null || takes.includes(name))
}

const NOT_FIGURES = ['kind', 'key', 'sector', 'basis']

/** As SQL sums: what is null adds nothing, and only nulls give null. */
const sum = (values: readonly unknown[]) =>
  values.reduce(
    (total: number | null, value) => (value === null ? total : (total ?? 0) + (value as number)),
    null,
  )

/** What queries/spend.sql answers, by one grouping of the panel: one query for all a place is shown by. */
export async function askPanel(
  engine: Engine,
  by: Dimension,
  within: Parameters,
  filters: Parameters,
  signal: AbortSignal,
): Promise<Answer> {
  const { columns } = await shared(engine, within, signal)
  const kept = ({ name, row }: { name: string; row: number }) =>
    ((filters[name] ?? null) as readonly unknown[] | null)?.includes(columns[name]![row]) ?? true
  const rows = columns.kind!.flatMap((kind, row) =>
    kind === by && FILTERS_OF[by]!.every((name) => kept({ name, row })) ? [row] : [],
  )
  const keys = [...new Set(rows.map((row) => columns.key![row]))]
  const groups = [...keys.map((key) => rows.filter((row) => columns.key![row] === key)), rows]
  const answer: Columns = { [by]: [...keys, null] }
  for (const [name, values] of Object.entries(columns))
    if (!NOT_FIGURES.includes(name))
      answer[name] = groups.map(
        (group) => sum(group.map((row) => values[row])) ?? (name === 'amount' ? null : 0),
      )
  return { columns: answer, rows: groups.length }
}
