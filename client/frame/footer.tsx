import { count } from '../state/count.ts'
import { href } from '../state/store.ts'
import { ended } from '../words.ts'

export function Footer() {
  const known = count.value!
  const attributions = [...new Set(known.sources.map((source) => source.attribution).filter(Boolean))]
  return (
    <footer class="footer">
      <p>{attributions.map(ended).join(' ')}</p>
      <div class="print-only">
        <p>Sources:</p>
        <ul>
          {known.sources.map((source) => (
            <li key={source.id}>
              {source.title}. {source.publisher}, {source.licence}. {source.url}
            </li>
          ))}
        </ul>
        <p>
          {document.title}. {location.origin}
          {href({})}
        </p>
      </div>
      <p>
        Outlines: Natural Earth, public domain, schematic. Count {known.count.id},{' '}
        {known.count.hash.slice(0, 12)}.
      </p>
    </footer>
  )
}
