/** Does pieces of work one after another, in the order asked. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve()

  do<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Ends when all that was asked for has. */
  async ended(): Promise<void> {
    await this.#last
  }
}
