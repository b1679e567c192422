import { money } from '../format.ts'
import { count } from '../state/count.ts'
import { go, href } from '../state/store.ts'

/** What the count on screen is and whether it reconciles; opens the reconciliation. */
export function TrustBadge() {
  const known = count.value
  if (!known) return null
  const { gross } = known.unexplained
  return (
    <a
      class={`trust ${gross === 0 ? 'whole' : 'open'}`}
      href={href({ page: 'data' })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go({ page: 'data', lines: null })
        requestAnimationFrame(() => document.getElementById('reconciliation')?.scrollIntoView())
      }}
    >
      <span class="trust-mark" aria-hidden="true" />
      {known.count.title}
      {' · '}
      {gross === 0 ? 'every pound reconciled' : `${money(gross)} no file explains`}
    </a>
  )
}
