import type { Count } from '../api-types.ts'
import { view } from '../state/store.ts'
import { yearInWords } from '../words.ts'
import { entryId } from './entry-id.ts'

export function Sources({ count }: { count: Count }) {
  return (
    <section id="sources" tabIndex={-1}>
      <h2>Sources and licences</h2>
      <div class="sources">
        {count.sources.map((source) => (
          <article
            key={source.id}
            id={entryId('source', source.id)}
            class={view.value.at === entryId('source', source.id) ? 'pointed' : undefined}
          >
            <h3>
              {source.url ? (
                <a href={source.url} rel="noreferrer">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
            </h3>
            <p>
              {source.publisher}, {/^\d{4}-\d{2}$/.test(source.year) ? yearInWords(source.year) : source.year}
              . {source.licence}.
            </p>
            {source.attribution && <p>{source.attribution}</p>}
            {source.note && <p class="note">{source.note}</p>}
            <p class="cell">
              {source.file}; SHA-256 {source.sha256.slice(0, 16)}…
            </p>
          </article>
        ))}
      </div>
      <p>Outlines on the map: Natural Earth, public domain, schematic: not for measuring.</p>
    </section>
  )
}
