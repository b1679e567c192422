/** The solver ended without an optimum, or the search without a tight coalition. */
export class NoOptimum extends Error {
  constructor(what: string, status: string) {
    super(`${what} was not found: ${status}`)
    this.name = 'NoOptimum'
  }
}
