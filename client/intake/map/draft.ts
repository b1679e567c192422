import { computed, effect, signal } from '@preact/signals'
import { intake } from '../state/intake.ts'
import { complete, type Mapping } from './mapping.ts'

/** What the reader changed and has not sent yet, with the intake it is of. */
const changed = signal<{ of: string; mapping: Mapping } | null>(null)

const KEY = 'total-place:intake-mapping:'

const store = (act: (kept: Storage) => void) => {
  try {
    act(sessionStorage)
  } catch {
    // A browser that keeps nothing: what is not checked yet is lost by a reload, and only that.
  }
}

function found(of: string): Mapping | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY + of) ?? 'null')
    return Array.isArray(kept?.columns) && kept.constants && kept.values ? kept : null
  } catch {
    return null
  }
}

effect(() => {
  const now = intake.value
  if (!now || changed.peek()?.of === now.id) return
  const kept = found(now.id)
  changed.value = kept ? { of: now.id, mapping: kept } : null
})

/** The mapping on the form: as changed, else as saved, else as proposed; null before there is a file. */
export const mapping = computed((): Mapping | null => {
  const now = intake.value
  if (!now?.proposal) return null
  const mine = changed.value?.of === now.id ? changed.value.mapping : (now.mapping ?? now.proposal.mapping)
  return complete(mine, now.proposal)
})

/** Whether the form says what the server has not been told. */
export const unsent = computed(() => changed.value !== null && changed.value.of === intake.value?.id)

export function change(next: Mapping) {
  const of = intake.peek()?.id
  if (!of) return
  changed.value = { of, mapping: next }
  store((kept) => kept.setItem(KEY + of, JSON.stringify(next)))
}

export function changeBy(edit: (mapping: Mapping) => Mapping) {
  const now = mapping.peek()
  if (now) change(edit(now))
}

/** The server has it, or it is not wanted: nothing is unsent any more. */
export function forgetChange() {
  const of = changed.peek()?.of
  changed.value = null
  if (of) store((kept) => kept.removeItem(KEY + of))
}
