import { money } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import type { Answer } from '../state/answer.ts'
import { placesOf } from '../state/asked.ts'
import { count } from '../state/count.ts'
import { ownHere } from '../state/own-here.ts'
import { list } from '../words.ts'

/** Says how much of what is counted here readers published themselves, and what it took the place of. */
export function OwnHere({ shown: { asked } }: { shown: Answer }) {
  const own = ownHere.answer.value
  if (!count.value?.amendments.length || !own) return null
  if (own.places !== placesOf(asked.places) || own.year !== asked.year || own.titles.length === 0) return null
  const out = [
    ...(own.replaced === 0 ? [] : [`${money(own.replaced)} that the count had`]),
    ...(own.budget === 0 ? [] : [`${money(own.budget)} of budget for missing returns`]),
  ]
  return (
    <p class="caution">
      <strong>{money(own.added)} of it is of your own,</strong>{' '}
      {list(own.titles.map((title) => `“${title}”`))}
      {out.length > 0 && `, in place of ${list(out)}`}. No publisher has checked it, though it stands with
      what is recorded. <DataLink kind="own-figures">What it replaced</DataLink>
    </p>
  )
}
