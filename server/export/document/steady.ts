import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Namespace of the scenario a document carries. */
export const CARRIED = 'urn:total-place:scenario'
const CARRIED_PART = 'customXml/item1.xml'
const RELATIONS = 'word/_rels/document.xml.rels'
const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'
const STAMP = /(<dcterms:(created|modified)[^>]*>)[^<]*/g
/** Names and numbers a library makes up as it writes, the part to keep first. */
const MADE_UP = [
  /(rId)([a-z0-9_-]{21})(?![a-z0-9_-])/g,
  /(_Toc)(\d+)/g,
  /(<wp:docPr [^>]*?\bid=")(\d+)/g,
  /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)/g,
]

/** What is made up numbered instead, in order of appearance. */
function numbered(text: string): string {
  return MADE_UP.reduce((kept, pattern) => {
    const names = new Map<string, string>()
    return kept.replace(pattern, (_, before: string, name: string) => {
      if (!names.has(name)) names.set(name, `${before === 'rId' ? 'Link' : ''}${names.size + 1}`)
      return before + names.get(name)!
    })
  }, text)
}

/** JSON that XML takes as it stands: letters beyond ASCII, and those of markup, as JSON escapes. */
const carried = (scenario: unknown) => {
  const json = JSON.stringify(scenario).replace(
    /[^ -~]|[&<>]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><scenario xmlns="${CARRIED}">${json}</scenario>`
}

/**
 * A Word file without what differs from one writing to the next: clock, random names, order. It carries the scenario
 * as a part of its own, which Word keeps.
 *
 * @param day ISO date the file is of
 */
export function steady(file: Uint8Array, day: string, scenario: unknown): Buffer {
  const parts = Object.entries(unzipSync(file))
  const body = parts.find(([name]) => name === 'word/document.xml')!
  const relations = parts.find(([name]) => name === RELATIONS)!
  const mark = '\u0000'
  const [text, links] = numbered([body, relations].map(([, bytes]) => strFromU8(bytes)).join(mark)).split(
    mark,
  )
  const relation = `<Relationship Id="rIdScenario" Type="${CUSTOM_XML}" Target="../${CARRIED_PART}"/>`
  const changed = new Map<string, string>([
    ['word/document.xml', text!],
    [RELATIONS, links!.replace('</Relationships>', `${relation}</Relationships>`)],
    [CARRIED_PART, carried(scenario)],
  ])
  for (const [name, bytes] of parts)
    if (name === 'docProps/core.xml')
      changed.set(
        name,
        strFromU8(bytes).replace(STAMP, (_, open: string) => `${open}${day}T00:00:00Z`),
      )
  const all = new Map<string, Uint8Array>(parts)
  for (const [name, xml] of changed) all.set(name, strToU8(xml))
  const [year, month, date] = day.split('-').map(Number)
  const mtime = new Date(year!, month! - 1, date!)
  const zip: Zippable = {}
  const first = (name: string) => (name === '[Content_Types].xml' ? 0 : 1)
  const ordered = [...all].sort(([a], [b]) => first(a) - first(b))
  for (const [name, bytes] of ordered) zip[name] = [bytes, { mtime, level: name.endsWith('.png') ? 0 : 6 }]
  return Buffer.from(zipSync(zip))
}
