import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Count } from '../count/open.ts'
import { Workbench } from '../engine/workbench.ts'
import { baselineOf, placesOfAgencies } from './baseline.ts'
import { check, STAGING, textOf } from './check.ts'
import { normal } from './clean.ts'
import { plainColumns } from './columns-of.ts'
import { fileType } from './file-type.ts'
import { type Known, knownOf } from './known.ts'
import type { Baseline } from './magnitude.ts'
import type { Mapping } from './mapping.ts'
import { type MappingFault, mappingFaults } from './mapping-faults.ts'
import { propose } from './propose.ts'
import { readParquet } from './read-parquet.ts'
import { readText } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { ordered, type Receipt, receiptOf } from './receipt.ts'
import { plainName, receive } from './receive.ts'
import type { Report } from './report.ts'
import {
  intakesFolder,
  type KeptFile,
  makeState,
  readState,
  type State,
  sweep,
  writeState,
  writeWhole,
} from './store.ts'
import type { Part, Reading } from './terms.ts'

export interface IntakesOptions {
  /** A new id: 12 lower case letters and digits. */
  readonly id: () => string
  readonly now: () => Date
  /** Largest file. */
  readonly megabytes: number
  readonly threads: number
  readonly memoryLimit: string
}

/** What is asked cannot be done as the intake stands. */
export class NotNow extends Error {
  readonly where: string
  constructor(where: string, message: string) {
    super(message)
    this.name = 'NotNow'
    this.where = where
  }
}

/** A mapping that these files cannot be read by. */
export class BadMapping extends Error {
  readonly faults: readonly MappingFault[]
  constructor(faults: readonly MappingFault[]) {
    super('The mapping does not fit the files.')
    this.name = 'BadMapping'
    this.faults = faults
  }
}

const RESULTS = ['report.json', 'receipt.json', STAGING]
export const MOST_FILES = 50
const MOST_BASELINES = 16

/** Files brought to a count: each intake in a folder of its own, its stages one at a time. Methods that name an intake give undefined where there is none. */
export class Intakes {
  readonly #stateFolder: string
  readonly #options: IntakesOptions
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #checking = new Set<string>()
  readonly #baselines = new Map<string, Promise<Baseline>>()
  #known: { hash: string; known: Known; places: ReadonlyMap<string, string> } | undefined

  constructor(stateFolder: string, options: IntakesOptions) {
    this.#stateFolder = stateFolder
    this.#options = options
  }

  /** Takes away what was left half made. */
  sweep(): Promise<void> {
    return sweep(this.#stateFolder)
  }

  folder(id: string): string {
    return join(intakesFolder(this.#stateFolder), id)
  }

  async start(): Promise<State> {
    const id = this.#options.id()
    const state: State = {
      id,
      created: this.#options.now().toISOString(),
      next: 1,
      files: [],
      proposal: null,
      mapping: null,
    }
    await makeState(this.folder(id), state)
    return state
  }

  read(id: string): Promise<State | undefined> {
    return readState(this.#stateFolder, id)
  }

  /** Takes an intake and all that is of it away. */
  remove(id: string): Promise<State | undefined> {
    return this.#turn(id, async (state) => {
      await rm(this.folder(id), { recursive: true, force: true })
      return state
    })
  }

  /**
   * Keeps a file and reads it; one of the same name is replaced.
   * @throws Unreadable, TooLarge, NotNow
   */
  async put(
    id: string,
    given: string,
    source: AsyncIterable<Buffer>,
    count: Count,
    signal?: AbortSignal,
  ): Promise<State | undefined> {
    if (!(await this.read(id))) return undefined
    const name = plainName(given)
    const arriving = join(this.folder(id), 'files', `${this.#options.id()}.part`)
    await mkdir(join(this.folder(id), 'files'), { recursive: true })
    const { bytes, sha256 } = await receive(source, arriving, this.#options.megabytes)
    try {
      return await this.#turn(id, async (state) => {
        const same = state.files.find((file) => file.sha256 === sha256 && file.name !== name)
        if (same) throw new NotNow('file', `${name} is the same file as ${same.name}, which is here already.`)
        if (state.files.length >= MOST_FILES)
          throw new NotNow('file', `${MOST_FILES} files are here, as many as are taken together.`)
        const reading = await this.#reading(id, arriving, state.next, signal)
        await rename(arriving, join(this.folder(id), 'files', String(state.next)))
        const file: KeptFile = { name, bytes, sha256, file: state.next, reading: named(reading, name) }
        const before = state.files.find((one) => one.name === name)
        const files = [...state.files.filter((one) => one.name !== name), file]
        const next = state.next + Math.max(1, reading.parts.length)
        const changed = await this.#write({ ...state, next, files, proposal: null }, count)
        if (before) await this.#drop(id, before)
        return changed
      })
    } finally {
      await rm(arriving, { force: true }).catch(() => undefined)
    }
  }

  async #reading(id: string, file: string, part: number, signal?: AbortSignal): Promise<Reading> {
    const folder = this.folder(id)
    const beside = `${file}.utf8`
    const to = { beside, part, text: textOf(folder, part) }
    const type = await fileType(file)
    try {
      if (type === 'csv') return await readText(file, to)
      if (type === 'parquet') return await readParquet(file, to, this.#options)
      return await readWorkbook(file, { part, text: (at) => textOf(folder, at) }, signal ? { signal } : {})
    } catch (error) {
      await rm(to.text, { force: true }).catch(() => undefined)
      throw error
    } finally {
      for (const left of [beside, `${beside}.decoded`]) await rm(left, { force: true }).catch(() => undefined)
    }
  }

  async #drop(id: string, { file, reading }: KeptFile): Promise<void> {
    await rm(join(this.folder(id), 'files', String(file)), { force: true })
    for (const { part } of reading.parts) await rm(textOf(this.folder(id), part), { force: true })
  }

  /** Takes one file out again. */
  removeFile(id: string, name: string, count: Count): Promise<State | undefined> {
    return this.#turn(id, async (state) => {
      const file = state.files.find((one) => one.name === name)
      if (!file) return undefined
      const changed = await this.#write({ ...state, files: state.files.filter((one) => one !== file) }, count)
      await this.#drop(id, file)
      return changed
    })
  }

  async #write(state: State, count: Count): Promise<State> {
    const folder = this.folder(state.id)
    const { known, places } = await this.#lookUp(count)
    const parts = partsOf(state)
    const proposal =
      parts.length > 0 ? propose(parts, known, { placeOfAgency: (agency) => places.get(agency) }) : null
    const changed = { ...state, proposal }
    for (const result of RESULTS) await rm(join(folder, result), { force: true })
    await writeState(folder, changed)
    return changed
  }

  #baseline(count: Count, year: string): Promise<Baseline> {
    const key = `${count.hash} ${year}`
    const kept = this.#baselines.get(key) ?? baselineOf(count, year)
    if (this.#baselines.size >= MOST_BASELINES) this.#baselines.clear()
    this.#baselines.set(key, kept)
    kept.catch(() => this.#baselines.delete(key))
    return kept
  }

  async #lookUp(count: Count) {
    if (this.#known?.hash !== count.hash)
      this.#known = {
        hash: count.hash,
        known: knownOf(count.catalogue),
        places: await placesOfAgencies(count),
      }
    return this.#known
  }

  /** Saves the mapping the files are to be read by. Throws BadMapping. */
  map(id: string, mapping: Mapping, count: Count): Promise<State | undefined> {
    return this.#turn(id, async (state) => {
      const { known } = await this.#lookUp(count)
      const faults = mappingFaults(mapping, partsOf(state), known)
      if (faults.length > 0) throw new BadMapping(faults)
      return this.#write({ ...state, mapping }, count)
    })
  }

  /** Why a check cannot begin; undefined where there is no such intake. Throws BadMapping, NotNow. */
  async ready(id: string, count: Count): Promise<State | undefined> {
    const state = await this.read(id)
    if (!state) return undefined
    if (this.#checking.has(id))
      throw new NotNow('check', 'A check of these files is running. Wait for it or cancel it.')
    if (state.files.length === 0) throw new NotNow('files', 'There is no file to check yet.')
    const { known } = await this.#lookUp(count)
    const faults = mappingFaults(state.mapping ?? state.proposal!.mapping, partsOf(state), known)
    if (faults.length > 0) throw new BadMapping(faults)
    return state
  }

  /** Judges every row by the mapping saved, or the one proposed, and keeps report and receipt. */
  check(
    id: string,
    count: Count,
    progress?: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<Report | undefined> {
    this.#checking.add(id)
    return this.#turn(id, async (state) => {
      const folder = this.folder(id)
      const { known } = await this.#lookUp(count)
      const mapping = state.mapping ?? state.proposal!.mapping
      for (const result of RESULTS) await rm(join(folder, result), { force: true })
      const { report, digest } = await check(
        {
          folder,
          files: state.files,
          mapping,
          known,
          baselineOf: (year) => this.#baseline(count, year),
          ...this.#options,
        },
        progress,
        signal,
      )
      const files = state.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
      const receipt = receiptOf(files, mapping, { id: count.id, hash: count.hash }, report, digest)
      await writeWhole(join(folder, 'receipt.json'), `${ordered(receipt)}\n`)
      await writeWhole(join(folder, 'report.json'), JSON.stringify(report))
      return report
    }).finally(() => this.#checking.delete(id))
  }

  report(id: string): Promise<Report | undefined> {
    return this.#result<Report>(id, 'report.json')
  }

  receipt(id: string): Promise<Receipt | undefined> {
    return this.#result<Receipt>(id, 'receipt.json')
  }

  async #result<T>(id: string, name: string): Promise<T | undefined> {
    if (!(await this.read(id))) return undefined
    const text = await readFile(join(this.folder(id), name), 'utf8').catch((error) => {
      if (error.code !== 'ENOENT') throw error
      throw new NotNow('check', 'These files have not been checked as they stand: check them first.')
    })
    return JSON.parse(text) as T
  }

  /** Everything found, a few thousand at a time. */
  async *findings(id: string): AsyncGenerator<unknown[][]> {
    const bench = await this.#staging(id)
    try {
      yield* bench.stream('intake-findings', { most: null })
    } finally {
      bench.close()
    }
  }

  /** Rejected rows as they came, under the names of all columns: file, sheet, row, why, then a cell a column. */
  async *rejected(id: string): AsyncGenerator<(string | null)[][]> {
    const state = (await this.read(id))!
    const all = partsOf(state)
    const headers = [
      ...new Map(all.flatMap((part) => part.headers.map((header) => [normal(header), header] as const))),
    ]
    yield [['file', 'sheet', 'row', 'why', ...headers.map(([, header]) => header), 'beyond the last column']]
    const bench = await this.#staging(id)
    try {
      for (const file of state.files)
        for (const part of file.reading.parts) {
          await bench.set('part', part.part)
          await bench.set('text', textOf(this.folder(id), part.part))
          await bench.set('columns', plainColumns(part))
          await bench.set('delimiter', part.delimiter)
          await bench.set('parallel', false)
          const at = new Map(part.headers.map((header, index) => [normal(header), index]))
          for await (const rows of bench.stream('intake-rejected'))
            yield rows.map(([why, row, _mark, ...cells]) => [
              file.name,
              part.sheet,
              String(row),
              why as string | null,
              ...headers.map(([key]) => (at.has(key) ? (cells[at.get(key)!] as string | null) : null)),
              cells[part.headers.length] as string | null,
            ])
        }
    } finally {
      bench.close()
    }
  }

  async #staging(id: string): Promise<Workbench> {
    await this.report(id)
    return Workbench.open(join(this.folder(id), STAGING), {
      ...this.#options,
      folder: this.folder(id),
      readOnly: true,
    })
  }

  #turn<T>(id: string, work: (state: State) => Promise<T>): Promise<T | undefined> {
    const turn = (this.#turns.get(id) ?? Promise.resolve())
      .catch(() => undefined)
      .then(async () => {
        const state = await this.read(id)
        return state && work(state)
      })
    this.#turns.set(id, turn)
    turn
      .catch(() => undefined)
      .finally(() => {
        if (this.#turns.get(id) === turn) this.#turns.delete(id)
      })
    return turn
  }
}

const partsOf = ({ files }: State): Part[] => files.flatMap(({ reading }) => [...reading.parts])
const named = (reading: Reading, name: string): Reading => ({
  ...reading,
  findings: reading.findings.map((finding) => ({ ...finding, file: name })),
})
