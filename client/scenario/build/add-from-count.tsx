import { useSignal } from '@preact/signals'
import { view } from '../../state/store.ts'
import { Dialog } from '../frame/dialog.tsx'
import { withBodies } from '../start/count-bodies.ts'
import { FromCount } from '../start/from-count.tsx'
import { edit } from '../state/document.ts'
import type { Draft } from '../state/draft.ts'

/** Partners added from what the count says they spend in the scenario's place. */
export function AddFromCount({ document }: { document: Draft }) {
  const open = useSignal(false)
  const places = document.places.flatMap((code) => code ?? [])
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          open.value = true
        }}
      >
        Add partners from the count
      </button>
      {open.value && (
        <Dialog
          title="Partners from the count"
          close={() => {
            open.value = false
          }}
        >
          <FromCount
            places={places.length > 0 ? places : view.peek().places}
            act="Add these partners"
            done={(chosen, counted) => {
              edit((now) => withBodies(now, chosen, counted), 'partners from the count')
              open.value = false
            }}
          />
        </Dialog>
      )}
    </>
  )
}
