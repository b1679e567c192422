import { computed, signal } from '@preact/signals'
import { ApiError, address, get, post, remove } from '../api.ts'
import type { Count } from '../api-types.ts'
import { writeClasses } from '../state/classes.ts'
import { idOf } from '../state/definition.ts'
import { resource } from '../state/resource.ts'
import { canonicalRules } from '../state/rules.ts'
import { go, part } from '../state/store.ts'
import { nameOf } from './edits.ts'

/** A definition in the library, as its list tells it. */
export interface KeptItem {
  id: string
  name: string
  version: number
  updated: string
}

interface KeptDocument {
  classes: number[]
  rules: string
}

const PATH = '/definitions'
const page = part('page')

/** Asked on this page alone, and anew after every change; a library that is not there leaves the list null. */
const question = computed(() => (page.value === 'control' ? address(PATH) : null))
const listed = resource(question, async (url, stop): Promise<{ items: KeptItem[] | null }> => {
  try {
    return { items: (await get<{ items: KeptItem[] }>(url, stop)).items }
  } catch (error) {
    if (stop.aborted || !(error instanceof ApiError)) throw error
    return { items: null }
  }
})

/** What is kept: null until it is known, `items` null where there is no library. */
export const kept = listed.answer
export const askAgain = listed.retry
/** The last thing the library did or refused, in words. */
export const told = signal('')
/** The definition last taken out, which can be put back. */
export const takenOut = signal<KeptItem | null>(null)

async function tell(act: () => Promise<string>) {
  try {
    told.value = await act()
    listed.retry()
  } catch (error) {
    const why =
      error instanceof ApiError ? [error.message, ...error.faults].join(' ') : 'It could not be reached.'
    told.value = `The library refused. ${why}`
  }
}

/** Keeps a definition under its name. */
export const keep = (name: string, classes: readonly number[], rules: string, { count }: Count) =>
  tell(async () => {
    const { id, hash } = count
    await post(address(PATH), { name, document: { classes: [...classes], rules }, count: { id, hash } })
    return `Saved “${name}” in the library.`
  })

/** Puts a kept definition on screen. */
export const open = (item: KeptItem, count: Count) =>
  tell(async () => {
    const { current } = await get<{ current: { name: string; document: KeptDocument } }>(
      address(`${PATH}/${item.id}`),
    )
    const { classes, rules } = current.document
    const known = canonicalRules(rules)
    if (known === null || classes.length === 0) return `“${item.name}” holds rules this product cannot read.`
    const sorted = [...new Set(classes)].sort((a, b) => a - b)
    go({ definition: idOf(count, sorted) ?? writeClasses(sorted), rules: known, named: nameOf(current.name) })
    return `Opened “${item.name}”.`
  })

/** Takes a definition out of the library; it can be put back. */
export const takeOut = (item: KeptItem) =>
  tell(async () => {
    await remove(address(`${PATH}/${item.id}`))
    takenOut.value = item
    return `Deleted “${item.name}”.`
  })

export const putBack = (item: KeptItem) =>
  tell(async () => {
    await post(address(`${PATH}/${item.id}/restore`), {})
    takenOut.value = null
    return `“${item.name}” is back.`
  })
