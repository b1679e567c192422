import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { go, href } from '../../state/store.ts'
import { listPresets, type Preset } from '../keep/library.ts'
import { AdaptDialog } from './adapt-dialog.tsx'

/** The scenarios that ship, each with its story; opened as published, or set in another place. */
export function PresetsList({ start }: { start: (begin: () => void) => void }) {
  const presets = useSignal<readonly Preset[] | null>(null)
  const failed = useSignal(false)
  const adapting = useSignal<Preset | null>(null)
  useEffect(() => {
    const stopper = new AbortController()
    listPresets(stopper.signal).then(
      (items) => {
        presets.value = items
      },
      () => {
        failed.value = !stopper.signal.aborted
      },
    )
    return () => stopper.abort()
  }, [])
  return (
    <section aria-labelledby="start-presets">
      <h2 id="start-presets">Presets</h2>
      <p class="note">
        Published claims as scenarios: what was published is kept apart from what is assumed.
      </p>
      {failed.value && <p class="field-wrong">The presets could not be read. Reload to try again.</p>}
      <ul class="presets">
        {(presets.value ?? []).map((preset) => (
          <li key={preset.id} class="card">
            <h3>
              <a
                href={href({ page: 'scenario', preset: preset.id })}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  go({ page: 'scenario', scenario: null, preset: preset.id })
                }}
              >
                {preset.name}
              </a>
            </h3>
            <p>{preset.summary}</p>
            {preset.contested && <p class="note">Disputed: {preset.contested}</p>}
            <button
              type="button"
              class="button small"
              onClick={() => {
                adapting.value = preset
              }}
            >
              Set in another place<span class="hidden">: {preset.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {adapting.value && (
        <AdaptDialog
          preset={adapting.value}
          start={start}
          close={() => {
            adapting.value = null
          }}
        />
      )}
    </section>
  )
}
