import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { counted } from '../format.ts'
import { go, view } from '../state/store.ts'

/** How many rows a phone shows before the rest are asked for, as place-table.css has it. */
const FEW = 20

interface Props {
  /** How many places fit; null until it is known. */
  rows: number | null
  /** The table, short where a phone shows its first rows alone. */
  children: (short: boolean) => ComponentChildren
}

/** The places that the filter found, or the way back where it found none. */
export function PlacesFound({ rows, children }: Props) {
  const all = useSignal(false)
  if (rows === 0)
    return (
      <p class="nothing">
        No place fits “{view.value.filter}”.{' '}
        <button type="button" class="button small" onClick={() => go({ filter: '', only: false })}>
          Show all places
        </button>
      </p>
    )
  return (
    <>
      {children(!all.value)}
      {!all.value && rows !== null && rows > FEW && (
        <button
          type="button"
          class="button show-all"
          onClick={() => {
            all.value = true
          }}
        >
          Show all {counted(rows, 'place')}
        </button>
      )}
    </>
  )
}
