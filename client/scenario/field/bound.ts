import { type Path, put, valueAt, where } from '../state/change.ts'
import { edit, scenarioDocument } from '../state/document.ts'
import { faults } from '../state/result.ts'

export interface Bound<T> {
  id: string
  value: T | undefined
  /** Changes the value; changes while a field is in use are one step to undo. */
  set: (value: T | undefined) => void
  /** What is wrong with it, in words. */
  wrong: readonly string[]
}

export const fieldId = (path: Path) => `f-${path.join('-').replace(/[^A-Za-z0-9-]/g, '_')}`

/** What is wrong at a path, and with `within` anywhere under it. */
export function wrongAt(path: Path, within = false): string[] {
  const here = where(path)
  const found = faults.value.filter((fault) =>
    within ? fault.where === here || fault.where.startsWith(`${here}.`) : fault.where === here,
  )
  return [...new Set(found.map(({ message }) => message))]
}

/** A field of the document by its path; `label` is what undo calls it. */
export function bound<T>(path: Path, label: string, within = false): Bound<T> {
  const here = where(path)
  return {
    id: fieldId(path),
    value: valueAt(scenarioDocument.value, path) as T | undefined,
    set: (value) => edit((document) => put(document, path, value), label, here),
    wrong: wrongAt(path, within),
  }
}
