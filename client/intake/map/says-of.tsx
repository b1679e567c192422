import { SearchChoice } from '../field/search-choice.tsx'
import { changeBy } from './draft.ts'
import { saysInWords } from './in-words.ts'
import { type Column, withSays } from './mapping.ts'

/** What all amounts of a column are of, and the function they are counted under. */
export function SaysOf({ column: { header, says } }: { column: Column }) {
  return (
    <div class="says">
      <small>{saysInWords(says ?? {}) || 'Nothing is said of what they are'}</small>
      <SearchChoice
        kind="function"
        label={`Function of ${header}`}
        word={says?.function === undefined ? 'Say the function' : 'Another function'}
        current={says?.function ?? null}
        onChoose={({ id }) => changeBy((now) => withSays(now, header, 'function', id))}
      />
    </div>
  )
}
