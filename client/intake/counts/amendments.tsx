/** What was done to the count that is served. */
export function Amendments() {
  return null
}
