import { computed } from '@preact/signals'
import { counted } from '../format.ts'
import { answer } from '../state/answer.ts'
import { areas, measureOf } from '../state/areas.ts'
import { opened } from '../state/count.ts'
import { part } from '../state/store.ts'

const measure = part('measure')
const WORDS = { total: 'by total', head: 'a head', share: 'by share' }

/** Where the place stands in its region by the measure on the map; null unless it is one of the 152. */
export const rank = computed(() => {
  const shown = answer.answer.value
  const all = areas.answer.value
  if (!shown || !all) return null
  const place = all.byCode.get(shown.asked.place)
  if (!place || all.scope !== shown.asked.scope || all.year !== shown.asked.year) return null
  const own = measureOf(place, measure.value)
  if (own === null) return null
  const peers = all.rows.filter((area) => area.parent === place.parent)
  const above = peers.filter((area) => (measureOf(area, measure.value) ?? -Infinity) > own).length
  const incomplete = peers.filter((area) => area.missing > 0).length
  const region = opened.answer.value?.byCode.get(place.parent ?? '')?.name ?? 'its region'
  return {
    title: `Rank in ${region}, ${WORDS[measure.value]}`,
    text: `${above + 1} of ${peers.length}`,
    note: incomplete > 0 ? `${counted(incomplete, 'place')} with a return missing` : 'highest is 1',
  }
})
