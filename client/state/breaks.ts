import { computed } from '@preact/signals'
import type { ControlReply } from '../../server/api/contract.ts'
import { address, get } from '../api.ts'
import { areas } from './areas.ts'
import { count, recordedOnly } from './count.ts'
import { definition } from './definition.ts'
import { resource } from './resource.ts'
import { part } from './store.ts'

const measure = part('measure')

/** Breaks of a definition of the reader's own: the count carries only those of the definitions that ship. */
const question = computed(() => {
  const chosen = definition.value
  const shown = areas.answer.value
  if (!chosen || !(chosen.custom || shown?.rules) || !shown || measure.value !== 'share') return null
  if (recordedOnly(count.value, shown.year)) return null
  return address('/control', { definition: chosen.id, rules: shown.rules, year: shown.year, together: true })
})

export const customBreaks = resource(question, async (url, stop) => ({
  url,
  breaks: (await get<ControlReply>(url, stop)).breaks,
}))

/** Where classes of the map begin: fixed for a year and a measure, whatever the scope. */
export const breaks = computed(() => {
  const shown = areas.answer.value
  const known = count.value?.breaks
  if (!shown || !known) return null
  if (measure.value === 'share' && recordedOnly(count.value, shown.year)) return []
  if (measure.value !== 'share' && shown.prices !== '') return shown.amountBreaks[measure.value]
  const ruled = measure.value === 'share' && shown.rules !== ''
  const fixed = ruled
    ? undefined
    : known[shown.year]?.[measure.value === 'share' ? shown.definition : measure.value]
  if (fixed) return fixed
  const custom = customBreaks.answer.value
  return custom && custom.url === question.value ? custom.breaks : null
})
