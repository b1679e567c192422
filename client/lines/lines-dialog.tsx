import { useEffect, useRef } from 'preact/hooks'
import { counted, money, pounds } from '../format.ts'
import { CopyLink } from '../frame/copy-link.tsx'
import { Fault } from '../frame/fault.tsx'
import { question } from '../question/question.ts'
import { go, view } from '../state/store.ts'
import { How } from './how.tsx'
import { linesPage, linesPlace, linesShown, linesTitle } from './lines.ts'
import { LinesFoot } from './lines-foot.tsx'
import { LinesTable } from './lines-table.tsx'

const close = () => go({ lines: null })

/** How we know a figure: its formula, its lines, and the cell of the publication each came from. */
export function LinesDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = view.value.lines !== null
  useEffect(() => {
    const element = dialog.current!
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])

  return (
    <dialog class="lines" ref={dialog} aria-labelledby="lines-title" onClose={() => open && close()}>
      {open && <Body />}
    </dialog>
  )
}

function Body() {
  const page = linesShown.value
  const fault = linesPage.fault.value
  const asked = question.value!
  const part = view.value.lines?.kind === 'share' ? ' counted as local' : ''
  return (
    <>
      <header class="lines-head">
        <div>
          <h2 id="lines-title">
            {linesTitle.value}, {linesPlace.value}
          </h2>
          <p class="note">
            {asked.year}, cash prices{asked.prices !== 'cash prices' && ', as every line was published'},{' '}
            {asked.scope}, net of income.
            {page && (
              <>
                {' '}
                {counted(page.matched, 'line')}
                {part} adding to <strong>{pounds(page.total)}</strong> ({money(page.total)}).
              </>
            )}
          </p>
        </div>
        <div class="lines-acts">
          <CopyLink />
          <button type="button" class="button" onClick={close}>
            Close
          </button>
        </div>
      </header>
      <How />
      <Fault of={linesPage} />
      {!page && !fault && <p class="lines-none">Opening the lines.</p>}
      {page?.matched === 0 && <p class="lines-none">No line stands under this figure here.</p>}
      {page && page.matched > 0 && (
        <div class={`lines-body${linesPage.busy.value ? ' dimmed' : ''}`} aria-busy={linesPage.busy.value}>
          <LinesTable rows={page.rows} />
          <LinesFoot page={page} />
        </div>
      )}
    </>
  )
}
