import type { Request } from 'express'
import { arrowOf } from '../engine/arrow.ts'
import type { About } from '../export/about.ts'
import { bookOf } from '../export/book-of.ts'
import { csvOf } from '../export/csv.ts'
import { csvwOf } from '../export/csvw.ts'
import { writeBook } from '../export/write-book.ts'
import type { TableReply } from './contract.ts'
import { Refusal } from './problem.ts'

export type Format = 'json' | 'csv' | 'arrow' | 'xlsx' | 'csv-metadata.json' | 'svg' | 'png' | 'zip'

export const MEDIA: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  arrow: 'application/vnd.apache.arrow.stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'csv-metadata.json': 'application/csvm+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  zip: 'application/zip',
}

const EXTENSION = /\.(csv|arrow|xlsx|csv-metadata\.json|svg|png|zip)$/
/** Forms that gzip does not make smaller. */
export const PACKED: ReadonlySet<Format> = new Set(['xlsx', 'png', 'zip'])
/** Forms that print the address they were asked at. */
export const WITH_ORIGIN: ReadonlySet<Format> = new Set(['xlsx', 'zip'])
const bare = (format: Format) => MEDIA[format].split(';')[0]!

/** A path without the extension that names a form. */
export const withoutForm = (path: string): string => path.replace(EXTENSION, '')

/**
 * The form a reader asks for, by extension or else by Accept.
 * @throws Refusal 406 naming the forms there are
 */
export function formatOf(request: Request, formats: readonly Format[]): Format {
  const extension = EXTENSION.exec(request.path)?.[1] as Format | undefined
  if (extension) return extension
  const chosen = request.accepts(formats.map(bare))
  const format = formats.find((one) => bare(one) === chosen)
  if (format) return format
  throw new Refusal(406, `This address answers as ${formats.map(bare).join(', ')}.`, [
    {
      where: 'header.accept',
      message: 'names no form this address answers in',
    },
  ])
}

/** A table as an Arrow IPC stream. */
export const arrowBytes = ({ columns, data, query, count }: TableReply): Buffer =>
  arrowOf(
    columns.map((column) => ({ ...column, values: data[column.name]! })),
    { query, count: count.id, hash: count.hash },
  )

/** A reply in a form; only tables have other forms than JSON. */
export function written(reply: object, format: Format, about: () => About): Buffer | Promise<Buffer> {
  if (format === 'json') return Buffer.from(JSON.stringify(reply))
  const sheet = reply as TableReply
  if (format === 'csv') return Buffer.from(csvOf(sheet))
  if (format === 'arrow') return arrowBytes(sheet)
  if (format === 'csv-metadata.json') return Buffer.from(JSON.stringify(csvwOf(sheet, about()), null, 2))
  return writeBook(bookOf(sheet, about()))
}
