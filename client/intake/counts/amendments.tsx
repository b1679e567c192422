import type { Count } from '../../api-types.ts'
import { pounds } from '../../format.ts'
import { type Column, StackedTable } from '../../frame/stacked-table.tsx'
import { count } from '../../state/count.ts'
import { dayInWords } from '../../when.ts'
import { list, yearInWords } from '../../words.ts'

const COLUMNS: readonly Column<Count['amendments'][number]>[] = [
  {
    title: 'What',
    text: ({ title, publisher, made }) => (
      <>
        {title}
        <small>
          {publisher}, {dayInWords(made)}
        </small>
      </>
    ),
  },
  { title: 'Years', text: ({ years }) => list(years.map(yearInWords)) },
  { title: 'Places', number: true, text: ({ places }) => places },
  { title: 'Added', number: true, text: ({ added }) => pounds(added.pounds) },
  {
    title: 'Taken out',
    number: true,
    text: ({ replaced, budget }) => (
      <>
        {pounds(replaced.pounds)}
        {budget.lines > 0 && <small>and {pounds(budget.pounds)} of budget, not counted</small>}
      </>
    ),
  },
]

/** What was published of one's own into the count that is served. */
export function Amendments() {
  const amendments = count.value?.amendments ?? []
  if (amendments.length === 0) return null
  return (
    <section class="card part" aria-labelledby="amendments">
      <h3 id="amendments">Published into the count that is served</h3>
      <StackedTable columns={COLUMNS} rows={amendments} keyOf={({ id }) => id} />
    </section>
  )
}
