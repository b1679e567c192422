/** The frame of the first screen, before the first answer. */
export function Waiting() {
  return (
    <main class="waiting" aria-busy="true">
      <h1>Every public pound spent in a place, and who controls it</h1>
      <p>Opening the count.</p>
    </main>
  )
}
