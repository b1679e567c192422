import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Workbench, type WorkbenchOptions } from '../engine/workbench.ts'
import { acrossOf } from './across.ts'
import { STAGING, textOf } from './check-work.ts'
import { normal } from './clean.ts'
import { plainColumns } from './columns-of.ts'
import { ordered, type Receipt } from './receipt.ts'
import { NotNow } from './refusals.ts'
import type { Report } from './report.ts'
import { partsOf, RESULTS, type State, writeWhole } from './store.ts'

/** Takes away what a check left: the intake has changed since. */
export async function dropResults(folder: string): Promise<void> {
  for (const result of RESULTS) await rm(join(folder, result), { force: true })
}

/** What a check left as JSON. Throws NotNow where it left nothing, or the files have changed since. */
export async function resultOf<T>(folder: string, name: 'report' | 'receipt'): Promise<T> {
  const text = await readFile(join(folder, `${name}.json`), 'utf8').catch((error) => {
    if (error.code !== 'ENOENT') throw error
    throw new NotNow('check', 'These files have not been checked as they stand: check them first.')
  })
  return JSON.parse(text) as T
}

/** Keeps what a check found; the report last, as the one that says it is whole. */
export async function writeResults(folder: string, report: Report, receipt: Receipt): Promise<void> {
  await writeWhole(join(folder, 'receipt.json'), `${ordered(receipt)}\n`)
  await writeWhole(join(folder, 'report.json'), JSON.stringify(report))
}

/** The database a check left, to be read. */
export const openStaging = (
  folder: string,
  options: Omit<WorkbenchOptions, 'folder' | 'readOnly'> & Partial<Pick<WorkbenchOptions, 'folder'>>,
) => Workbench.open(join(folder, STAGING), { folder, ...options, readOnly: true })

/** Everything found, a few thousand at a time. */
export async function* findingsIn(open: () => Promise<Workbench>): AsyncGenerator<unknown[][]> {
  const bench = await open()
  try {
    yield* bench.stream('intake-findings')
  } finally {
    bench.close()
  }
}

/** Rejected rows as they came, under the names of all columns: file, sheet, row, why, then a cell a column. */
export async function* rejectedIn(
  open: () => Promise<Workbench>,
  folder: string,
  state: State,
): AsyncGenerator<(string | null)[][]> {
  const all = partsOf(state)
  const headers = [
    ...new Map(all.flatMap((part) => part.headers.map((header) => [normal(header), header] as const))),
  ]
  yield [['file', 'sheet', 'row', 'why', ...headers.map(([, header]) => header), 'beyond the last column']]
  const bench = await open()
  try {
    for (const file of state.files)
      for (const part of file.reading.parts) {
        await bench.set('part', part.part)
        await bench.set('text', textOf(folder, part.part))
        await bench.set('columns', plainColumns(part))
        await bench.set('delimiter', part.delimiter)
        if (part.asCame) await bench.set('skip', part.headerRow)
        else await bench.set('parallel', false)
        const at = new Map(part.headers.map((header, index) => [normal(header), index]))
        const mapping = state.mapping ?? state.proposal!.mapping
        const across = acrossOf(part, mapping).map((one) => one.at)
        for await (const rows of bench.stream(part.asCame ? 'intake-rejected-as-came' : 'intake-rejected'))
          yield rows.map(([why, columns, row, _mark, ...cells]) => {
            const fallen = new Set(
              String(columns)
                .split(' ')
                .map((column) => Number(column) - 1),
            )
            const kept = across.filter((column) => !fallen.has(column) && cells[column] !== null)
            return [
              file.name,
              part.sheet,
              String(row),
              kept.length > 0 ? `${why}; the amounts accepted are left out` : (why as string | null),
              ...headers.map(([key]) => {
                const column = at.get(key)
                return column === undefined || kept.includes(column) ? null : (cells[column] as string | null)
              }),
              cells[part.headers.length] as string | null,
            ]
          })
      }
  } finally {
    bench.close()
  }
}
