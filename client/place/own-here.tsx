import { money } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { titled } from '../own-words.ts'
import type { Asked } from '../state/asked.ts'
import { ownIn } from '../state/own-figures.ts'
import { list } from '../words.ts'

/** Says how much of what is counted here readers published themselves, and what it took the place of. */
export function OwnHere({ asked }: { asked: Pick<Asked, 'places' | 'year'> }) {
  const own = ownIn(asked.places, asked.year)
  if (!own) return null
  const out = [
    ...(own.replaced === 0 ? [] : [`${money(own.replaced)} that the count had`]),
    ...(own.budget === 0 ? [] : [`${money(own.budget)} of budget for missing returns`]),
  ]
  return (
    <p class="caution own-here">
      <strong>{money(own.standing)} of it is of your own,</strong> {titled(own)}
      {out.length > 0 && `, in place of ${list(out)}`}. No publisher has checked it, though it stands with
      what is recorded. <DataLink kind="own-figures">What it replaced</DataLink>
    </p>
  )
}
