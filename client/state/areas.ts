import { computed } from '@preact/signals'
import type { ControlReply } from '../../server/api/contract.ts'
import { address, get, rowsOf, type Table } from '../api.ts'
import type { ControlRow } from '../api-types.ts'
import { classesOf } from './answer.ts'
import { type Everywhere, everywhereAsked, scopedOf } from './asked.ts'
import { count, opened, recordedOnly } from './count.ts'
import { definition, localOf } from './definition.ts'
import { resource } from './resource.ts'
import { distinctReturns } from './returns.ts'
import type { Measure } from './state.ts'

/** A place, or places together, with its figures under the definition on screen. */
export interface Area {
  code: string
  name: string
  parent: string | null
  persons: number | null
  classes: readonly number[] | null
  total: number | null
  head: number | null
  share: number | null
  numerator: number | null
  missing: number
  /** Returns not made for which own figures are counted, no part of missing. */
  own: number
  estimate: boolean
}

export interface Areas extends Everywhere {
  definition: string
  /** Where classes of maps of pounds begin, in the prices of the question. */
  amountBreaks: ControlReply['amount_breaks']
  rows: Area[]
  byCode: Map<string, Area>
}

/** What is known of a place before anyone says what local means. */
type Counted = Omit<Area, 'total' | 'head' | 'share' | 'numerator'>

const everywhere = resource(everywhereAsked, async (question, stop) => {
  const asked = { ...scopedOf(question), rules: question.rules }
  const table = await get<Table & Pick<ControlReply, 'amount_breaks'>>(address('/control', asked), stop)
  const { byCode } = opened.answer.peek()!
  const rows = rowsOf<ControlRow>(table).map((row): Counted => {
    const place = byCode.get(row.place)
    return {
      code: row.place,
      name: row.place_name,
      parent: place?.parent ?? null,
      persons: row.persons,
      classes: classesOf(row),
      missing: row.missing,
      own: distinctReturns(count.peek()?.missing ?? [], question, new Set([row.place]), true),
      estimate: row.estimate === true,
    }
  })
  return { ...question, amountBreaks: table.amount_breaks, rows }
})

/** A place's figures under a definition. */
function areaOf(counted: Counted, local: readonly number[]): Area {
  const { numerator, denominator, share } = localOf(counted.classes, local)
  const head = denominator !== null && counted.persons ? denominator / counted.persons : null
  return { ...counted, total: denominator, numerator, share, head }
}

/** Returns missing of these places, a body that serves several counted once. */
export function returnsMissing(rows: readonly Area[]) {
  const codes = new Set(rows.filter((row) => row.missing > 0).map(({ code }) => code))
  const asked = everywhere.answer.value
  return asked ? distinctReturns(count.value?.missing ?? [], asked, codes) : 0
}

/** Returns not made of these places for which own figures are counted, each once. */
function ownReturns(rows: readonly Area[]) {
  const asked = everywhere.answer.value
  const codes = new Set(rows.filter((row) => row.own > 0).map(({ code }) => code))
  return asked ? distinctReturns(count.value?.missing ?? [], asked, codes, true) : 0
}

/** Places taken together: pounds and people added up, each missing return once. */
export function together(code: string, name: string, rows: readonly Area[], local: readonly number[]): Area {
  const known = rows.filter((row) => row.classes !== null)
  const sum = (of: (row: Area) => number) => rows.reduce((total, row) => total + of(row), 0)
  const counted: Counted = {
    code,
    name,
    parent: null,
    persons: rows.every((row) => row.persons) ? sum((row) => row.persons!) : null,
    classes:
      known.length === 0
        ? null
        : known[0]!.classes!.map((_, i) => known.reduce((total, row) => total + row.classes![i]!, 0)),
    missing: returnsMissing(rows),
    own: ownReturns(rows),
    estimate: rows.some((row) => row.estimate),
  }
  const area = areaOf(counted, local)
  return recordedOnly(count.value, everywhere.answer.value?.year ?? '') ? { ...area, share: null } : area
}

/** The places of the count with the figures of the definition on screen; a new definition asks nothing. */
export const areas = {
  ...everywhere,
  answer: computed((): Areas | null => {
    const known = everywhere.answer.value
    const chosen = definition.value
    if (!known || !chosen) return null
    const partial = recordedOnly(count.value, known.year)
    const rows = known.rows.map((row) => {
      const area = areaOf(row, chosen.classes)
      return partial ? { ...area, share: null } : area
    })
    const byCode = new Map(rows.map((row) => [row.code, row]))
    return { ...known, definition: chosen.id, rows, byCode }
  }),
}

export const measureOf = (area: Area, measure: Measure) =>
  measure === 'total' ? area.total : measure === 'head' ? area.head : area.share
