import { computed } from '@preact/signals'
import type { DevolutionReply } from '../../server/api/contract.ts'
import { address, get, rowsOf, type Table } from '../api.ts'
import { type Asked, asked, placesOf, scopedOf } from '../state/asked.ts'
import { definition, definitionAsked, moves } from '../state/definition.ts'
import { resource } from '../state/resource.ts'
import { part } from '../state/store.ts'

export interface DevolvedRow {
  place: string
  place_name: string
  denominator: number | null
  numerator_before: number | null
  numerator_after: number | null
  share_before: number | null
  share_after: number | null
  share_change: number | null
  moved: number | null
  into_local: number | null
  out_of_local: number | null
}

export interface Devolved {
  /** The question it answers, as the panel's answers carry theirs. */
  asked: Asked
  moves: string
  definition: DevolutionReply['definition']
  together: DevolutionReply['together']
  between: DevolutionReply['between']
  /** Every place. */
  rows: DevolvedRow[]
}

const page = part('page')

/** The what-if on screen as a question of the API: of every place, or of those on screen. */
const query = computed(() => {
  const chosen = definition.value
  if (!asked.value || !chosen || page.value !== 'control' || moves.value === '') return null
  return { ...scopedOf(asked.value), ...definitionAsked(chosen), moves: moves.value }
})

interface Question {
  asked: Asked
  everywhere: string
  here: string
}

const question = computed(() =>
  query.value
    ? JSON.stringify({
        asked: asked.value,
        everywhere: address('/devolution', query.value),
        here: address('/devolution', { ...query.value, places: placesOf(asked.value!.places) }),
      })
    : null,
)

export const devolved = resource(question, async (text, stop): Promise<Devolved> => {
  const { asked: question, everywhere, here } = JSON.parse(text) as Question
  const [own, all] = await Promise.all([get<DevolutionReply>(here, stop), get<Table>(everywhere, stop)])
  const { definition: local, together, between } = own
  return {
    asked: question,
    moves: own.moves,
    definition: local,
    together,
    between,
    rows: rowsOf<DevolvedRow>(all),
  }
})

/** Every place of the what-if as a file. */
export const devolvedFile = (form: 'csv' | 'xlsx', order: string) =>
  query.value ? address(`/devolution.${form}`, { ...query.value, order }) : ''
