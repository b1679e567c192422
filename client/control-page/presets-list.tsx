import { announce } from '../frame/announcer.tsx'
import { readRules, writeRules } from '../state/rules.ts'
import { added } from './edits.ts'
import type { Preset } from './presets.ts'

interface Props {
  presets: readonly Preset[]
  legend: string
  text: string
  onChange: (text: string) => void
}

/** Changes in plain words, each added at one press; one that is there already says so. */
export function PresetsList({ presets, legend, text, onChange }: Props) {
  const there = new Set((readRules(text) ?? []).map((rule) => writeRules([rule])))
  return (
    <fieldset class="presets">
      <legend>{legend}</legend>
      {presets.map(({ id, name, note, rules }) => {
        const on = rules.every((rule) => there.has(writeRules([rule])))
        const next = added(text, rules)
        return (
          <div key={id} class="preset">
            <button
              type="button"
              class="button small"
              disabled={on || next === null}
              onClick={() => {
                onChange(next!)
                announce(`Added: ${name}`)
              }}
            >
              {on ? 'Added: ' : 'Add: '}
              {name}
            </button>
            <small>{note}</small>
          </div>
        )
      })}
    </fieldset>
  )
}
