import type { SpendRow } from '../api-types.ts'
import type { BarRow } from '../charts/bar.tsx'
import { Bars } from '../charts/bars.tsx'
import { BarsKey } from '../charts/bars-key.tsx'
import { scaleOver } from '../charts/scale.ts'
import type { Answer } from '../state/answer.ts'
import type { LinesKind } from '../state/state.ts'

const bars = (rows: readonly SpendRow[], kind: LinesKind): BarRow[] =>
  rows.map((row) => ({
    name: String(row[`${kind}_name`] ?? row[kind]),
    amount: row.amount,
    recorded: row.recorded,
    opens: { kind, id: String(row[kind]) },
  }))

/** Who spends it and on what: three sets of bars on one scale. */
export function Spending({ shown }: { shown: Answer }) {
  const scale = scaleOver([...shown.sectors, ...shown.agencies, ...shown.divisions])
  return (
    <>
      <Bars
        id="who-spends"
        title="Who spends it"
        note="Net spending by kind of agency. Select a bar to see its lines, rules and sources."
        rows={bars(shown.sectors, 'sector')}
        scale={scale}
        noun={['kind', 'kinds']}
        keep={16}
      >
        <BarsKey />
      </Bars>
      <Bars
        id="which-agency"
        title="Which agencies"
        note="Net spending by agency, on the same scale."
        rows={bars(shown.agencies, 'agency')}
        scale={scale}
        noun={['agency', 'agencies']}
        keep={9}
      />
      <Bars
        id="on-what"
        title="On what"
        note="Net spending by function of government, on the same scale."
        rows={bars(shown.divisions, 'division')}
        scale={scale}
        noun={['function', 'functions']}
        keep={12}
      />
    </>
  )
}
