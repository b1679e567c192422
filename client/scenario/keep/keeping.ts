import { batch, computed, effect, signal } from '@preact/signals'
import { count } from '../../state/count.ts'
import { UNSAVED } from '../../state/state.ts'
import { go } from '../../state/store.ts'
import { amend, open, scenarioDocument, shut } from '../state/document.ts'
import { asDraft, type Draft, EMPTY } from '../state/draft.ts'
import { create, type LibraryFull, type LibraryVersion, latestOf, type Preset, save } from './library.ts'
import { same } from './same.ts'
import { dropUnsaved, findUnsaved, keepUnsaved } from './session.ts'

/** What is on the workbench and how much of it the library holds. */
export interface Kept {
  /** Under which an unsaved document is kept: the item's id, preset:<id>, or new. */
  name: string
  /** The version that was opened or last saved here; null for what was never saved. */
  version: LibraryVersion | null
  /** The latest version when it was opened, where an older one is on screen. */
  latest: number | null
  deleted: boolean
  preset: Preset | null
  /** The document as the library or the preset holds it; null for what was never saved. */
  clean: Draft | null
  /** Whether unsaved changes of before a reload were put back. */
  restored: boolean
}

export const kept = signal<Kept | null>(null)
/** The version saved meanwhile by somebody else, which a save came up against. */
export const conflict = signal<LibraryVersion | null>(null)

export const dirty = computed(() => {
  const document = scenarioDocument.value
  const on = kept.value
  return document !== null && on !== null && !same(document, on.clean)
})

/** Puts something on the workbench; unsaved changes to it are put back unless they are of another version. */
export function put(on: Omit<Kept, 'restored'>, document: Draft) {
  const before = findUnsaved(on.name)
  const fits =
    before !== null && before.base === (on.version?.version ?? null) && !same(before.document, document)
  batch(() => {
    kept.value = { ...on, restored: fits }
    conflict.value = null
    open(fits ? before.document : document)
  })
}

export function clear() {
  batch(() => {
    kept.value = null
    conflict.value = null
    shut()
  })
}

/** Begins a scenario that has never been saved. */
export function startNew(document: Draft, preset: Preset | null = null) {
  dropUnsaved(UNSAVED)
  put({ name: UNSAVED, version: null, latest: null, deleted: false, preset, clean: EMPTY }, document)
  go({ page: 'scenario', scenario: UNSAVED, version: null, preset: null, against: null, counted: null })
}

/** Takes back everything since the last save. */
export function revert() {
  const on = kept.value
  if (!on?.clean) return
  dropUnsaved(on.name)
  batch(() => {
    kept.value = { ...on, restored: false }
    open(on.clean!)
  })
}

const keeping = (document: Draft, note: string) => {
  const { id, hash } = count.peek()!.count
  return {
    name: document.name?.trim().slice(0, 120) || 'Untitled scenario',
    note,
    document,
    count: { id, hash },
  }
}

/** Saves as a new item, whatever it was before. */
export async function saveAs(name: string, note: string) {
  const document = { ...scenarioDocument.peek()!, name }
  saved(await create(keeping(document, note)), document)
}

/**
 * Saves a new version on top of one, by default the one on the workbench; where somebody has saved since,
 * nothing is written and `conflict` holds theirs.
 */
export async function saveOn(note: string, base = kept.peek()?.version?.version ?? 0) {
  const on = kept.peek()
  const document = scenarioDocument.peek()!
  try {
    saved(await save(on!.version!.id, base, keeping(document, note)), document)
  } catch (error) {
    const latest = latestOf(error)
    // Where nothing has been saved since, it is refused for another reason, which the error says: it is deleted.
    if (!latest || latest.version === base) throw error
    conflict.value = latest
  }
}

function saved({ id, current }: LibraryFull, document: Draft) {
  const was = kept.peek()
  if (was) dropUnsaved(was.name)
  const preset = was?.preset ?? null
  batch(() => {
    kept.value = {
      name: id,
      version: current,
      latest: null,
      deleted: false,
      preset,
      clean: document,
      restored: false,
    }
    conflict.value = null
    // What was typed while the save was under way stays, and is unsaved; a new name is part of what was saved.
    amend((now) => ({ ...now, name: document.name }))
  })
  toVersion(current)
}

/** The address of a version: the item, its number and the count it was saved with. */
function toVersion({ id, version, count: of }: LibraryVersion) {
  go({ page: 'scenario', scenario: id, version, preset: null, against: null, counted: of?.hash ?? null })
}

/** Puts another version's document on the workbench, what was there being gone. */
export function takeVersion(version: LibraryVersion) {
  const document = asDraft(version.document)
  if (!document) return
  dropUnsaved(version.id)
  put({ ...kept.peek()!, name: version.id, version, latest: null, clean: document }, document)
  toVersion(version)
}

effect(() => {
  const on = kept.value
  const document = scenarioDocument.value
  if (!on || !document) return
  if (dirty.value) keepUnsaved(on.name, { document, base: on.version?.version ?? null })
  else dropUnsaved(on.name)
})

addEventListener('beforeunload', (event) => {
  if (dirty.peek()) event.preventDefault()
})
