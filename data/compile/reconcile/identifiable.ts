import type { RegionalRow } from '../../sources/regional-analysis/read.ts'
import { REGIONS } from '../frame.ts'
import { counted, type Line, local, sum } from '../line.ts'
import { model } from '../model.ts'
import { REPLACED } from '../regional.ts'
import { BLOCKS } from './bridge.ts'
import { type BridgeLine, type ControlTotal, type Evidence, pounds, total } from './control-total.ts'

/** England, its regions, departments and functions: the Treasury's local government rows give way to returns. */
export function identifiable(evidence: Evidence, groups: readonly ControlTotal[]): ControlTotal[] {
  const { regional, sources, agencies, frame } = evidence
  const lines = evidence.lines.filter(counted)
  const own = lines.filter((line) => local(line, sources.regional))
  const regionOf = new Map(frame.places.map(({ code, region }) => [code, region]))
  const replaced = (rows: readonly RegionalRow[], returned: readonly Line[]): BridgeLine[] => {
    const treasury = pounds(rows.filter(({ department }) => department === REPLACED))
    const [current, benefit, capital] = [
      returned.filter(({ economic }) => economic === 'current'),
      returned.filter((line) => line.rule === 'rs-housing-benefit'),
      returned.filter(({ economic }) => economic === 'capital'),
    ].map(sum) as [bigint, bigint, bigint]
    const reason =
      "Councils' own returns replace the Treasury's estimate of local government; see the bridge by block"
    return [
      {
        label: "Treasury's local government rows, left out",
        amount: -treasury,
        source: sources.regional,
        reason,
      },
      {
        label: 'Service expenditure as returned',
        amount: current,
        source: sources.revenue,
        reason,
      },
      {
        label: 'Housing benefit as returned',
        amount: benefit,
        source: sources.revenue,
        reason,
      },
      {
        label: 'Capital as returned',
        amount: capital,
        source: sources.capital,
        reason,
      },
    ].filter(({ amount }) => amount !== 0n)
  }
  const check = (
    kind: string,
    id: string,
    covers: string,
    rows: readonly RegionalRow[],
    compiled: readonly Line[],
  ) =>
    total(
      evidence,
      kind,
      id,
      covers,
      { published: pounds(rows), compiled: sum(compiled) },
      'GBP',
      replaced(
        rows,
        compiled.filter((line) => local(line, sources.regional)),
      ),
      { source: sources.regional },
    )

  const england = total(
    evidence,
    'total',
    'england-identifiable',
    'Identifiable expenditure in England',
    { published: pounds(regional), compiled: sum(lines) },
    'GBP',
    groups.map(({ id, covers, difference }) => ({
      label: covers,
      amount: difference,
      source: sources.regional,
      reason: BLOCKS.find((block) => block.id === id)!.reason,
    })),
    {
      source: sources.regional,
      unexplained: groups.reduce((all, { unexplained }) => all + unexplained, 0n),
    },
  )
  const departments = [...new Set(regional.map(({ department }) => department))].sort()
  const divisions = [...new Set(regional.map(({ division }) => division))].sort(
    (a, b) => Number(a) - Number(b),
  )
  const divisionOf = (line: Line) => line.function.split('.')[0]!
  const names = new Map(model<'code' | 'name'>('functions').map(({ code, name }) => [code, name]))
  return [
    england,
    ...[...REGIONS].map(([code, name]) =>
      check(
        'region',
        code,
        name,
        regional.filter(({ region }) => region === code),
        lines.filter(({ place }) => regionOf.get(place) === code),
      ),
    ),
    ...departments.map((department) =>
      check(
        'department',
        department,
        department,
        regional.filter((row) => row.department === department),
        department === REPLACED
          ? own
          : lines.filter(
              (line) =>
                line.source === sources.regional && agencies.get(line.agency)?.department === department,
            ),
      ),
    ),
    ...divisions.map((division) =>
      check(
        'function',
        division,
        names.get(division) ?? division,
        regional.filter((row) => row.division === division),
        lines.filter((line) => divisionOf(line) === division),
      ),
    ),
  ]
}
