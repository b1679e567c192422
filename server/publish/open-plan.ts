import type { PlanRequest } from '../api/contract-publish.ts'
import type { Count } from '../count/open.ts'
import type { Workbench, WorkbenchOptions } from '../engine/workbench.ts'
import type { Intakes } from '../intake/intakes.ts'
import { acceptedHash, type Receipt } from '../intake/receipt.ts'
import { NotNow } from '../intake/refusals.ts'
import type { State } from '../intake/store.ts'
import { type Planned, plan } from './plan.ts'

export interface OpenPlan {
  readonly planned: Planned
  readonly state: State
  readonly receipt: Receipt
  /** Where what is published is added up, open until the work with it is done. */
  readonly bench: Workbench
}

/** Files checked again between the receipt and the database it is of would be published as what they were. */
async function sameCheck(bench: Workbench, { accepted }: Receipt): Promise<void> {
  const [found] = await bench.ask<{ rows: number; pence: string; digest: string }>('intake-accepted-sums')
  if (acceptedHash(found!.rows, found!.pence, found!.digest) !== accepted)
    throw new NotNow('check', 'These files have just been checked anew: look at the plan again.')
}

/**
 * Plans what the accepted lines of an intake become, and works with it while the database is open.
 * @returns undefined where there is no such intake
 * @throws NotNow where it has not been checked as it stands, Unplannable, QueryError
 */
export async function withPlan<T>(
  intakes: Intakes,
  id: string,
  count: Count,
  request: PlanRequest,
  work: (open: OpenPlan) => T | Promise<T>,
  more: Partial<WorkbenchOptions> & { readonly signal?: AbortSignal } = {},
): Promise<T | undefined> {
  const state = await intakes.read(id)
  const receipt = await intakes.receipt(id)
  if (!state || !receipt) return undefined
  const { signal, ...options } = more
  const bench = await intakes.staging(id, options)
  try {
    if (signal) bench.heed(signal)
    await sameCheck(bench, receipt)
    const payments = state.mapping?.columns.some(({ meaning }) => meaning === 'date') ?? false
    const planned = await plan({ bench, intake: id, files: state.files, receipt, count, request, payments })
    return await work({ planned, state, receipt, bench })
  } finally {
    bench.close()
  }
}
