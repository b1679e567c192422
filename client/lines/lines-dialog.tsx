import { useEffect, useRef } from 'preact/hooks'
import { counted, integer, money, pounds } from '../format.ts'
import { question } from '../question/question.ts'
import { go, view } from '../state/store.ts'
import { linesCsv, linesPage, linesTitle, PAGE, turn } from './lines.ts'
import { LinesTable } from './lines-table.tsx'

const close = () => go({ lines: null })

/** The lines under a figure, back to the cell of the publication each came from. */
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
  const page = linesPage.answer.value
  const fault = linesPage.fault.value
  const asked = question.value!
  return (
    <>
      <header class="lines-head">
        <div>
          <h2 id="lines-title">
            {linesTitle.value}, {asked.place}
          </h2>
          <p class="note">
            {asked.year}, cash prices, {asked.scope}, net.
            {page && (
              <>
                {' '}
                {counted(page.matched, 'line')} adding to <strong>{pounds(page.total)}</strong> (
                {money(page.total)}).
              </>
            )}
          </p>
        </div>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </header>
      {fault && (
        <p class="notice wrong" role="alert">
          {fault.message} {fault.faults.join(' ')}{' '}
          <button type="button" class="button" onClick={linesPage.retry}>
            Ask again
          </button>
        </p>
      )}
      {!page && !fault && <p class="note">Opening the lines.</p>}
      {page?.matched === 0 && <p class="lines-none">No line stands under this figure here.</p>}
      {page && page.matched > 0 && (
        <div class={linesPage.busy.value ? 'dimmed' : undefined} aria-busy={linesPage.busy.value}>
          <LinesTable rows={page.rows} />
          <footer class="lines-foot">
            <span>
              {`Lines ${integer(page.offset + 1)} to ${integer(page.offset + page.rows.length)} of ${integer(page.matched)}, largest first`}
            </span>
            <button
              type="button"
              class="button"
              disabled={page.offset === 0}
              onClick={() => turn(Math.max(0, page.offset - PAGE))}
            >
              Earlier lines
            </button>
            <button
              type="button"
              class="button"
              disabled={page.offset + page.rows.length >= page.matched}
              onClick={() => turn(page.offset + PAGE)}
            >
              Next lines
            </button>
            <a class="button" href={linesCsv.value} download>
              {page.matched > 1000 ? 'First 1,000 lines (CSV)' : `${counted(page.matched, 'line')} (CSV)`}
            </a>
          </footer>
        </div>
      )}
    </>
  )
}
