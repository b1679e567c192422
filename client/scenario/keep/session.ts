import { asDraft, type Draft } from '../state/draft.ts'

/** An unsaved document kept through a reload, with the version it was edited from. */
export interface Unsaved {
  document: Draft
  base: number | null
}

const KEY = 'total-place:scenario:'

/** Keeps what is not saved yet; the name says of which item it is. */
export function keepUnsaved(name: string, unsaved: Unsaved) {
  try {
    sessionStorage.setItem(KEY + name, JSON.stringify(unsaved))
  } catch {
    // A browser that keeps nothing, or is full: the guard on leaving the page still stands.
  }
}

export function dropUnsaved(name: string) {
  try {
    sessionStorage.removeItem(KEY + name)
  } catch {
    // As above: there is nothing to drop.
  }
}

export function findUnsaved(name: string): Unsaved | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY + name) ?? 'null')
    const document = asDraft(kept?.document)
    return document ? { document, base: typeof kept.base === 'number' ? kept.base : null } : null
  } catch {
    return null
  }
}
