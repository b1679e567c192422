import { signal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'

/** A page fetched when it is first wanted, so that the first screen does without it. */
export function lazyPage(opening: string, fetchPage: () => Promise<FunctionComponent>) {
  const loaded = signal<{ Page: FunctionComponent } | 'failed' | null>(null)
  const load = () => {
    if (loaded.peek() !== 'failed' && loaded.peek() !== null) return
    loaded.value = null
    fetchPage().then(
      (Page) => {
        loaded.value = { Page }
      },
      () => {
        loaded.value = 'failed'
      },
    )
  }
  return function LazyPage() {
    useEffect(load, [])
    const found = loaded.value
    if (found === 'failed')
      return (
        <main class="waiting">
          <h1>This page could not be fetched</h1>
          <p>The server did not answer, or it was renewed since the first page was opened.</p>
          <button type="button" class="button" onClick={load}>
            Try again
          </button>
        </main>
      )
    if (!found)
      return (
        <main class="waiting" aria-busy="true">
          <h1>{opening}</h1>
        </main>
      )
    return <found.Page />
  }
}
