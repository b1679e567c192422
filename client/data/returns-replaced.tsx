import type { Count } from '../api-types.ts'
import { counted, pounds } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { yearInWords } from '../words.ts'

/** Says of totals that are held against councils' returns that lines of those were taken out since, of the years on screen. */
export function ReturnsReplaced({ count }: { count: Count }) {
  const years = new Set(count.control_totals.map(({ year }) => year))
  return count.returns_replaced
    .filter(({ year }) => years.has(year))
    .map((gone) => (
      <p key={gone.year} class="note returns-replaced">
        These compare what was compiled from the returns, before figures of your own:{' '}
        {counted(gone.lines, 'line')} of {pounds(gone.pounds)} of {yearInWords(gone.year)} that came from them{' '}
        {gone.lines === 1 ? 'was' : 'were'} taken out of the count since. See{' '}
        <DataLink kind="own-figures">figures of your own</DataLink>.
      </p>
    ))
}
