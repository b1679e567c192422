import { count } from '../state/count.ts'
import { ended } from '../words.ts'

export function Footer() {
  const known = count.value!
  const attributions = [...new Set(known.sources.map((source) => source.attribution).filter(Boolean))]
  return (
    <footer class="footer">
      <p>{attributions.map(ended).join(' ')}</p>
      <p>
        Outlines: Natural Earth, public domain, schematic. Count {known.count.id},{' '}
        {known.count.hash.slice(0, 12)}.
      </p>
    </footer>
  )
}
