import { finding } from './finding.ts'
import { SheetReader } from './sheet-reader.ts'
import { type Finding, type Part, type Reading, Unreadable } from './terms.ts'
import { told } from './workbook-told.ts'

const TIME_MS = 120_000
const MEMORY_MB = 1024

/** Reads the visible sheets of a workbook in a process with a limit of time and memory. */
export async function readWorkbook(
  file: string,
  to: { part: number; text: (part: number) => string },
  {
    timeMs = TIME_MS,
    memoryMb = MEMORY_MB,
    signal,
  }: { timeMs?: number; memoryMb?: number; signal?: AbortSignal } = {},
): Promise<Reading> {
  const parts: Part[] = []
  const findings: Finding[] = []
  let reader: SheetReader | undefined
  const close = async () => {
    const part = await reader?.end()
    if (reader) findings.push(...reader.findings)
    if (part) parts.push(part)
    reader = undefined
  }
  try {
    for await (const one of told(file, timeMs, memoryMb, signal)) {
      if (one.kind === 'fault') throw new Unreadable('workbook', one.message)
      if (one.kind === 'row') await reader?.add(one.cells)
      if (one.kind === 'book' && one.links)
        findings.push(
          finding(
            'note',
            'external-links',
            'Formulas point at other workbooks: their saved values were read, and nothing was fetched.',
          ),
        )
      if (one.kind !== 'sheet') continue
      await close()
      if (one.hidden)
        findings.push(
          finding(
            'warning',
            'hidden-sheet',
            'The sheet is hidden and was not read. Show it and upload again if it belongs to the figures.',
            { sheet: one.name },
          ),
        )
      else {
        const part = to.part + parts.length
        reader = new SheetReader(one, part, to.text(part))
      }
    }
    await close()
  } finally {
    reader?.stop()
  }
  if (parts.length === 0)
    throw new Unreadable('no-rows', 'No visible sheet holds a table with named columns and rows.')
  if (parts.length > 1)
    findings.push(
      finding(
        'warning',
        'several-sheets',
        `${parts.length} sheets hold tables and all were read: see that none of them repeats another.`,
        { count: parts.length },
      ),
    )
  return { type: 'xlsx', encoding: null, parts, findings }
}
