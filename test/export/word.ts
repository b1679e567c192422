import { unzipSync } from 'fflate'
import { parsed } from './boxes.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}
const decoded = (text: string) => text.replace(/&\w+;/g, (entity) => ENTITIES[entity]!)

/** Parts of a Word file that are XML, by name. */
export const xmlOf = (file: Uint8Array): Map<string, string> =>
  new Map(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  )

export const bodyOf = (file: Uint8Array): string => xmlOf(file).get('word/document.xml')!

/** Throws where XML is not well formed, by a parser that is not ours. */
export function wellFormed(xml: string): void {
  const inside = xml.replace(/^\s*<\?xml[^>]*\?>/, '')
  parsed(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${inside}</svg>`)
}

const textIn = (xml: string) =>
  decoded([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))

export interface Paragraph {
  readonly style: string
  readonly text: string
}

export const paragraphsOf = (body: string): Paragraph[] =>
  [...body.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside]) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inside!)?.[1] ?? 'Normal',
    text: textIn(inside!),
  }))

export interface WordTable {
  readonly caption: string
  readonly rows: string[][]
  /** Whether the first row is repeated on every page. */
  readonly header: boolean
}

/** The tables of a document, each with the caption above it. */
export function tablesOf(body: string): WordTable[] {
  const found: WordTable[] = []
  let from = 0
  for (const match of body.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)) {
    const above = paragraphsOf(body.slice(from, match.index)).filter(({ style }) => style === 'Caption')
    from = match.index + match[0].length
    const rows = [...match[1]!.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row]) => row!)
    found.push({
      caption: above.at(-1)?.text ?? '',
      header: /<w:tblHeader\/>/.test(rows[0]!),
      rows: rows.map((row) => [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell]) => textIn(cell!))),
    })
  }
  return found
}

/** The rows of the table so captioned, header and all. */
export function tableCalled(body: string, caption: RegExp): string[][] {
  const found = tablesOf(body).filter((one) => caption.test(one.caption))
  if (found.length !== 1) throw new Error(`${found.length} tables are called ${caption}`)
  return found[0]!.rows
}

/** What the runs of a character style say. */
export const runsOf = (body: string, style: string): string[] =>
  [...body.matchAll(/<w:r>(.*?)<\/w:r>/gs)]
    .filter(([, run]) => run!.includes(`<w:rStyle w:val="${style}"/>`))
    .map(([, run]) => textIn(run!))

/** What is told of every drawing to those who do not see it. */
export const altsOf = (body: string): (string | undefined)[] =>
  [...body.matchAll(/<wp:docPr [^>]*>/g)].map(([tag]) => {
    const told = / descr="([^"]*)"/.exec(tag)?.[1]
    return told === undefined ? undefined : decoded(told)
  })
