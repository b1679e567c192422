import type { ControlReply, ControlTotal, SourceReply, SpendReply } from '../../api/contract.ts'
import type { EvaluateReply } from '../../api/contract-scenarios.ts'
import type { Scenario } from '../../scenario/document/schema.ts'
import type { EconomicCase } from '../../scenario/economic-case.ts'
import type { Parameters } from '../../scenario/parameters.ts'

/** What the count holds of the place a scenario is for. */
export interface PlaceFigures {
  readonly name: string
  readonly year: string
  /** Place, year, prices, scope and stand-ins, a line each. */
  readonly facts: readonly (readonly [string, string])[]
  /** Whether the year has recorded lines only, so that no share can be formed. */
  readonly recordedOnly: boolean
  readonly whole: SpendReply
  readonly sectors: SpendReply
  readonly agencies: SpendReply
  /** Of the places together. */
  readonly control: ControlReply
  readonly classes: readonly { readonly class: number; readonly name: string; readonly meaning: string }[]
  /** The country's totals of the year beside what is published of them. */
  readonly national: ControlTotal | null
  readonly sources: readonly SourceReply[]
}

/** A claim somebody published of the programme. */
export interface Claim {
  readonly statement: string
  readonly amount: number
  readonly unit: string
  readonly source: string
  readonly address: string
  readonly confidence: string
}

/** A picture that is drawn already. */
export interface Drawn {
  readonly id: string
  readonly caption: string
  readonly alt: string
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

export interface DocumentAbout {
  readonly count: {
    readonly id: string
    readonly hash: string
    readonly title: string
    readonly compiled: string
  }
  readonly software: string
  /** SHA-256 of the scenario document as it was worked out. */
  readonly scenarioHash: string
  /** Name and version under which the scenario is kept, where it is. */
  readonly saved: { readonly name: string; readonly version: number | null } | null
  /** Address that opens the view; null where none was given. */
  readonly link: string | null
  readonly claims: readonly Claim[]
  /** What the authors of a ready-made scenario assumed, in words. */
  readonly assumed: readonly string[]
}

/** All a document is made of. */
export interface Given {
  readonly scenario: Scenario
  readonly reply: EvaluateReply
  readonly economic: EconomicCase
  readonly parameters: Parameters
  /** Titles of the publications the parameters are from, by id. */
  readonly sources: ReadonlyMap<string, string>
  readonly place: PlaceFigures | null
  /** Places the scenario names that the count does not hold. */
  readonly strangers: readonly string[]
  readonly pictures: readonly Drawn[]
  readonly about: DocumentAbout
}
