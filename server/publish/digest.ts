import { createHash } from 'node:crypto'
import type { PlanRequest } from '../api/contract-publish.ts'
import { ordered, type Receipt } from '../intake/receipt.ts'

const hash = (value: unknown) => createHash('sha256').update(ordered(value)).digest('hex')

export const receiptHash = (receipt: Receipt): string => hash(receipt)

/** Digest of what a plan follows from: what is asked, what was checked, and the count it changes. */
export const digestOf = (request: PlanRequest, receipt: Receipt, count: string): string =>
  hash({ request, receipt: receiptHash(receipt), count })
