/** Nothing is kept under this id or hash. */
export class NotKept extends Error {
  constructor() {
    super('There is no such count here.')
    this.name = 'NotKept'
  }
}

/** A count that ships or is served cannot be taken away. */
export class InUse extends Error {
  constructor(shipped: boolean) {
    super(
      shipped
        ? 'This is the count that ships: it cannot be taken away.'
        : 'This count is being served: serve another one first.',
    )
    this.name = 'InUse'
  }
}

/** Another process is changing which count is served. */
export class Busy extends Error {
  constructor() {
    super('Another Total Place is changing which count is served. Nothing was changed: try again.')
    this.name = 'Busy'
  }
}
