import { askedAddress } from './asked-address.ts'
import { type Format, MEDIA } from './format.ts'

const LONGEST_LINK = 2000

/** Headers of a reply in a form: its type, its rows, the name it is saved by, what describes it. `file` is that name without its extension: letters, digits, hyphens. */
export function replyHeaders(
  path: string,
  asked: object,
  format: Format,
  rows?: number,
  file = `total-place-${path.replaceAll(/[^a-z]/g, '')}`,
): Record<string, string> {
  const headers: Record<string, string> = { 'Content-Type': MEDIA[format] }
  if (rows !== undefined) headers['X-Row-Count'] = String(rows)
  if (format === 'json') return headers
  headers['Content-Disposition'] = `attachment; filename="${file}.${format}"`
  const metadata = askedAddress(`${path}.csv-metadata.json`, asked)
  if (format === 'csv' && metadata.length <= LONGEST_LINK)
    headers.Link = `<${metadata}>; rel="describedby"; type="${MEDIA['csv-metadata.json']}"`
  return headers
}
