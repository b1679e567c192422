import { counted as files, money } from '../format.ts'
import { shownYear, yearly } from '../state/yearly.ts'
import { yearInWords } from '../words.ts'
import { DataLink } from './data-link.tsx'

/** What the count on screen is and whether it reconciles; opens the reconciliation. */
export function TrustBadge() {
  const known = yearly.value
  if (!known || !shownYear.value) return null
  const year = known.financial_years.find((one) => one.year === shownYear.value)
  const { net, gross } = known.unexplained
  const checked = known.control_totals.length > 0
  const own = known.amendments.filter(
    ({ added, replaced, budget }) => added.lines + replaced.lines + budget.lines > 0,
  ).length
  const counted = known.control_totals.find(({ kind }) => kind === 'total')?.compiled ?? null
  return (
    <DataLink kind="reconciliation" class={`trust ${gross === 0 && checked ? 'whole' : 'open'}`}>
      <span class="trust-mark" aria-hidden="true" />
      <span>
        <span class="trust-of">England, {yearInWords(shownYear.value)} · </span>
        {!checked
          ? 'Figures of your own only, checked against no published total'
          : year?.coverage === 'recorded'
            ? 'Recorded lines only, checked against published totals'
            : gross === 0
              ? 'Every pound agrees with published totals'
              : [
                  <span key="of" class="trust-of">
                    checked against published totals:{' '}
                  </span>,
                  <span key="short" class="trust-short">
                    {own > 0 ? 'England, own figures: ' : 'England: '}
                  </span>,
                  `${money(Math.abs(net))}${counted === null ? '' : ` of ${money(counted)}`} not explained`,
                ]}
        {own > 0 && <span class="trust-own"> · with {files(own, 'import')} of your own</span>}
      </span>
    </DataLink>
  )
}
