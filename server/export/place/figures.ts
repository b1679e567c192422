import type { ControlReply, SpendReply, TableReply } from '../../api/contract.ts'

/** A table of a place: a sheet of its workbook and a CSV of its zip. */
export interface PlaceTable {
  /** Names its file: letters and hyphens. */
  readonly id: string
  /** Name of its sheet, at most 31 characters. */
  readonly sheet: string
  /** Name of the table in formulas: letters only. */
  readonly table: string
  readonly about: string
  readonly reply: TableReply
  /** Whether its rows may be added up. */
  readonly totals: boolean
}

/** All that is exported of a place, or of places together. */
export interface PlaceFigures {
  readonly sectors: SpendReply
  readonly agencies: SpendReply
  readonly functions: SpendReply
  /** The places together. */
  readonly control: ControlReply
  readonly years: TableReply
  /** A row a place, where they are several. */
  readonly members: ControlReply | null
  /** The published total beside the count's: of this question, or of England where none is of this question. */
  readonly reconciled: {
    readonly exact: boolean
    readonly total: NonNullable<SpendReply['control']>
  } | null
  /** Other tables that stand beside these. */
  readonly more: readonly PlaceTable[]
  /** Tables that could stand beside these, with why this place has none. */
  readonly absent: readonly { readonly sheet: string; readonly why: string }[]
}
