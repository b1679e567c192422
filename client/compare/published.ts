import { computed } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../api.ts'
import { asked } from '../state/asked.ts'
import { resource } from '../state/resource.ts'
import { LINES_KINDS, type View } from '../state/state.ts'
import { part } from '../state/store.ts'
import { read } from '../state/url.ts'

const page = part('page')

/** A figure somebody published of a place, with ours beside it and neither adjusted. */
export interface Published {
  id: string
  places: string
  place_name: string
  place_as_published: string
  year_as_published: string
  our_year: string
  part_as_published: string | null
  qualifier: string
  unit: 'GBP' | 'GBP/person' | 'share'
  published: number
  ours: number | null
  difference: number | null
  ratio: number | null
  coverage: string
  confidence: string
  our_filter: string | null
  how_near: string
  missing: number | null
  publisher: string
  title: string
  url: string
  stored_copy: string | null
  view: string | null
}

const question = computed(() =>
  page.value === 'compare' && asked.value ? asked.value.places.join(',') : null,
)

/** What others have published of the places on screen; where that is nothing, of which places they have. */
export const published = resource(question, async (places, stop) => {
  const ask = async (of: { places?: string }) =>
    rowsOf<Published>(await get<Table>(address('/published', of), stop))
  const rows = await ask({ places })
  const elsewhere = rows.length > 0 ? [] : await ask({})
  const files = (form: 'csv' | 'xlsx') => address(`/published.${form}`, { places })
  return { places, rows, files, elsewhere: [...new Map(elsewhere.map((row) => [row.places, row])).values()] }
})

/** The view of our nearest figure, with its lines open where it is a part of the whole. */
export function ourView({ view, our_filter }: Published): Partial<View> | null {
  if (view === null) return null
  const shown = read(view.slice(view.indexOf('?'))).view
  const [kind = '', value = ''] = (our_filter ?? '').split('=')
  const known = LINES_KINDS.find((one) => one === kind)
  const lines = known && !value.includes(',') ? { kind: known, id: value, place: null } : null
  return { ...shown, lines }
}
