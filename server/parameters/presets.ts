import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'
import { type Preset, presetSchema } from './preset.ts'

/** The presets of data/scenarios in order of id; their scenarios are still to be read as documents. */
export function loadPresets(): Preset[] {
  const folder = join(ROOT, 'data/scenarios')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => presetSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}
