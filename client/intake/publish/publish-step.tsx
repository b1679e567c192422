/** Step 4. */
export function PublishStep() {
  return <p>Soon.</p>
}
