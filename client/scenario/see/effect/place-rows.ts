import { computed } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../../../api.ts'
import { placesOf } from '../../../state/asked.ts'
import { count } from '../../../state/count.ts'
import { resource } from '../../../state/resource.ts'
import { shown } from '../shown.ts'
import { type ClassRow, drawnYear } from './effect.ts'

/** One string a question, so that an edit that asks the same asks nothing. */
const key = computed(() => {
  const document = shown.value?.document
  const known = count.value
  if (!document || !known || document.places.length === 0) return null
  const asked = drawnYear(document)
  const year = asked && known.years.includes(asked) ? asked : known.latest
  return JSON.stringify({ places: document.places, year })
})

const question = computed(() =>
  key.value ? (JSON.parse(key.value) as { places: string[]; year: string }) : null,
)

/** What is spent in the scenario's places by body and class, in the year its lines are of, or the latest. */
export const placeRows = resource(question, async ({ places, year }, stop) => ({
  places,
  year,
  rows: rowsOf<ClassRow>(
    await get<Table>(
      address('/spend', { by: 'sector,agency,division,class', places: placesOf(places), year }),
      stop,
    ),
  ),
}))
