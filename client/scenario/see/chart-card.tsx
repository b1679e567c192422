import { signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { TakePicture } from '../take/take-away.tsx'
import type { PictureOf } from '../take/taken.ts'
import type { Twin } from './twin.ts'
import { TwinFile, TwinTable } from './twin-table.tsx'

/** Cells of a table small enough to stand ready, so that printing has it at once. */
const SMALL = 400

const printing = signal(false)
addEventListener('beforeprint', () => {
  printing.value = true
})
addEventListener('afterprint', () => {
  printing.value = false
})

interface Props {
  id: string
  title: string
  note?: ComponentChildren
  /** What the chart says, in a sentence. */
  says: ComponentChildren
  twin: Twin
  wide?: boolean
  /** The picture the server draws of it. */
  picture?: PictureOf
  children: ComponentChildren
}

/** A chart with its finding above it, and its figures as a table and a file below. */
export function ChartCard({ id, title, note, says, twin, wide = false, picture, children }: Props) {
  const open = useSignal(false)
  return (
    <section class={`card see-card${wide ? ' wide' : ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="says">{says}</p>
      {note && <p class="note">{note}</p>}
      {children}
      <div class="see-foot">
        <button
          type="button"
          class="button small"
          aria-expanded={open.value}
          onClick={() => {
            open.value = !open.value
          }}
        >
          {open.value ? 'Hide the table' : 'As a table'}
          <span class="hidden">: {title}</span>
        </button>
        <span class="files">
          {title}: <TwinFile twin={twin} name={title} />
          {picture && <TakePicture of={picture} title={title} />}
        </span>
      </div>
      {(open.value || printing.value || twin.rows.length * twin.columns.length <= SMALL) && (
        <div class={open.value ? 'twin-open' : 'twin-closed'}>
          <TwinTable twin={twin} />
        </div>
      )}
    </section>
  )
}
