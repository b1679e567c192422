import type { Shown } from './shown.ts'
import { termWords } from './terms.ts'

/** Published mechanisms that the pot has adopted, and what each would pay. */
export function TermsCard({ shown }: { shown: Shown }) {
  const { terms } = shown.reply
  if (terms.length === 0) return null
  return (
    <section class="card see-card wide" aria-labelledby="terms">
      <h2 id="terms">Terms the pot has adopted</h2>
      <ul class="effect-moves">
        {terms.map((term, i) => {
          const { name, words, mark } = termWords(shown, term)
          return (
            <li key={i}>
              <strong>{name}.</strong> {words} {mark && <span class="note">{mark}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
