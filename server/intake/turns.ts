/** Work that must not meet: what has the same key waits for what came before it, failed or done. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).catch(() => undefined).then(work)
    this.#last.set(key, turn)
    turn
      .catch(() => undefined)
      .finally(() => {
        if (this.#last.get(key) === turn) this.#last.delete(key)
      })
    return turn
  }
}
