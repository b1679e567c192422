import { contributionShares } from '../../scenario/cash/contributions.ts'
import type { TableSheet } from '../book.ts'
import { cellAt, downFrom, FACTOR, live, POUNDS, SHARE } from './cells.ts'
import { COSTS, grouped } from './costs-sheet.ts'
import { type Material, yearsOf } from './material.ts'
import { YEARLY } from './yearly-inputs.ts'

const CONTRIBUTIONS = 'Contributions'
const [SHARES, FIXED, BEFORE, WITH, PART] = [2, 3, 4, 5, 6]

/** Cell of a partner's part of the pot's cost, by place of the partner. */
export const partOf = (partner: number): string => cellAt(CONTRIBUTIONS, PART, partner + 2)

/** Each partner's part of the pot's cost, from shares, fixed amounts and what partners pay for others. */
export function contributionsSheet(material: Material): TableSheet {
  const { scenario, compiled, assumptions } = material
  const { partners, pot } = scenario
  const items = grouped(material)
  const potCost = compiled.investments.reduce(
    (sum, item, at) => sum + (scenario.investment[at]!.borneBy ? 0 : item.cost.reduce((a, b) => a + b, 0)),
    0,
  )
  const before = contributionShares({ ...scenario, pot: { ...pot, passedOn: [] } }, potCost)
  const parts = contributionShares(scenario, potCost)
  const last = partners.length + 1
  const [allShares, allFixed] = [SHARES, FIXED].map(
    (column) => `SUM(${downFrom(CONTRIBUTIONS, column, 2, last)})`,
  )
  const cost = `SUM(${
    items.pot.money.length + items.pot.inKind.length === 0
      ? '0'
      : yearsOf(material, COSTS).totals([...items.pot.money, ...items.pot.inKind])
  })`
  const edges = pot.passedOn.map((edge, at) => ({
    ...edge,
    name: assumptions.add({
      about: 'Contributions',
      item: partners.find(({ id }) => id === edge.from)?.name ?? edge.from,
      input: `Share it pays of the contribution of ${edge.to}`,
      value: edge.share,
      unit: 'share',
      format: SHARE,
      name: 'passed_on',
      of: [edge.from, edge.to, String(at + 1)],
    }),
  }))
  const place = new Map(partners.map(({ id }, at) => [id, at]))
  const withOthers = (i: number): number =>
    edges.reduce(
      (sum, edge) =>
        edge.from === partners[i]!.id ? sum + withOthers(place.get(edge.to)!) * edge.share : sum,
      before[i]!,
    )
  return {
    name: CONTRIBUTIONS,
    about: 'Part of the cost that each partner bears: change a contribution on sheet Assumptions',
    table: 'Contributions',
    columns: [
      { title: 'Partner', width: 20 },
      { title: 'Name', width: 34 },
      { title: 'Share agreed', width: 16, format: SHARE },
      { title: 'Fixed contributions £', width: 20, format: POUNDS },
      { title: 'Part of the cost before payments between partners', width: 26, format: FACTOR },
      { title: 'With what it pays for others', width: 22, format: FACTOR },
      { title: 'Part of the cost', width: 18, format: FACTOR },
    ],
    rows: partners.map(({ id, name }, i) => {
      const row = i + 2
      const shares = pot.contributions.filter((entry) => entry.kind === 'share' && entry.partner === id)
      const named = shares.map((entry) =>
        assumptions.add({
          about: 'Contributions',
          item: name,
          input: 'Share of the cost',
          value: entry.kind === 'share' ? entry.share : 0,
          unit: 'share',
          format: SHARE,
          note: entry.note ?? 'Of what fixed contributions leave of the cost',
          name: 'contribution_share',
          of: [id],
        }),
      )
      const fixed = pot.contributions.flatMap((entry, at) =>
        entry.kind !== 'share' && entry.partner === id ? [{ at, amounts: entry.amounts }] : [],
      )
      const given = fixed.reduce(
        (sum, { amounts }) => sum + amounts.slice(0, compiled.years).reduce((a, b) => a + b, 0),
        0,
      )
      const [share, money] = [`$C$${row}`, `$D$${row}`]
      const from = edges.filter((edge) => edge.from === id)
      const to = edges.filter((edge) => edge.to === id)
      return [
        id,
        name,
        live(
          named.join('+') || '0',
          shares.reduce((sum, entry) => sum + (entry.kind === 'share' ? entry.share : 0), 0),
        ),
        live(
          fixed.map(({ at }) => yearsOf(material, YEARLY).total(`contribution ${at}`)).join('+') || '0',
          given,
        ),
        live(
          `IF(${allShares}=0,${money}/${allFixed},IF(MAX(${cost},${allFixed})>0,${money}/MAX(${cost},${allFixed})+(1-${allFixed}/MAX(${cost},${allFixed}))*${share}/${allShares},${share}/${allShares}))`,
          before[i]!,
        ),
        live(
          [
            cellAt(CONTRIBUTIONS, BEFORE, row),
            ...from.map((edge) => `${cellAt(CONTRIBUTIONS, WITH, place.get(edge.to)! + 2)}*${edge.name}`),
          ].join('+'),
          withOthers(i),
        ),
        live(
          `${cellAt(CONTRIBUTIONS, WITH, row)}${to.length > 0 ? `*(1-(${to.map((edge) => edge.name).join('+')}))` : ''}`,
          parts[i]!,
        ),
      ]
    }),
  }
}
