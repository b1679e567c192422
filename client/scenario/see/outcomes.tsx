import { counted, dealMoney } from '../../format.ts'
import { ChartCard } from './chart-card.tsx'
import { Figure } from './explain/figure.tsx'
import type { Shown } from './shown.ts'
import { type Cell, sumOf, type Twin } from './twin.ts'

const STANDING: Record<string, string> = {
  published: 'published',
  derived: 'derived',
  illustrative: 'illustrative',
  unverified: 'not verified',
}

/** From people to pounds: what each outcome is worth, each opening its chain. */
export function Outcomes({ shown }: { shown: Shown }) {
  const { reply, document } = shown
  if (reply.outcomes.length === 0) return null
  const value = (flow: readonly number[]) =>
    flow.reduce((sum, amount, t) => sum + amount * reply.factors[t]!, 0)
  const rows = reply.outcomes.map(({ id, steps, fiscal, wider }) => {
    const outcome = document.outcomes.find((one) => one.id === id)
    return {
      id,
      name: outcome?.name ?? id,
      people: steps?.attributable ?? null,
      fiscal: value(fiscal),
      wider: value(wider),
      standing: STANDING[outcome?.provenance?.status ?? ''] ?? 'no source given',
      graded: outcome?.optimismBias?.kind === 'grade',
    }
  })
  const soft = rows.filter(({ standing }) => standing !== 'published' && standing !== 'derived')
  const fiscal = rows.reduce((sum, row) => sum + row.fiscal, 0)
  const firm = fiscal - soft.reduce((sum, row) => sum + row.fiscal, 0)
  const cells = rows.map(({ name, people, fiscal, wider, standing }): Cell[] => [
    name,
    people,
    fiscal,
    wider,
    standing,
  ])
  const twin: Twin = {
    caption: 'What each outcome is worth',
    columns: [
      { head: 'Outcome', unit: 'text' },
      { head: 'Outcomes due to the programme', unit: 'number' },
      { head: 'To public bodies', unit: 'pounds' },
      { head: 'To people and business', unit: 'pounds' },
      { head: 'Standing', unit: 'text' },
    ],
    rows: cells,
    foot: ['Sum', null, sumOf(cells, 2), sumOf(cells, 3), null],
  }
  return (
    <ChartCard
      id="outcomes"
      title="What the benefits rest on"
      picture="benefits"
      says={
        soft.length === 0
          ? `All ${dealMoney(fiscal)} to public bodies rests on published or derived figures.`
          : `${dealMoney(firm)} of the ${dealMoney(fiscal)} to public bodies rests on published or derived figures; the rest does not.`
      }
      note="Present value before it is divided between partners, gross."
      twin={twin}
      wide
    >
      <ul class="outcome-list">
        {rows.map(({ id, name, people, fiscal, standing, graded }) => (
          <li key={id}>
            <span>
              {name}
              <small>
                {people === null
                  ? 'a total, given outright'
                  : `${counted(Math.round(people), 'outcome')} due to the programme`}
                ; {standing}
                {graded &&
                  reply.notices.some(({ code }) => code === 'unverified-grade-bias') &&
                  '; optimism bias to be confirmed'}
              </small>
            </span>
            <span class="number">
              <Figure opens={{ of: 'outcome', outcome: id }} about={name} negative={fiscal < 0}>
                {dealMoney(fiscal)}
              </Figure>
            </span>
          </li>
        ))}
      </ul>
    </ChartCard>
  )
}
