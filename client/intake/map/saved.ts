import { computed, signal } from '@preact/signals'
import { ApiError } from '../../api.ts'
import { resource } from '../../state/resource.ts'
import { part } from '../../state/store.ts'
import { intake, tablesOf } from '../state/intake.ts'
import { listMappings, readMapping } from '../state/server.ts'
import { complete, fits, type Mapping } from './mapping.ts'

export interface Saved {
  id: string
  name: string
  version: number
  updated: string
  mapping: Mapping
}

/** Mappings looked at: the newest of them. */
const MOST = 50

const page = part('page')
const turn = signal(0)
const question = computed(() => (page.value === 'import' ? turn.value : null))

/** The mappings saved by name, newest first; null where there is no library. */
export const savedMappings = resource(question, async (_, stop): Promise<Saved[] | null> => {
  try {
    const items = (await listMappings(stop)).sort((a, b) => (a.updated < b.updated ? 1 : -1)).slice(0, MOST)
    const read = await Promise.all(items.map(({ id }) => readMapping(id, stop)))
    return read.map(({ id, name, version, updated, current }) => ({
      id,
      name,
      version,
      updated,
      mapping: current.document as Mapping,
    }))
  } catch (error) {
    if (stop.aborted || !(error instanceof ApiError) || error.kind === 'away') throw error
    return null
  }
})

export const savedChanged = () => {
  turn.value += 1
}

/** The saved mappings that read the files on the desk as they are. */
export const fitting = computed((): Saved[] => {
  const now = intake.value
  return now ? (savedMappings.answer.value ?? []).filter((one) => fits(one.mapping, tablesOf(now))) : []
})

/** A saved mapping for the files on the desk: what it does not name is left out. */
export const asSaved = ({ mapping }: Saved): Mapping | null => {
  const proposal = intake.peek()?.proposal
  return proposal ? complete(mapping, proposal, 'ignore') : null
}
