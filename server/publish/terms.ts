import type { PlanReply, PlanRequest } from '../api/contract-publish.ts'

export type Does = PlanRequest['whereRecorded']
export type Economic = PlanRequest['decisions'][number]['economic']
export type Grade = 'A' | 'B' | 'C' | 'D'
export type Group = PlanReply['groups'][number]
export type Sum = Group['replaced']

/** What is accepted of a place, agency, year, class, phase and flow. */
export interface Coarse {
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly economic: Economic
  readonly phase: 'budget' | 'outturn'
  readonly flow: 'own' | 'transfer_in' | 'transfer_out'
  readonly pence: bigint
  readonly rows: number
}

/** Own spending the count has of a place, agency, year, class and basis. */
export interface Cell {
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly sector: string
  readonly economic: Economic
  readonly basis: 'recorded' | 'shared_out'
  readonly pounds: number
  readonly lines: number
}

export type Fate = 'publish' | 'place' | 'left' | 'aside' | 'not-placed'

export interface Fault {
  readonly where: string
  readonly message: string
  readonly value?: unknown
}

/** What is asked for names things that are not there, or contradicts itself. */
export class Unplannable extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(faults.length === 1 ? 'One thing is wrong with it.' : `${faults.length} things are wrong with it.`)
    this.name = 'Unplannable'
    this.faults = faults
  }
}

/** What is asked cannot be published as things stand. */
export class Unpublishable extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super('This cannot be published as it stands: look at the plan again.')
    this.name = 'Unpublishable'
    this.faults = faults
  }
}

interface Keyed {
  readonly place: string
  readonly year: string
  readonly agency: string
}

/** Key of a place, year and agency. */
export const bodyKey = ({ place, year, agency }: Keyed) => `${place}|${year}|${agency}`
/** Key of a place, year, agency and economic class. */
export const groupKey = (one: Keyed & { readonly economic: string }) => `${bodyKey(one)}|${one.economic}`

export const none: Sum = { lines: 0, pounds: 0 }
export const plus = (a: Sum, b: Sum): Sum => ({ lines: a.lines + b.lines, pounds: a.pounds + b.pounds })

/** Whole pounds of pence, half away from nought. */
export const rounded = (pence: bigint): number =>
  Number(pence >= 0n ? (pence + 50n) / 100n : -((50n - pence) / 100n))

/** Order of text by its code units, as the database orders it. */
export const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
