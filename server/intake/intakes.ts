import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Count } from '../count/open.ts'
import type { Workbench, WorkbenchOptions } from '../engine/workbench.ts'
import { check } from './check.ts'
import { dropFile, named, readFileOf } from './keep-file.ts'
import { LookedUp } from './looked-up.ts'
import type { Mapping } from './mapping.ts'
import { mappingFaults } from './mapping-faults.ts'
import type { IntakesOptions } from './options.ts'
import { propose } from './propose.ts'
import { type Receipt, receiptOf } from './receipt.ts'
import { plainName, receive } from './receive.ts'
import { BadMapping, NotNow } from './refusals.ts'
import type { Report } from './report.ts'
import { dropResults, findingsIn, openStaging, rejectedIn, resultOf, writeResults } from './results.ts'
import {
  intakesFolder,
  type KeptFile,
  makeState,
  partsOf,
  readState,
  type State,
  sweep,
  writeState,
} from './store.ts'
import { Turns } from './turns.ts'

const MOST_FILES = 50

/** Files brought to a count: each intake in a folder of its own, its stages one at a time. Methods that name an intake give undefined where there is none. */
export class Intakes {
  readonly #stateFolder: string
  readonly #options: IntakesOptions
  readonly #turns = new Turns()
  readonly #checking = new Set<string>()
  readonly #lookedUp = new LookedUp()

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
        const reading = await readFileOf(this.folder(id), arriving, state.next, this.#options, signal)
        await rename(arriving, join(this.folder(id), 'files', String(state.next)))
        const file: KeptFile = { name, bytes, sha256, file: state.next, reading: named(reading, name) }
        const before = state.files.find((one) => one.name === name)
        const files = [...state.files.filter((one) => one.name !== name), file]
        const next = state.next + Math.max(1, reading.parts.length)
        const changed = await this.#write({ ...state, next, files, proposal: null }, count)
        if (before) await dropFile(this.folder(id), before)
        return changed
      })
    } finally {
      await rm(arriving, { force: true }).catch(() => undefined)
    }
  }

  /** Takes one file out again. */
  removeFile(id: string, name: string, count: Count): Promise<State | undefined> {
    return this.#turn(id, async (state) => {
      const file = state.files.find((one) => one.name === name)
      if (!file) return undefined
      const changed = await this.#write({ ...state, files: state.files.filter((one) => one !== file) }, count)
      await dropFile(this.folder(id), file)
      return changed
    })
  }

  async #write(state: State, count: Count): Promise<State> {
    const folder = this.folder(state.id)
    const { known, placeOfAgency } = await this.#lookedUp.of(count)
    const parts = partsOf(state)
    const names = state.files.map(({ name }) => name)
    const proposal = parts.length > 0 ? propose(parts, known, { placeOfAgency, names }) : null
    const changed = { ...state, proposal }
    await dropResults(folder)
    await writeState(folder, changed)
    return changed
  }

  /** The mapping the files are read by: the one saved, or the one proposed. Throws BadMapping. */
  async #mappingOf(state: State, count: Count): Promise<Mapping> {
    const mapping = state.mapping ?? state.proposal!.mapping
    const { known } = await this.#lookedUp.of(count)
    const faults = mappingFaults(mapping, partsOf(state), known)
    if (faults.length > 0) throw new BadMapping(faults)
    return mapping
  }

  /** Saves the mapping the files are to be read by. Throws BadMapping. */
  map(id: string, mapping: Mapping, count: Count): Promise<State | undefined> {
    return this.#turn(id, async (before) => {
      const state = { ...before, mapping }
      await this.#mappingOf(state, count)
      return this.#write(state, count)
    })
  }

  /** Why a check cannot begin; undefined where there is no such intake. Throws BadMapping, NotNow. */
  async ready(id: string, count: Count): Promise<State | undefined> {
    const state = await this.read(id)
    if (!state) return undefined
    if (this.#checking.has(id))
      throw new NotNow('check', 'A check of these files is running. Wait for it or cancel it.')
    if (state.files.length === 0) throw new NotNow('files', 'There is no file to check yet.')
    await this.#mappingOf(state, count)
    return state
  }

  /**
   * Judges every row by the mapping saved, or the one proposed, and keeps report and receipt.
   * @throws BadMapping where a file that came since it was asked for is not read by it, QueryError
   */
  check(
    id: string,
    count: Count,
    progress?: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<Report | undefined> {
    this.#checking.add(id)
    return this.#turn(id, async (state) => {
      const folder = this.folder(id)
      const mapping = await this.#mappingOf(state, count)
      const { report, digest } = await check(
        {
          folder,
          files: state.files,
          mapping,
          ...(await this.#lookedUp.of(count)),
          baselineOf: (year) => this.#lookedUp.baseline(count, year),
          ...this.#options,
        },
        progress,
        signal,
      )
      const files = state.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
      const receipt = receiptOf(files, mapping, { id: count.id, hash: count.hash }, report, digest)
      await writeResults(folder, report, receipt)
      return report
    }).finally(() => this.#checking.delete(id))
  }

  async report(id: string): Promise<Report | undefined> {
    return (await this.read(id)) && resultOf<Report>(this.folder(id), 'report')
  }

  async receipt(id: string): Promise<Receipt | undefined> {
    return (await this.report(id)) && resultOf<Receipt>(this.folder(id), 'receipt')
  }

  /** Everything found, a few thousand at a time. */
  findings(id: string): AsyncGenerator<unknown[][]> {
    return findingsIn(() => this.staging(id))
  }

  /** Rejected rows as they came, under the names of all columns: file, sheet, row, why, then a cell a column. */
  async *rejected(id: string): AsyncGenerator<(string | null)[][]> {
    const state = (await this.read(id))!
    yield* rejectedIn(() => this.staging(id), this.folder(id), state)
  }

  /**
   * The database a check left, opened to be read, and closed by who opens it.
   * @param more settings of a longer piece of work: a folder of its own, say
   * @throws NotNow where the files have not been checked as they stand
   */
  async staging(id: string, more: Partial<WorkbenchOptions> = {}): Promise<Workbench> {
    await this.report(id)
    return openStaging(this.folder(id), { ...this.#options, ...more })
  }

  #turn<T>(id: string, work: (state: State) => Promise<T>): Promise<T | undefined> {
    return this.#turns.take(id, async () => {
      const state = await this.read(id)
      return state && work(state)
    })
  }
}
