import { money } from '../format.ts'
import { count } from '../state/count.ts'
import { yearInWords } from '../words.ts'
import { DataLink } from './data-link.tsx'

/** What the count on screen is and whether it reconciles; opens the reconciliation. */
export function TrustBadge() {
  const known = count.value
  if (!known) return null
  const { net, gross } = known.unexplained
  return (
    <DataLink kind="reconciliation" class={`trust ${gross === 0 ? 'whole' : 'open'}`}>
      <span class="trust-mark" aria-hidden="true" />
      <span>
        <span class="trust-of">England, {yearInWords(known.latest)} · </span>
        {gross === 0
          ? 'Every pound agrees with published totals'
          : `Checked against published totals: ${money(Math.abs(net))} net not explained`}
      </span>
    </DataLink>
  )
}
