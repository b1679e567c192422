import type { ControlReply, SpendReply } from '../server/api/contract.ts'

export type {
  ControlRule,
  ControlTotal,
  CountReply as Count,
  DefinitionReply as Definition,
  MissingReturn as Missing,
  SourceReply as Source,
} from '../server/api/contract.ts'

export type Deflation = NonNullable<ControlReply['deflation']>
export type DefinitionShare = ControlReply['definitions'][number]
export type SpendExtras = Pick<SpendReply, 'total' | 'population' | 'eliminated' | 'control' | 'coverage'>

export interface Place {
  code: string
  name: string
  tier: string
  parent: string | null
  persons: number | null
  estimate: boolean | null
  aliases: string | null
}

export interface ControlRow {
  place: string
  place_name: string
  recorded: number | null
  missing: number
  /** Of the year asked. */
  persons: number | null
  estimate: boolean | null
  class_1: number | null
  class_2: number | null
  class_3: number | null
  class_4: number | null
  class_5: number | null
  class_6: number | null
  class_7: number | null
}

export interface SpendRow {
  amount: number | null
  recorded: number | null
  lines: number
  [key: string]: string | number | null
}

export interface Line {
  line: string
  place: string
  place_name: string
  agency_name: string
  programme: string
  function: string
  economic: string
  phase: string
  amount: number
  basis: string
  driver: string | null
  weight: number | null
  driver_total: number | null
  whole: number | null
  grade: string
  class: number
  control_rule: string
  /** Whether a rule of the reader's own gave the class. */
  classed_anew: boolean
  source: string
  source_title: string
  source_url: string
  source_file: string
  source_row: number
  source_column: number
  rule: string
  rule_title: string
}
