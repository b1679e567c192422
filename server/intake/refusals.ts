import type { MappingFault } from './mapping-faults.ts'

/** What is asked cannot be done as the intake stands. */
export class NotNow extends Error {
  readonly where: string
  constructor(where: string, message: string) {
    super(message)
    this.name = 'NotNow'
    this.where = where
  }
}

/** A mapping that these files cannot be read by. */
export class BadMapping extends Error {
  readonly faults: readonly MappingFault[]
  constructor(faults: readonly MappingFault[]) {
    super('The mapping does not fit the files.')
    this.name = 'BadMapping'
    this.faults = faults
  }
}
