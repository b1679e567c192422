import { computed, signal } from '@preact/signals'
import type { Draft } from './draft.ts'
import { back, begin, close, forth, type History, step } from './history.ts'

const history = signal<History<Draft | null>>(begin<Draft | null>(null))

/** The document as it is edited, possibly half done; null before one is opened. */
export const scenarioDocument = computed(() => history.value.now)

export const canUndo = computed(() => history.value.past.length > 0)
export const canRedo = computed(() => history.value.future.length > 0)
/** What the next undo takes back and the next redo does again, in words: "the horizon". */
export const undoLabel = computed(() => history.value.past.at(-1)?.label ?? null)
export const redoLabel = computed(() => history.value.future[0]?.label ?? null)

/** Counts the times the document was put in place of what was being typed: undone, done again or opened. */
export const replaced = signal(0)

/** Opens a document, with nothing to undo. */
export function open(document: Draft) {
  history.value = begin<Draft | null>(document)
  replaced.value += 1
}

export function shut() {
  history.value = begin<Draft | null>(null)
}

/**
 * Changes the document without touching the old one.
 *
 * @param label what was changed, for undo: "the horizon"
 * @param kind edits of one kind in a row are one step, as while a slider is dragged, until `settle`
 */
export function edit(change: (document: Draft) => Draft, label: string, kind: string | null = null) {
  const { now } = history.value
  if (now) history.value = step<Draft | null>(history.value, change(now), label, kind)
}

/** Changes the document without a step to undo: for what saving itself sets. */
export function amend(change: (document: Draft) => Draft) {
  const { now } = history.value
  if (now) history.value = { ...history.value, now: change(now) }
}

/** Ends a run of edits of one kind: the next is a step of its own. */
export function settle() {
  history.value = close(history.value)
}

export function undo() {
  history.value = back(history.value)
  replaced.value += 1
}

export function redo() {
  history.value = forth(history.value)
  replaced.value += 1
}
