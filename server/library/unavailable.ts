export type Reason = 'in-use' | 'broken' | 'newer' | 'unwritable' | 'closed'

/** Why there is no library to ask now; `message` is for users, `cause` for logs. */
export class LibraryUnavailable extends Error {
  readonly reason: Reason
  constructor(reason: Reason, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'LibraryUnavailable'
    this.reason = reason
  }
}
