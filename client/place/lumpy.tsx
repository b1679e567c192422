import { percent } from '../format.ts'
import type { Answer } from '../state/answer.ts'
import { go, view } from '../state/store.ts'

/** From what part of councils' recorded spending on one year's capital is worth a warning. */
const MUCH = 0.25

/** Warns that one year's capital can mislead, where it is much of what councils recorded. */
export function Lumpy({ shown }: { shown: Answer }) {
  if (shown.capital === null || shown.capital <= MUCH) return null
  const { without } = view.value
  return (
    <p class="lumpy">
      <span class="lumpy-mark" aria-hidden="true">
        !
      </span>
      <span>
        {percent(shown.capital)} of what councils recorded here is capital, which one large scheme in one year
        can swell.{' '}
        <button
          type="button"
          class="text-button"
          onClick={() => go({ without: [...new Set([...without, 'capital'])].sort() })}
        >
          Leave capital out
        </button>
      </span>
    </p>
  )
}
