import { computed, signal } from '@preact/signals'
import { opened } from '../../state/count.ts'
import { resource } from '../../state/resource.ts'
import { part } from '../../state/store.ts'
import { type IntakeReply, readIntake } from './server.ts'

const page = part('page')
const id = part('intake')

/** What the server last said of an intake in answer to something done to it. */
const told = signal<IntakeReply | null>(null)

const question = computed(() => (page.value === 'import' && opened.answer.value ? id.value : null))

/** The intake of the address, asked for when it is come to. */
export const arrived = resource(question, (asked, stop): Promise<IntakeReply> => {
  const known = told.peek()
  return known?.id === asked ? Promise.resolve(known) : readIntake(asked, stop)
})

/** The files on the desk; null before any is brought, or while they are asked for. */
export const intake = computed((): IntakeReply | null => {
  const now = id.value
  const [newest, asked] = [told.value, arrived.answer.value]
  if (now === null) return null
  return newest?.id === now ? newest : asked?.id === now ? asked : null
})

/** Takes what the server says an intake has become. */
export function become(state: IntakeReply) {
  told.value = state
}

/** Names of the columns of each table brought. */
export const tablesOf = ({ files }: IntakeReply) => files.flatMap(({ tables }) => tables)
