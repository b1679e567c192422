import { money } from '../format.ts'
import { otherwiseInWords, titled } from '../own-words.ts'
import type { Holder, Own } from '../state/own-by.ts'
import { DataLink } from './data-link.tsx'

/** Marks a figure that holds figures of readers' own. */
export function OwnMark({ own }: { own: Own | null | undefined }) {
  if (!own) return null
  return (
    <small
      class="own-mark"
      title={`${money(own.standing)} of your own, ${titled(own)}${own.replaced === 0 ? '' : `, in place of ${money(own.replaced)}`}`}
    >
      own figures
    </small>
  )
}

/** Says under a rank or a comparison which of its places are measured otherwise than the rest. */
export function OwnNote({ holders, of }: { holders: readonly Holder[]; of: number }) {
  const told = otherwiseInWords(holders, of)
  if (told === null) return null
  return (
    <p class="note own-note">
      {told} <DataLink kind="own-figures">What they replaced</DataLink>
    </p>
  )
}
