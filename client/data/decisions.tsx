import { documents } from './documents-of.ts'
import { entryId } from './entry-id.ts'
import { Words } from './words-of.tsx'

/** Choices that were contested, each with its options and what would change it. */
export function Decisions() {
  return (
    <section id="decisions" tabIndex={-1}>
      <h2>Decisions</h2>
      <p>Choices that someone might contest, with what was weighed and what would change them.</p>
      {documents.value?.DECISIONS.map(({ number, title, paragraphs }) => (
        <details key={number} id={entryId('decision', number)}>
          <summary>
            {Number(number)}. {title}
          </summary>
          {paragraphs.map((text) => (
            <Words key={text} text={text} />
          ))}
        </details>
      )) ?? <p class="note">Opening the decisions.</p>}
    </section>
  )
}
