import type { Count } from '../count/open.ts'
import type { Loan } from './open-counts.ts'

/** The count that is asked, and others lent by id or hash. It is one object for as long as the counts are. */
export interface Lending {
  current?: Count | undefined
  /** Lends the count named, or the one served; undefined where there is none. Throws PackageError. */
  lend(ref?: string): Promise<Loan | undefined>
  /** Takes up what another process serves since. */
  refresh(): Promise<void>
}
