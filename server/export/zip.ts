import { createHash } from 'node:crypto'
import { type Zippable, zipSync } from 'fflate'

/** A file of a zip. */
export interface Part {
  /** Path inside the zip: letters, digits, hyphens, dots and slashes. */
  readonly path: string
  readonly bytes: Buffer
  /** What it holds, in a line. */
  readonly about: string
}

/** What a zip says of itself in its manifest and its README. */
export interface ZipAbout {
  readonly title: string
  /** ISO date of the figures: the same question gives the same bytes. */
  readonly made: string
  readonly software: string
  /** Everything a program needs to ask again: count, question, scenario. */
  readonly asked: Readonly<Record<string, unknown>>
  /** Where a reader opens the view again; null where no view shows it. */
  readonly link: string | null
  /** Paragraphs for a reader: scope, prices, what is missing, licences. */
  readonly notes: readonly string[]
}

const SAFE = /^(?!.*\.\.)[a-z0-9][a-z0-9./-]*$/
const STORED = /\.(png|xlsx|docx|zip)$/
export const MANIFEST = 'manifest.json'
export const README = 'README.txt'

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const readme = (parts: readonly Part[], { title, software, link, notes }: ZipAbout): string =>
  [
    title,
    '',
    ...notes.flatMap((note) => [note, '']),
    ...(link ? [`Open the view: ${link}`, ''] : []),
    'Files',
    '',
    ...parts.map(({ path, about }) => `${path}: ${about}`),
    `${MANIFEST}: the question, the version of the data, and the SHA-256 of every file above`,
    '',
    `Made by Total Place ${software}.`,
    '',
  ].join('\r\n')

/**
 * Files in one zip, with README.txt and a manifest.json of their hashes; the same parts give the same bytes.
 * @throws Error where a path could leave the folder it is unpacked in, or stands twice
 */
export function zipOf(parts: readonly Part[], about: ZipAbout): Buffer {
  for (const [index, { path }] of parts.entries())
    if (!SAFE.test(path) || parts.findIndex((part) => part.path === path) !== index)
      throw new Error(`${path} cannot be a path in a zip`)
  const files: Part[] = [
    ...parts,
    { path: README, bytes: Buffer.from(readme(parts, about)), about: 'What this is' },
  ]
  const manifest = {
    title: about.title,
    made: about.made,
    software: `Total Place ${about.software}`,
    ...about.asked,
    link: about.link,
    files: files.map(({ path, bytes, about }) => ({
      path,
      about,
      bytes: bytes.length,
      sha256: digest(bytes),
    })),
  }
  const [year, month, day] = about.made.slice(0, 10).split('-').map(Number) as [number, number, number]
  // A zip keeps local time: made of its parts, it is the same in every zone.
  const mtime = new Date(year, month - 1, day)
  const all: Zippable = {}
  for (const { path, bytes } of files) all[path] = [bytes, { mtime, level: STORED.test(path) ? 0 : 6 }]
  all[MANIFEST] = [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), { mtime, level: 6 }]
  return Buffer.from(zipSync(all))
}
