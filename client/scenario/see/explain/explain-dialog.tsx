import { useEffect, useRef } from 'preact/hooks'
import { shown } from '../shown.ts'
import { TwinFile, TwinTable } from '../twin-table.tsx'
import { simulated } from '../uncertainty/job.ts'
import { explain } from './explain.ts'
import { opened } from './open.ts'

const close = () => {
  opened.value = null
}

/** How a figure was come by: its formula, the tables under it, and what in them is unverified. */
export function ExplainDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = opened.value !== null
  useEffect(() => {
    const element = dialog.current!
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    <dialog
      class="lines explain"
      ref={dialog}
      aria-labelledby="explain-title"
      onClose={() => open && close()}
    >
      {open && <Body />}
    </dialog>
  )
}

function Body() {
  const found = shown.value && opened.value ? explain(shown.value, opened.value, simulated.value) : null
  return (
    <>
      <header class="lines-head">
        <h2 id="explain-title">{found?.title ?? 'No longer part of the result'}</h2>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </header>
      <div class="explain-body">
        {found?.formula.map((line, i) => (
          <p key={i} class="formula">
            {line}
          </p>
        ))}
        {found && found.marks.length > 0 && (
          <ul class="marks-of">
            {found.marks.map((mark) => (
              <li key={mark}>{mark}</li>
            ))}
          </ul>
        )}
        {found?.tables.map((twin) => (
          <section key={twin.caption} class="explain-table">
            <h3>
              {twin.caption}{' '}
              <span class="files">
                <TwinFile twin={twin} name={`${found.title} ${twin.caption}`} />
              </span>
            </h3>
            <TwinTable twin={twin} />
          </section>
        ))}
        {found && (
          <p class="note">
            Rounded to the pound to be read; worked out unrounded, as the CSV files have it, so a sum may be a
            pound out.
          </p>
        )}
        {found?.notes.map((note) => (
          <p key={note} class="note">
            {note}
          </p>
        ))}
      </div>
    </>
  )
}
