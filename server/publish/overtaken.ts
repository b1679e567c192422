import type { Count } from '../count/open.ts'
import { rowsOf } from '../engine/columns.ts'
import type { Workbench } from '../engine/workbench.ts'

/** What an import takes out of what one before it put in. */
export interface Overtaken {
  /** Identifier of the earlier import. */
  readonly amendment: string
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly pounds: number
}

/** What an import takes out of what those before it put in, once `gone` is made. */
export async function overtakenBy(bench: Workbench, { engine }: Count): Promise<Overtaken[]> {
  const files = rowsOf<{ id: string; source: string }>(await engine.ask('publish-imports'))
  const importOf = new Map(files.map(({ id, source }) => [source, id]))
  const gone = await bench.ask<Omit<Overtaken, 'amendment'> & { source: string }>('publish-overtaken')
  return gone.flatMap(({ source, ...rest }) => {
    const amendment = importOf.get(source)
    return amendment === undefined ? [] : [{ amendment, ...rest }]
  })
}
