import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Descriptor, Resource } from '../count/descriptor.ts'
import { resourceOf } from '../count/resource.ts'
import { type Row, TABLES, type Table, type TableName } from '../count/schema.ts'
import { writeTable } from '../count/write.ts'
import type { Limits } from '../engine/confined.ts'
import { Workbench } from '../engine/workbench.ts'

/** What a table of the new package is made of; a table that is not named is copied as it is. */
export type Changes = Partial<Record<TableName, { readonly rows: readonly Row[]; readonly anew?: true }>>

export interface Folders {
  /** Folder and descriptor of the package that is changed. */
  readonly base: string
  readonly descriptor: Descriptor
  /** Folder of the new package. */
  readonly scratch: string
}

const GONE = 'gone.parquet'

/** Writes the lines of the new package, and beside them those taken out. */
export async function writeSpend(bench: Workbench, { base, scratch }: Folders): Promise<Resource> {
  const [spend] = await bench.ask<{ Count: number }>('publish-spend', {
    base: join(base, 'spend.parquet'),
    file: join(scratch, 'spend.parquet'),
  })
  await bench.ask('publish-replaced', { file: join(scratch, GONE) })
  return resourceOf(TABLES.spend, scratch, spend!.Count)
}

/** Writes every other table: those that change with rows added or anew, the rest as bytes. */
export async function writeTables(
  { base, descriptor, scratch }: Folders,
  changes: Changes,
  limits: Limits,
  signal: AbortSignal,
): Promise<Resource[]> {
  const bench = await Workbench.open(':memory:', { ...limits, folder: scratch, also: base })
  try {
    const written: Resource[] = []
    for (const table of Object.values<Table>(TABLES)) {
      signal.throwIfAborted()
      if (table.name === 'spend') continue
      const before = descriptor.resources.find(({ name }) => name === table.name)
      const change = changes[table.name as TableName]
      if (change || table.name === 'replaced') {
        const from = before && !change?.anew ? [join(base, before.path)] : []
        if (table.name === 'replaced') from.push(join(scratch, GONE))
        const made = await writeTable(bench.connection, table, change?.rows ?? [], scratch, from)
        if (table.optional && made.rows === 0) await rm(join(scratch, made.path))
        else written.push(made)
      } else if (before) {
        await copyFile(join(base, before.path), join(scratch, `${table.name}.parquet`))
        written.push({ ...before, path: `${table.name}.parquet` })
      }
    }
    return written
  } finally {
    bench.close()
    await rm(join(scratch, GONE), { force: true })
  }
}
