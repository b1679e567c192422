import { computed, signal } from '@preact/signals'
import { askAllAnew, resource } from '../../state/resource.ts'
import { go, part } from '../../state/store.ts'
import { type CountsReply, listCounts, serveCount } from '../state/server.ts'

const page = part('page')
const step = part('step')
const turn = signal(0)

const question = computed(() =>
  page.value === 'import' && (step.value === 'counts' || step.value === 'publish') ? turn.value : null,
)

/** The counts that can be served, the newest first, and which is. */
export const keptCounts = resource(question, (_, stop): Promise<CountsReply> => listCounts(stop))

export const countsChanged = () => {
  turn.value += 1
}

/** Serves another count: everything on screen is asked anew of it. Throws ApiError. */
export async function serve(hash: string) {
  await serveCount(hash)
  servedChanged()
}

/** Another count is served, by this window: it is what this window shows. */
export function servedChanged() {
  go({ pinned: null }, true)
  askAllAnew()
}
