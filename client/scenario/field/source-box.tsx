import type { Path } from '../state/change.ts'
import type { Provenance } from '../state/draft.ts'
import { bound } from './bound.ts'
import { ChoiceField } from './choice-field.tsx'
import { TextField } from './text-field.tsx'

const STATUSES = [
  { value: 'published', text: 'Published: somebody printed this figure' },
  { value: 'derived', text: 'Derived from published figures' },
  { value: 'illustrative', text: 'Illustrative: assumed to show the method' },
  { value: 'unverified', text: 'Unverified: recalled or not checked' },
] as const

/** Where the figures of an item come from, with how far they can be relied on. */
export function SourceBox({ path, of }: { path: Path; of: string }) {
  const { value } = bound<Provenance>(path, 'source')
  return (
    <details class="source-box">
      <summary>
        Source of {of}: <SourceMark value={value} />
      </summary>
      <div class="fields">
        <ChoiceField
          path={[...path, 'status']}
          label="How far it can be relied on"
          options={STATUSES}
          none="Not said"
        />
        <TextField path={[...path, 'source']} label="Source" why="Publication, page, year" most={2000} />
        <TextField path={[...path, 'note']} label="Note" most={2000} long />
      </div>
    </details>
  )
}

function SourceMark({ value }: { value: Provenance | undefined }) {
  const status = value?.status
  const strong = status === 'published' || status === 'derived'
  return <span class={`source-mark ${strong ? 'firm' : 'soft'}`}>{status ?? 'not said'}</span>
}
