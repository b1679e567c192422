import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../../server/count/schema.ts'
import { ROOT } from '../../server/root.ts'
import { readSheet, type Sheet } from './sheet.ts'

/** What a publication's `source.json` says of each file it reads. */
export interface Publication {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly year: string
  readonly licence: string
  readonly attribution: string
  readonly url: string
  readonly retrieved: string
  readonly folder: string
  readonly file: string
  readonly note?: string
}

/** Opens publications below one folder and remembers each, for the count's table of sources. */
export class Publications {
  readonly #from: string
  readonly #sheets = new Map<string, Sheet>()
  readonly #read = new Map<string, Row>()

  constructor(from: string) {
    this.#from = from
  }

  /** One file of a publication by the folder under data/sources and the publication's id; read once. */
  open(folder: string, id: string): Sheet {
    const before = this.#sheets.get(id)
    if (before) return before
    const known = JSON.parse(
      readFileSync(join(ROOT, 'data/sources', folder, 'source.json'), 'utf8'),
    ) as readonly Publication[]
    const publication = known.find((one) => one.id === id)
    if (!publication) throw new Error(`data/sources/${folder}/source.json has no publication ${id}`)
    const sheet = readSheet(join(this.#from, publication.folder), publication.file)
    const { folder: _, note, ...row } = publication
    this.#sheets.set(id, sheet)
    this.#read.set(id, { ...row, note: note ?? null, sha256: sheet.sha256 })
    return sheet
  }

  /** Rows of the table of sources, one a file read. */
  rows(): Row[] {
    return [...this.#read.values()]
  }
}
