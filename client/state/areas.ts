import { address, get, rowsOf, type Table } from '../api.ts'
import type { ControlRow } from '../api-types.ts'
import { areasAsked } from './asked.ts'
import { opened } from './count.ts'
import { resource } from './resource.ts'
import type { Measure } from './state.ts'

/** One of the 152 places with its figures. */
export interface Area {
  code: string
  name: string
  parent: string | null
  total: number
  head: number | null
  share: number | null
  numerator: number
  missing: number
  estimate: boolean
}

export interface Areas {
  definition: string
  year: string
  scope: string
  rows: Area[]
  byCode: Map<string, Area>
}

export const areas = resource(areasAsked, async ({ definition, year, scope }, stop): Promise<Areas> => {
  const table = await get<Table>(address('/control', { definition, year, scope }), stop)
  const { byCode } = opened.answer.peek()!
  const rows = rowsOf<ControlRow>(table).map((row): Area => {
    const place = byCode.get(row.place)
    return {
      code: row.place,
      name: row.place_name,
      parent: place?.parent ?? null,
      total: row.denominator,
      head: place?.persons ? row.denominator / place.persons : null,
      share: row.share,
      numerator: row.numerator,
      missing: row.missing,
      estimate: place?.estimate === true,
    }
  })
  return { definition, year, scope, rows, byCode: new Map(rows.map((row) => [row.code, row])) }
})

export const measureOf = (area: Area, measure: Measure) =>
  measure === 'total' ? area.total : measure === 'head' ? area.head : area.share
