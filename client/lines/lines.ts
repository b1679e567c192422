import { computed, signal } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../api.ts'
import type { Line } from '../api-types.ts'
import { asked, placeName, placesOf, scopedOf } from '../state/asked.ts'
import { count, opened } from '../state/count.ts'
import { definition, definitionOf } from '../state/definition.ts'
import { resource } from '../state/resource.ts'
import { readRules } from '../state/rules.ts'
import type { LinesKind } from '../state/state.ts'
import { part } from '../state/store.ts'
import { BASES, GRADES, upperFirst } from '../words.ts'
import { readWay, wayInWords } from './way.ts'

export const PAGE = 50

const open = part('lines')
const figure = computed(() => (open.value ? JSON.stringify(open.value) : null))
const from = signal({ figure: '', offset: 0 })

/** Turns to another page of the lines that are open. */
export const turn = (offset: number) => {
  from.value = { figure: figure.value ?? '', offset }
}

/** The definition whose share or numerator is open: one that ships has no rules of the reader's. */
export const linesDefinition = computed(() => {
  if (!open.value || !count.value) return null
  const { kind, id } = open.value
  if (kind === 'shipped') return definitionOf(count.value, id) ?? null
  const chosen = definition.value
  return chosen?.id === id ? chosen : (definitionOf(count.value, id) ?? chosen)
})

/** The reader's own rules that the open lines are classed by. */
export const linesRules = computed(() =>
  open.value?.kind === 'shipped' ? [] : (readRules(asked.value?.rules ?? '') ?? []),
)

const OF_DEFINITION: readonly LinesKind[] = ['share', 'definition', 'shipped']

function filterOf(kind: LinesKind, id: string) {
  if (kind === 'all' || kind === 'head') return {}
  if (kind === 'transfers') return { flow: 'transfers' }
  if (kind === 'way') return readWay(id)
  if (!OF_DEFINITION.includes(kind)) return { [kind]: id }
  return { class: linesDefinition.value?.classes.join(',') }
}

/** The question behind the open figure, but for what it is grouped or filtered by. */
const base = computed(() => {
  if (!asked.value || !open.value) return null
  const { places } = asked.value
  return { ...scopedOf(asked.value), places: placesOf(open.value.place ? [open.value.place] : places) }
})

/** The filters of the lines under the figure that is open: cash, classed as the figure is. */
const filters = computed(() =>
  base.value && open.value
    ? {
        ...base.value,
        prices: '',
        rules: open.value.kind === 'shipped' ? '' : asked.value!.rules,
        ...filterOf(open.value.kind, open.value.id),
      }
    : null,
)

const url = computed(() => {
  if (!filters.value) return null
  const offset = from.value.figure === figure.value ? from.value.offset : 0
  return address('/lines', { ...filters.value, order: 'amount', limit: PAGE, offset: offset || null })
})

/** Every line under the figure as a file. */
export const linesFile = (form: 'csv' | 'xlsx') =>
  filters.value ? address(`/lines.${form}`, filters.value) : ''

/** The question to the API that gives the figure itself. */
export const figureQuery = computed(() => {
  if (!base.value || !open.value) return ''
  const { kind, id } = open.value
  if (kind === 'head') return address('/spend', { ...base.value, per: 'head' })
  if (kind === 'share')
    return address('/control', { ...base.value, definition: id, rules: asked.value!.rules, together: true })
  if (kind === 'way' || kind === 'transfers') return address('/lines', filters.value!)
  return address('/spend', { ...filters.value!, prices: base.value.prices })
})

export interface LinesPage {
  url: string
  rows: Line[]
  total: number | null
  matched: number
  offset: number
}

export const linesPage = resource(url, async (question, stop): Promise<LinesPage> => {
  const table = await get<Table & { total: number | null; matched: number; offset: number }>(question, stop)
  const { total, matched, offset } = table
  return { url: question, rows: rowsOf<Line>(table), total, matched, offset }
})

const unpaged = (question: string) => question.replace(/&?offset=\d+/, '')

/** The last page that came, so long as it is of the figure that is open. */
export const linesShown = computed(() => {
  const page = linesPage.answer.value
  return page && url.value && unpaged(page.url) === unpaged(url.value) ? page : null
})

/** The figure whose lines are open, in words. */
export const linesTitle = computed(() => {
  const known = count.value
  if (!known || !open.value) return ''
  const { kind, id } = open.value
  const chosen = linesDefinition.value?.name ?? ''
  const named: Record<LinesKind, string | undefined> = {
    all: 'All spending',
    head: 'Spending a head',
    share: `Share under local control, “${chosen}”`,
    definition: `Under local control, “${chosen}”`,
    shipped: `Under local control, “${chosen}”`,
    class: known.classes.find((one) => String(one.class) === id)?.name,
    sector: known.sectors.find((one) => one.id === id)?.name,
    agency: known.agencies.find((one) => one.id === id)?.name,
    division: known.functions.find((one) => one.division === id)?.division_name,
    basis: BASES[id] && upperFirst(BASES[id]),
    way: wayInWords(known, id),
    transfers: 'Transfers between bodies, left out of the total',
    grade: GRADES[id] && `Grade ${id}, ${GRADES[id]}`,
  }
  return named[kind] ?? id
})

/** The place or places the open figure is of. */
export const linesPlace = computed(() => {
  const known = opened.answer.value
  if (!known || !asked.value || !open.value) return ''
  return (open.value.place && placeName(known, open.value.place)) || asked.value.placeName
})
