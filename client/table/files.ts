import { computed } from '@preact/signals'
import { address } from '../api.ts'
import { areas } from '../state/areas.ts'
import { scopedOf } from '../state/asked.ts'
import { definition, definitionAsked } from '../state/definition.ts'
import type { SortColumn } from '../state/state.ts'
import { part } from '../state/store.ts'
import { shownCodes, shownRows } from './shown.ts'

const ORDER: Record<SortColumn, string> = {
  name: 'place_name',
  total: 'denominator',
  head: 'head',
  share: 'share',
  numerator: 'numerator',
  missing: 'missing',
}

const sort = part('sort')

/** Where the table is to be had as a file: the same places in the same order, with the same question. */
export const tableFile = computed(() => {
  const shown = areas.answer.value
  if (!shown || shownRows.value.length === 0) return null
  const chosen = definition.value
  if (!chosen) return null
  const { column, descending } = sort.value
  const places = shownCodes.value ? [...shownCodes.value].sort().join(',') : null
  const order = (descending ? '-' : '') + ORDER[column]
  return (form: 'csv' | 'xlsx') =>
    address(`/control.${form}`, { ...scopedOf(shown), ...definitionAsked(chosen), places, order })
})
