/** What comes of the scenario on the workbench. */
export function See() {
  return null
}
