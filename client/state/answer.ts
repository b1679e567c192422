import { computed } from '@preact/signals'
import type { ControlReply } from '../../server/api/contract.ts'
import { address, get, rowsOf, type Table } from '../api.ts'
import type { ControlRow, DefinitionShare, Deflation, SpendExtras, SpendRow } from '../api-types.ts'
import { type Asked, asked, placesOf, scopedOf } from './asked.ts'
import { count, recordedOnly } from './count.ts'
import { definition, localOf } from './definition.ts'
import { askAllAnew, resource } from './resource.ts'

/** Everything the panel says of one place, or of several together, with the question it answers. */
export interface Answer {
  asked: Asked
  control: ControlRow
  /** The row under the rules as they ship; the same as `control` where the reader has none of their own. */
  shipped: ControlRow
  /** Shares of the definitions that ship, under the rules that ship. */
  definitions: DefinitionShare[]
  /** Of figures in real terms; null for cash. */
  deflation: Deflation | null
  spend: SpendExtras
  sectors: SpendRow[]
  agencies: SpendRow[]
  divisions: SpendRow[]
  /** Capital's part of what councils recorded here; null where there is no telling. */
  capital: number | null
}

export const answer = resource(asked, async (question, stop): Promise<Answer> => {
  const { places, rules } = question
  const filters = { ...scopedOf(question), places: placesOf(places) }
  const spend = (by: string, more: object = {}) =>
    get<Table & SpendExtras>(address('/spend', { ...filters, by, ...more }), stop)
  const classed = (by: string) =>
    get<Table & Pick<ControlReply, 'definitions' | 'deflation'>>(
      address('/control', { ...filters, rules: by, together: true }),
      stop,
    )
  const [shipped, own, sectors, agencies, divisions, councils] = await Promise.all([
    classed(''),
    rules === '' ? null : classed(rules),
    spend('sector'),
    spend('agency'),
    spend('division'),
    spend('economic', { sector: 'council', basis: 'recorded' }),
  ])
  const drawnFrom = new Set([shipped, sectors, agencies, divisions, councils].map((one) => one.count.hash))
  if (drawnFrom.size > 1 || !drawnFrom.has(count.peek()!.count.hash)) askAllAnew()
  return {
    asked: question,
    control: rowsOf<ControlRow>(own ?? shipped)[0]!,
    shipped: rowsOf<ControlRow>(shipped)[0]!,
    definitions: shipped.definitions,
    deflation: shipped.deflation,
    spend: sectors,
    sectors: largest(rowsOf<SpendRow>(sectors)),
    agencies: largest(rowsOf<SpendRow>(agencies)),
    divisions: largest(rowsOf<SpendRow>(divisions)),
    capital: partOf(rowsOf<SpendRow>(councils), 'capital'),
  }
})

/** Pounds a head; null where spending or population is not known. */
export const headOf = ({ total, population }: SpendExtras) =>
  total !== null && population ? total / population : null

const largest = (rows: SpendRow[]) => rows.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))

function partOf(rows: readonly SpendRow[], economic: string) {
  if (rows.some(({ amount }) => amount === null || amount < 0)) return null
  const whole = rows.reduce((sum, row) => sum + row.amount!, 0)
  const part = rows.find((row) => row.economic === economic)?.amount ?? 0
  return whole > 0 ? part / whole : null
}

/** Pounds of a row of /control by class; null where the count holds no line. */
export const classesOf = (row: ControlRow) =>
  row.class_1 === null
    ? null
    : [row.class_1, row.class_2!, row.class_3!, row.class_4!, row.class_5!, row.class_6!, row.class_7!]

/** The answer's share under the definition on screen, worked out here so that a new definition asks nothing; none of a partial year. */
export const local = computed(() => {
  const shown = answer.answer.value
  const found = localOf(shown && classesOf(shown.control), definition.value?.classes ?? [])
  return shown && recordedOnly(count.value, shown.asked.year) ? { ...found, share: null } : found
})
