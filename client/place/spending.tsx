import { address } from '../api.ts'
import type { SpendRow } from '../api-types.ts'
import type { BarRow } from '../charts/bar.tsx'
import { Bars } from '../charts/bars.tsx'
import { BarsKey } from '../charts/bars-key.tsx'
import { scaleOver } from '../charts/scale.ts'
import type { Answer } from '../state/answer.ts'
import { placesOf } from '../state/asked.ts'

type Kind = 'sector' | 'agency' | 'division'

const PICTURES = { sector: 'sectors', agency: 'agencies', division: 'functions' } as const

const bars = (rows: readonly SpendRow[], kind: Kind): BarRow[] =>
  rows.map((row) => ({
    name: String(row[`${kind}_name`] ?? row[kind]),
    amount: row.amount ?? 0,
    recorded: row.recorded ?? 0,
    opens: { kind, id: String(row[kind]) },
  }))

/** Who spends it and on what: three sets of bars on one scale. */
export function Spending({ shown }: { shown: Answer }) {
  const { year, scope, fill, places } = shown.asked
  const of = {
    sector: bars(shown.sectors, 'sector'),
    agency: bars(shown.agencies, 'agency'),
    division: bars(shown.divisions, 'division'),
  }
  const scale = scaleOver(Object.values(of).flat())
  const files = (by: Kind) => (form: 'csv' | 'xlsx') =>
    address(`/spend.${form}`, { year, scope, fill, places: placesOf(places), by })
  const set = (kind: Kind) => ({ rows: of[kind], files: files(kind), scale, picture: PICTURES[kind] })
  return (
    <>
      <Bars
        id="who-spends"
        title="Who spends it"
        note="Net spending by kind of agency. Select a bar to see its lines, rules and sources."
        noun={['kind', 'kinds']}
        keep={16}
        {...set('sector')}
      >
        <BarsKey />
      </Bars>
      <Bars
        id="which-agency"
        title="Which agencies"
        note="Net spending by agency, on the same scale."
        noun={['agency', 'agencies']}
        keep={9}
        {...set('agency')}
      />
      <Bars
        id="on-what"
        title="On what"
        note="Net spending by function of government, on the same scale."
        noun={['function', 'functions']}
        keep={12}
        {...set('division')}
      />
    </>
  )
}
