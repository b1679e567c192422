import { computed } from '@preact/signals'
import type { ChainReply } from '../../server/api/contract.ts'
import { address, get, rowsOf, type Table } from '../api.ts'
import { type Asked, asked, placesOf } from '../state/asked.ts'
import { opened } from '../state/count.ts'
import { membersOf } from '../state/members.ts'
import { resource } from '../state/resource.ts'
import { part, view } from '../state/store.ts'
import { type ChainRow, graphOf, namesOf, type Spender, waysOf } from './graph.ts'
import { matrixOf } from './matrix.ts'

const page = part('page')

/** How many agencies of one place stand for themselves. */
const KEEP: Record<Spender, number> = { sector: 40, agency: 14 }

const queryOf = ({ year, scope, fill, places }: Asked) => ({ year, scope, fill, places: placesOf(places) })

const question = computed(() => (asked.value && page.value === 'flow' ? JSON.stringify(asked.value) : null))

/** The ways the money of the places on screen takes, with the question it answers. */
export const chain = resource(question, async (text, stop) => {
  const shown: Asked = JSON.parse(text)
  const reply = await get<Table & Pick<ChainReply, 'total' | 'eliminated' | 'missing' | 'own_returns'>>(
    address('/chain', queryOf(shown)),
    stop,
  )
  const rows = rowsOf<ChainRow>(reply)
  const one = membersOf(opened.answer.peek()!, shown.places).length === 1
  const by: Spender = one ? 'agency' : 'sector'
  const ways = waysOf(rows, by, KEEP[by])
  const name = namesOf(rows, by)
  const kept = new Set(ways.map(({ spender }) => spender).filter(Boolean)).size
  const nameOf = (stage: number, code: string) => name(stage, code, kept)
  return {
    asked: shown,
    by,
    ways,
    nameOf,
    total: reply.total,
    eliminated: reply.eliminated,
    missing: reply.missing,
    own: reply.own_returns,
    ...graphOf(ways, nameOf),
    matrix: matrixOf(ways),
    files: (form: 'csv' | 'xlsx') =>
      address(`/chain.${form}`, { ...queryOf(shown), called: view.peek().placesNamed }),
  }
})

export type Chain = NonNullable<typeof chain.answer.value>
