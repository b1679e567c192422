import type { Count } from '../api-types.ts'
import { Control } from './control.tsx'
import { Method } from './method.tsx'
import { NotReturned } from './not-returned.tsx'
import { Reconciliation } from './reconciliation.tsx'
import { Sources } from './sources.tsx'

const PARTS = [
  ['reconciliation', 'What reconciles'],
  ['not-returned', 'What was not returned'],
  ['control', 'Local control'],
  ['method', 'How lines are placed'],
  ['sources', 'Sources and licences'],
] as const

/** What the count is, what it rests on and where it falls short. */
export function DataPage({ count }: { count: Count }) {
  return (
    <main class="data-page" id="answer" tabIndex={-1}>
      <h1>Data and method</h1>
      <p class="lead">
        On screen is the count “{count.count.title}”: public spending in England that can be tied to a place,
        net of income, in cash, placed in 152 areas and reconciled to published national totals.
      </p>
      <nav class="contents" aria-label="On this page">
        {PARTS.map(([id, title]) => (
          <a key={id} href={`#${id}`} onClick={jump(id)}>
            {title}
          </a>
        ))}
      </nav>
      <Reconciliation count={count} />
      <NotReturned count={count} />
      <Control count={count} />
      <Method count={count} />
      <Sources count={count} />
    </main>
  )
}

const jump = (id: string) => (event: MouseEvent) => {
  event.preventDefault()
  const section = document.getElementById(id)
  section?.scrollIntoView()
  section?.focus({ preventScroll: true })
}
