import type { Request } from 'express'
import { arrowOf } from '../engine/arrow.ts'
import type { TableReply } from './contract.ts'
import { csvOf } from './csv.ts'
import { Refusal } from './problem.ts'

export type Format = 'json' | 'csv' | 'arrow'

export const MEDIA: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  arrow: 'application/vnd.apache.arrow.stream',
}

const bare = (format: Format) => MEDIA[format].split(';')[0]!

/**
 * The form a reader asks for, by extension or else by Accept.
 * @throws Refusal 406 naming the forms there are
 */
export function formatOf(request: Request, formats: readonly Format[]): Format {
  const extension = /\.(csv|arrow)$/.exec(request.path)?.[1] as Format | undefined
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

/** A reply in a form; only tables have other forms than JSON. */
export function written(reply: object, format: Format): Buffer {
  if (format === 'json') return Buffer.from(JSON.stringify(reply))
  const sheet = reply as TableReply
  if (format === 'csv') return Buffer.from(csvOf(sheet))
  const columns = sheet.columns.map((column) => ({
    ...column,
    values: sheet.data[column.name]!,
  }))
  return arrowOf(columns, {
    query: sheet.query,
    count: sheet.count.id,
    hash: sheet.count.hash,
  })
}
