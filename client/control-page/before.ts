import { computed } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../api.ts'
import type { ControlRow } from '../api-types.ts'
import { standings } from '../place/rank.ts'
import { classesOf } from '../state/answer.ts'
import { type Area, areas } from '../state/areas.ts'
import { asked, scopedOf } from '../state/asked.ts'
import { count, recordedOnly } from '../state/count.ts'
import { definition, localOf } from '../state/definition.ts'
import { resource } from '../state/resource.ts'
import { part } from '../state/store.ts'
import { startOf } from './range.ts'

const page = part('page')

/** The definition that ships which the one on screen is held against. */
export const start = computed(() =>
  count.value && definition.value ? startOf(count.value, definition.value.classes) : null,
)

/** Every place under the rules that ship, asked only where the reader has rules of their own. */
const question = computed(() =>
  page.value === 'control' && asked.value?.rules ? address('/control', { ...scopedOf(asked.value) }) : null,
)
const shipped = resource(question, async (url, stop) => {
  const rows = rowsOf<ControlRow>(await get<Table>(url, stop))
  return { url, byCode: new Map(rows.map((row) => [row.place, classesOf(row)])) }
})

export interface Compared {
  code: string
  name: string
  numerator: number | null
  before: number | null
  after: number | null
  change: number | null
  rankBefore: number | null
  rank: number | null
  missing: number
}

/** Places by code with their rank by share, highest first. */
const ranksOf = (rows: readonly Area[]) =>
  new Map(standings(rows, 'share').map(({ area, rank }) => [area.code, rank]))

/** Every place before and after the reader's changes to the definition. */
export const compared = computed((): Compared[] => {
  const shown = areas.answer.value
  const from = start.value
  if (!shown || !from) return []
  const known = shipped.answer.value
  const classesBefore = (row: Area) => {
    if (shown.rules === '') return row.classes
    return known?.url === question.value ? (known?.byCode.get(row.code) ?? null) : null
  }
  const partial = recordedOnly(count.value, shown.year)
  const old = shown.rows.map((row) => ({
    ...row,
    share: partial ? null : localOf(classesBefore(row), from.classes).share,
  }))
  const [ranksBefore, ranks] = [ranksOf(old), ranksOf(shown.rows)]
  return shown.rows.map((row, i) => {
    const before = old[i]!.share
    return {
      code: row.code,
      name: row.name,
      numerator: row.numerator,
      before,
      after: row.share,
      change: before !== null && row.share !== null ? row.share - before : null,
      rankBefore: ranksBefore.get(row.code) ?? null,
      rank: ranks.get(row.code) ?? null,
      missing: row.missing,
    }
  })
})

export const beforeFault = shipped.fault
