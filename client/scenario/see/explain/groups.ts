import { percentTenth, pounds } from '../../../format.ts'
import { list } from '../../../words.ts'
import { partnerLabel, partnerName, ruleName, type Worked } from '../names.ts'
import type { Shown } from '../shown.ts'
import { type Cell, sumOf, type Twin } from '../twin.ts'
import type { Explanation } from './explanation.ts'
import { marksOf } from './marks.ts'

const MOST_ROWS = 64

const idsOf = ({ reply }: Shown, mask: number) => reply.partners.filter((_, i) => mask & (1 << i))

/** What a group could make by itself; partners numbered 1, 2, 3 are keyed by their digits. */
function worth({ reply }: Shown, ids: readonly string[]): number {
  const v = reply.sharing.game?.v ?? {}
  return ids.length === 0 ? 0 : (v[ids.join('+')] ?? v[ids.join('')] ?? 0)
}

const called = (shown: Shown, ids: readonly string[]) =>
  ids.length === 0 ? 'Nobody' : list(ids.map((id) => partnerLabel(shown, id)))

/** What a partner adds by joining each group of the others, with the part of all orders in which it does. */
export function arrivals(shown: Shown, id: string): Twin[] {
  const { partners } = shown.reply
  const own = partners.indexOf(id)
  const n = partners.length
  if (2 ** (n - 1) > MOST_ROWS) return []
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1))
  const rows: Cell[][] = []
  for (let mask = 0; mask < 2 ** n; mask += 1) {
    if (mask & (1 << own)) continue
    const before = idsOf(shown, mask)
    const weight = (factorial(before.length) * factorial(n - 1 - before.length)) / factorial(n)
    const without = worth(shown, before)
    const withIt = worth(shown, idsOf(shown, mask | (1 << own)))
    rows.push([called(shown, before), without, withIt, withIt - without, weight, (withIt - without) * weight])
  }
  return [
    {
      caption: `What ${partnerName(shown, id)} adds, over every order of joining`,
      columns: [
        { head: 'There before it', unit: 'text' },
        { head: 'They make', unit: 'pounds' },
        { head: 'With it', unit: 'pounds' },
        { head: 'It adds', unit: 'pounds' },
        { head: 'Part of all orders', unit: 'share' },
        { head: 'Counts', unit: 'pounds' },
      ],
      rows,
      foot: ['Sum', null, null, null, sumOf(rows, 4), sumOf(rows, 5)],
    },
  ]
}

/** Every group's complaint under a split: what it could make by itself less what it is given, the worst first. */
export function complaints(shown: Shown, rule: Worked): Twin {
  const { partners } = shown.reply
  const rows: [string, number, number, number][] = []
  for (let mask = 1; mask < 2 ** partners.length - 1; mask += 1) {
    const ids = idsOf(shown, mask)
    const given = ids.reduce((sum, id) => sum + rule.nets[partners.indexOf(id)]!, 0)
    rows.push([called(shown, ids), worth(shown, ids), given, worth(shown, ids) - given])
  }
  rows.sort((a, b) => b[3] - a[3])
  return {
    caption: `Complaints of the groups, the worst first${rows.length > MOST_ROWS ? `: the first ${MOST_ROWS} of ${rows.length}` : ''}`,
    columns: [
      { head: 'Group', unit: 'text' },
      { head: 'Could make by itself', unit: 'pounds' },
      { head: 'Is given', unit: 'pounds' },
      { head: 'Complaint', unit: 'pounds' },
    ],
    rows: rows.slice(0, MOST_ROWS),
  }
}

/** Reach of a group and what of the cost it would meet, where the scenario says so by coverage. */
function reachOf({ document, reply }: Shown, ids: readonly string[]) {
  const model = document.coalition
  if (model?.kind !== 'coverage') return null
  const coverage = (model.coverage ?? {}) as Record<string, number>
  const whole = reply.partners.reduce((sum, id) => sum + (coverage[id] ?? 0), 0)
  const barred = (model.veto ?? []).filter((id) => id !== undefined && !ids.includes(id))
  const reach = barred.length > 0 ? 0 : ids.reduce((sum, id) => sum + (coverage[id] ?? 0), 0) / (whole || 1)
  return { reach, barred, fixed: model.fixedCostShare ?? 0 }
}

/** Why a group would leave: what it could make by itself against what the split gives it. */
export function explainGroup(shown: Shown, rule: Worked, coalition: string): Explanation {
  const { partners, sharing } = shown.reply
  const ids = coalition.split('+')
  const given = ids.reduce((sum, id) => sum + rule.nets[partners.indexOf(id)]!, 0)
  const alone = worth(shown, ids)
  const model = reachOf(shown, ids)
  const cost = sharing.pvCost.reduce((a, b) => a + b, 0)
  const benefit = ids.reduce((sum, id) => sum + sharing.pvBenefit[partners.indexOf(id)]!, 0)
  return {
    title: `${called(shown, ids)} by ${ids.length === 1 ? 'itself' : 'themselves'}`,
    formula: [
      ...(model && model.barred.length === 0
        ? [
            'reach × what falls to them − (fixed part + rest × reach) × cost of the programme, or nothing where that is a loss',
            `${percentTenth(model.reach)} × ${pounds(benefit)} − (${percentTenth(model.fixed)} + ${percentTenth(1 - model.fixed)} × ${percentTenth(model.reach)}) × ${pounds(cost)} → ${pounds(alone)}`,
          ]
        : model
          ? [
              `Without ${called(
                shown,
                model.barred.filter((id): id is string => Boolean(id)),
              )} nothing runs: ${pounds(alone)}`,
            ]
          : [`As stated in the scenario: ${pounds(alone)}`]),
      `${pounds(alone)} by ${ids.length === 1 ? 'itself' : 'themselves'} − ${pounds(given)} given = ${pounds(alone - given)} better`,
    ],
    tables: [complaints(shown, rule)],
    notes: [`Split: ${ruleName(rule.rule)}.`],
    marks: marksOf(shown, ['benefits', 'coalitions']),
  }
}

/** What a partner would get by staying out while the others go on. */
export function explainOutside(shown: Shown, rule: Worked, id: string): Explanation {
  const { partners, sharing } = shown.reply
  const i = partners.indexOf(id)
  const others = partners.filter((one) => one !== id)
  const outside = sharing.game?.freeRiding?.[i] ?? 0
  const model = reachOf(shown, others)
  return {
    title: `${partnerName(shown, id)}, staying out`,
    formula: [
      ...(model
        ? [
            'reach of the others × what falls to it, if they would still gain by going on',
            `${percentTenth(model.reach)} × ${pounds(sharing.pvBenefit[i]!)} → ${pounds(outside)}`,
          ]
        : [`As stated in the scenario: ${pounds(outside)}`]),
      `${pounds(outside)} outside − ${pounds(rule.nets[i]!)} inside = ${pounds(outside - rule.nets[i]!)}`,
    ],
    tables: [],
    notes: [
      `The others: ${called(shown, others)}. By themselves they would make ${pounds(worth(shown, others))}.`,
    ],
    marks: marksOf(shown, ['benefits', 'coalitions']),
  }
}
