export function ComparePage() {
  return (
    <main id="answer">
      <h1>Compare</h1>
    </main>
  )
}
