import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { STAGING } from './check-work.ts'
import type { Mapping } from './mapping.ts'
import type { Proposal } from './propose.ts'
import type { Part, Reading } from './terms.ts'

export interface KeptFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Number of the file as it came, in the folder files. */
  readonly file: number
  readonly reading: Reading
}

/** How an intake stands; its folder holds the rest. */
export interface State {
  readonly id: string
  /** ISO time. */
  readonly created: string
  /** Number of the next file or table. */
  readonly next: number
  readonly files: readonly KeptFile[]
  readonly proposal: Proposal | null
  /** The mapping as saved; null until it is. */
  readonly mapping: Mapping | null
}

/** The tables of all files. */
export const partsOf = ({ files }: State): Part[] => files.flatMap(({ reading }) => [...reading.parts])

const STATE = 'intake.json'
/** What a check leaves. */
export const RESULTS = ['report.json', 'receipt.json', STAGING]
const ID = /^[a-z0-9]{12}$/
/** An upload takes minutes at most: what is this old and not whole belongs to no one. */
const ABANDONED_MS = 3_600_000

export const intakesFolder = (stateFolder: string) => join(stateFolder, 'intake')

/** A name beside a file for what will take its place: another process at work has another. */
export const besideOf = (file: string) => `${file}.${process.pid}.new`

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const beside = besideOf(file)
  try {
    await writeFile(beside, text, { flush: true } as object)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

export async function makeState(folder: string, state: State): Promise<void> {
  await mkdir(join(folder, 'files'), { recursive: true })
  await mkdir(join(folder, 'parts'), { recursive: true })
  await writeState(folder, state)
}

export const writeState = (folder: string, state: State) =>
  writeWhole(join(folder, STATE), JSON.stringify(state))

/** The state of an intake; undefined where there is none. */
export async function readState(stateFolder: string, id: string): Promise<State | undefined> {
  if (!ID.test(id)) return undefined
  const text = await readFile(join(intakesFolder(stateFolder), id, STATE), 'utf8').catch((error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as State)
}

/** What a folder of an intake holds when nothing is at work on it. */
const KEPT = new Set(['files', 'parts', STATE, ...RESULTS])

/** Takes away what a process that was killed left half made: folders without a state, and files not of theirs. */
export async function sweep(stateFolder: string, now = Date.now()): Promise<void> {
  const folder = intakesFolder(stateFolder)
  for (const id of await readdir(folder).catch(() => [])) {
    const path = join(folder, id)
    const old = now - (await stat(path)).mtimeMs > ABANDONED_MS
    const state = await readState(stateFolder, id).catch(() => undefined)
    if (!state) {
      if (old && ID.test(id)) await rm(path, { recursive: true, force: true })
      continue
    }
    const known = new Set([
      ...state.files.map(({ file }) => join('files', String(file))),
      ...state.files.flatMap(({ reading }) => reading.parts.map(({ part }) => join('parts', `${part}.csv`))),
    ])
    for (const name of await readdir(path))
      if (!KEPT.has(name) && now - (await stat(join(path, name))).mtimeMs > ABANDONED_MS)
        await rm(join(path, name), { recursive: true, force: true })
    for (const kind of ['files', 'parts'])
      for (const name of await readdir(join(path, kind)).catch(() => [])) {
        const at = join(path, kind, name)
        if (!known.has(join(kind, name)) && now - (await stat(at)).mtimeMs > ABANDONED_MS)
          await rm(at, { force: true })
      }
  }
}
