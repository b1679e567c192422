import { computed, effect, signal } from '@preact/signals'
import { ApiError, whenBack } from '../../api.ts'
import { UNSAVED } from '../../state/state.ts'
import { view } from '../../state/store.ts'
import { asDraft } from '../state/draft.ts'
import { clear, kept, put } from './keeping.ts'
import { listPresets, readItem, readVersion } from './library.ts'
import { findUnsaved } from './session.ts'

/** Why what the address names is not on the workbench. */
export const notOpened = signal<ApiError | null>(null)
export const opening = signal(false)

const again = signal(0)
export const openAgain = () => {
  again.value += 1
}

const presetName = (id: string) => `preset:${id}`

/** What the address asks for, as one word, so that only a change of it asks again. */
const asked = computed(() => {
  const { page, scenario, version, preset } = view.value
  if (page !== 'scenario') return null
  return JSON.stringify({ scenario, version, preset })
})

effect(() => {
  const question = asked.value
  again.value
  if (question === null) return
  const { scenario, version, preset } = JSON.parse(question)
  const stopper = new AbortController()
  notOpened.value = null
  const on = kept.peek()
  const same =
    scenario === UNSAVED
      ? on?.name === UNSAVED
      : scenario !== null
        ? on?.name === scenario && (version === null || on?.version?.version === version)
        : preset !== null && on?.name === presetName(preset)
  if (same) return
  opening.value = true
  openWhat(scenario, version, preset, stopper.signal).then(
    () => {
      if (!stopper.signal.aborted) opening.value = false
    },
    (error: unknown) => {
      if (stopper.signal.aborted) return
      opening.value = false
      clear()
      notOpened.value = error instanceof ApiError ? error : new ApiError('problem', 'It could not be read.')
      if (notOpened.value.kind === 'away')
        whenBack(stopper.signal).then(() => !stopper.signal.aborted && openAgain())
    },
  )
  return () => {
    stopper.abort()
    opening.value = false
  }
})

async function openWhat(
  scenario: string | null,
  version: number | null,
  preset: string | null,
  stop: AbortSignal,
): Promise<void> {
  if (scenario === UNSAVED) return openUnsaved()
  if (scenario !== null) return openItem(scenario, version, stop)
  if (preset !== null) return openPreset(preset, stop)
  clear()
}

function openUnsaved() {
  const before = findUnsaved(UNSAVED)
  if (!before)
    throw new ApiError(
      'problem',
      'A scenario that was never saved opens only in the window it was written in, until that is closed.',
    )
  const on = { name: UNSAVED, version: null, latest: null, deleted: false, preset: null, clean: null }
  put(on, before.document)
  kept.value = { ...on, restored: true }
}

async function openItem(id: string, wanted: number | null, stop: AbortSignal) {
  const item = await readItem(id, stop)
  const version =
    wanted === null || wanted === item.version ? item.current : await readVersion(id, wanted, stop)
  if (stop.aborted) return
  const document = asDraft(version.document)
  if (!document)
    throw new ApiError('problem', 'This version is no scenario document that can be edited here.')
  const presets = document.id === undefined ? [] : await listPresets(stop).catch(() => [])
  if (stop.aborted) return
  const preset = presets.find((one) => one.id === document.id) ?? null
  const latest = version.version === item.version ? null : item.version
  put({ name: id, version, latest, deleted: item.deleted, preset, clean: document }, document)
}

async function openPreset(id: string, stop: AbortSignal) {
  const preset = (await listPresets(stop)).find((one) => one.id === id)
  if (stop.aborted) return
  const document = preset && asDraft({ ...preset.document, id })
  if (!document) throw new ApiError('problem', `There is no preset “${id}”.`)
  put(
    { name: presetName(id), version: null, latest: null, deleted: false, preset, clean: document },
    document,
  )
}
