import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { textOf } from './check-work.ts'
import { fileType } from './file-type.ts'
import { readParquet } from './read-parquet.ts'
import { readText } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import type { KeptFile } from './store.ts'
import type { Reading } from './terms.ts'

/** Reads a file of an intake, whatever its kind, its tables numbered from `part`. Throws Unreadable. */
export async function readFileOf(
  folder: string,
  file: string,
  part: number,
  options: { threads: number; memoryLimit: string },
  signal?: AbortSignal,
): Promise<Reading> {
  const beside = `${file}.utf8`
  const to = { beside, part, text: textOf(folder, part) }
  const type = await fileType(file)
  try {
    if (type === 'csv') return await readText(file, to)
    if (type === 'parquet') return await readParquet(file, to, options)
    return await readWorkbook(file, { part, text: (at) => textOf(folder, at) }, signal ? { signal } : {})
  } catch (error) {
    await rm(to.text, { force: true }).catch(() => undefined)
    throw error
  } finally {
    for (const left of [beside, `${beside}.decoded`]) await rm(left, { force: true }).catch(() => undefined)
  }
}

/** Takes a file and its tables away. */
export async function dropFile(folder: string, { file, reading }: KeptFile): Promise<void> {
  await rm(join(folder, 'files', String(file)), { force: true })
  for (const { part } of reading.parts) await rm(textOf(folder, part), { force: true })
}

export const named = (reading: Reading, name: string): Reading => ({
  ...reading,
  findings: reading.findings.map((finding) => ({ ...finding, file: name })),
})
