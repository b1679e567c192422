import type {
  ItemsReply,
  LibraryFull,
  LibraryItem,
  LibraryVersion,
  PresetsReply,
  VersionsReply,
} from '../../../server/api/contract-library.ts'
import { ApiError, address, get, post, put, remove } from '../../api.ts'
import type { Draft } from '../state/draft.ts'

export type {
  LibraryFull,
  LibraryItem,
  LibraryVersion,
  SavedResult,
} from '../../../server/api/contract-library.ts'
export type BriefVersion = VersionsReply['items'][number]
export type Preset = PresetsReply['items'][number]

interface Keep {
  name: string
  note: string
  document: Draft
  count: { id: string; hash: string }
}

const at = (id: string, rest = '') => address(`/scenarios/${encodeURIComponent(id)}${rest}`)

export const listItems = (deleted = false, stop?: AbortSignal) =>
  get<ItemsReply>(address('/scenarios', deleted ? { deleted: true } : {}), stop).then(({ items }) => items)
export const readItem = (id: string, stop?: AbortSignal) => get<LibraryFull>(at(id), stop)
export const readVersion = (id: string, version: number, stop?: AbortSignal) =>
  get<LibraryVersion>(at(id, `/versions/${version}`), stop)
export const listVersions = (id: string, stop?: AbortSignal) =>
  get<VersionsReply>(at(id, '/versions'), stop).then(({ items }) => items)
export const create = (kept: Keep) => post<LibraryFull>(address('/scenarios'), kept)
export const save = (id: string, base: number, kept: Keep) => put<LibraryFull>(at(id), { base, ...kept })
export const discard = (id: string) => remove<LibraryItem>(at(id))
export const restore = (id: string) => post<LibraryFull>(at(id, '/restore'), {})
export const duplicate = (id: string, name?: string) =>
  post<LibraryFull>(at(id, '/duplicate'), name === undefined ? {} : { name })
export const listPresets = (stop?: AbortSignal) =>
  get<PresetsReply>(address('/presets'), stop).then(({ items }) => items)

/** The version that was saved meanwhile, where a save was refused because of it. */
export function latestOf(error: unknown): LibraryVersion | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null
  return (error.problem as { latest?: LibraryVersion }).latest ?? null
}
