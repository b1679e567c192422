import { strFromU8, unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'

export type Sheets = ReadonlyMap<string, readonly (readonly unknown[])[]>

const MEGABYTE = 2 ** 20
export const MOST_BYTES = 50 * MEGABYTE
const MOST_UNPACKED = 300 * MEGABYTE
const WORKBOOK_PART = '[Content_Types].xml'
const MANIFEST = 'manifest.json'

/** A file that cannot be checked, in words for whoever gave it. */
export class NotOurs extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotOurs'
  }
}

/** Unpacks the parts of a zip that are asked for, by sizes as the zip states them. */
function unpacked(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize
        if (size > MOST_UNPACKED) throw new NotOurs('It would unpack to more than this program reads.')
        return wanted(name)
      },
    })
  } catch (error) {
    if (error instanceof NotOurs) throw error
    throw new NotOurs('It is neither a workbook nor a zip.')
  }
}

/**
 * The workbooks in a file: itself, or those of a zip of exports with a manifest.
 *
 * @throws NotOurs where it is too large, no zip, or neither
 */
export function workbooksIn(name: string, bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  if (bytes.length > MOST_BYTES) throw new NotOurs('It is larger than this program reads.')
  const names: string[] = []
  const parts = unpacked(bytes, (part) => {
    names.push(part)
    return part === MANIFEST || part.endsWith('.xlsx')
  })
  if (names.includes(WORKBOOK_PART)) return [{ name, bytes }]
  if (!parts[MANIFEST]) throw new NotOurs('It is neither a workbook nor a zip of exports.')
  try {
    JSON.parse(strFromU8(parts[MANIFEST]))
  } catch {
    throw new NotOurs('Its manifest cannot be read.')
  }
  const books = Object.entries(parts).filter(([part]) => part.endsWith('.xlsx'))
  if (books.length === 0) throw new NotOurs('It holds no workbook.')
  return books.map(([part, content]) => ({ name: `${name}: ${part}`, bytes: content }))
}

/** A workbook's sheets as rows of cells. @throws NotOurs where it cannot be read */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheets> {
  try {
    const sheets = (await readWorkbook(Buffer.from(bytes))) as unknown as {
      sheet: string
      data: unknown[][]
    }[]
    return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
  } catch {
    throw new NotOurs('It cannot be read as a workbook.')
  }
}
