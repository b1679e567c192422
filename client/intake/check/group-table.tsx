import { useSignal } from '@preact/signals'
import { counted, exactPence, integer } from '../../format.ts'
import { type Column, StackedTable } from '../../frame/stacked-table.tsx'
import { yearInWords } from '../../words.ts'
import { nameOf } from '../map/in-words.ts'
import type { ReportReply } from '../state/server.ts'

const FEW = 20

const COLUMNS: readonly Column<ReportReply['groups'][number]>[] = [
  { title: 'Agency', text: ({ agency }) => nameOf('agency', agency) },
  { title: 'Place', text: ({ place }) => nameOf('place', place) },
  { title: 'Year', text: ({ year }) => yearInWords(year) },
  { title: 'Rows', number: true, text: ({ rows }) => integer(rows) },
  { title: 'Pounds', number: true, text: ({ pence }) => exactPence(pence) },
]

/** What is accepted, by place, agency and year. */
export function GroupTable({ report }: { report: ReportReply }) {
  const all = useSignal(false)
  const { groups } = report
  if (groups.length === 0) return null
  return (
    <section class="card part" aria-labelledby="accepted-groups">
      <h3 id="accepted-groups">What is accepted, by place, agency and year</h3>
      <StackedTable
        columns={COLUMNS}
        rows={all.value ? groups : groups.slice(0, FEW)}
        keyOf={({ place, agency, year }) => `${place} ${agency} ${year}`}
      />
      {groups.length > FEW && !all.value && (
        <button
          type="button"
          class="button"
          onClick={() => {
            all.value = true
          }}
        >
          Show all {counted(groups.length, 'group')}
        </button>
      )}
    </section>
  )
}
