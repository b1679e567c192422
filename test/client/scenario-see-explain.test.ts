import { describe, expect, test } from '@jest/globals'
import { caseTable } from '../../client/scenario/see/explain/case.ts'
import { explain } from '../../client/scenario/see/explain/explain.ts'
import type { Asked } from '../../client/scenario/see/explain/explanation.ts'
import { arrivals, complaints } from '../../client/scenario/see/explain/groups.ts'
import { marksOf } from '../../client/scenario/see/explain/marks.ts'
import { potTable } from '../../client/scenario/see/explain/pot.ts'
import { settlement } from '../../client/scenario/see/explain/rule.ts'
import { waterfallSteps } from '../../client/scenario/see/explain/waterfall.ts'
import { workedRule, workedRules } from '../../client/scenario/see/names.ts'
import type { Shown } from '../../client/scenario/see/shown.ts'
import type { Cell, Twin } from '../../client/scenario/see/twin.ts'
import { loadPresets } from '../../server/parameters/presets.ts'
import { presetDocument, run } from '../scenario/setup.ts'

const presets = loadPresets().map(({ id }) => {
  const document = presetDocument(id)
  return { id, shown: { document, reply: run(document) } as Shown }
})
const brighter = presets.find(({ id }) => id === 'birmingham-brighter-futures')!.shown

const column = (twin: Twin, head: string) => {
  const at = twin.columns.findIndex((one) => one.head === head)
  return { cells: twin.rows.map((row) => row[at]), foot: twin.foot?.[at] }
}
const near = (wanted: number, scale = wanted) => expect.closeTo(wanted, scale > 1e8 ? 2 : 3)

describe.each(presets)('$id', ({ shown }) => {
  test('the years of each case add up to its net present value', () => {
    for (const name of ['cashable', 'gross', 'economic'] as const) {
      const { npv } = name === 'economic' ? shown.reply.economic : shown.reply.financial[name]
      const { cells, foot } = column(caseTable(shown, name), 'Present value')
      expect(foot).toEqual(near(npv))
      expect(cells.reduce((sum: number, cell) => sum + (cell as number), 0)).toEqual(near(npv))
    }
  })

  test('under every rule each partner’s years add up to its net, and every year is settled to the penny', () => {
    for (const rule of workedRules(shown)) {
      shown.reply.partners.forEach((partner, i) => {
        const found = explain(shown, { of: 'net', rule: rule.rule, partner }, null)!
        const years = found.tables.find(({ columns }) => columns.some(({ head }) => head === 'Transfer'))!
        expect(column(years, 'Present value').foot).toEqual(near(rule.nets[i]!))
      })
      expect(column(settlement(shown, rule), 'Together').cells.every((cell) => cell === 0)).toBe(true)
    }
  })

  test('the waterfall’s steps come to what the rule pays each partner each year', () => {
    const rule = workedRule(shown, 'waterfall')!
    expect(rule).not.toBeNull()
    shown.reply.partners.forEach((id, i) => {
      const falls = shown.reply.flows.partners[id]![shown.reply.sharing.basis]
      column(waterfallSteps(shown, id), 'Receives').cells.forEach((cell, t) => {
        expect(cell).toEqual(near(falls[t]! + rule.transfers[i]![t]!))
      })
    })
  })

  test('contributions and benefits by year and by outcome add up to their present values', () => {
    const { sharing, partners } = shown.reply
    partners.forEach((partner, i) => {
      const paid = explain(shown, { of: 'contribution', partner }, null)!
      expect(column(paid.tables[0]!, 'Present value').foot).toEqual(near(sharing.pvCost[i]!))
      const got = explain(shown, { of: 'benefit', partner, basis: sharing.basis }, null)!
      for (const table of got.tables)
        expect(column(table, 'Present value').foot).toEqual(near(sharing.pvBenefit[i]!))
    })
  })

  test('the pot opens each year with what it closed with, and its money is all accounted for', () => {
    const { rows } = potTable(shown)
    rows.forEach((row, t) => {
      const [, opening, fixed, called, receipts, recycled, spend, shortfall, closing] = row as number[]
      if (t > 0) expect(opening).toBe(rows[t - 1]![8])
      expect(opening! + fixed! + called! + receipts! + recycled! + shortfall! - spend!).toBeCloseTo(
        closing!,
        4,
      )
    })
  })

  test('other assumptions add up year by year, and an input moves the answer in a straight line', () => {
    for (const { id, npv } of shown.reply.sensitivities) {
      const [table] = explain(shown, { of: 'sensitivity', id }, null)!.tables
      if (id !== 'reduced') expect(column(table!, 'Present value').foot).toEqual(near(npv))
    }
    for (const { id } of shown.reply.tornado)
      expect(explain(shown, { of: 'input', id }, null)!.formula[1]).toMatch(/^At its low: .* = −?£[\d,]+$/)
  })

  test('every figure opens', () => {
    const asked: Asked[] = [
      ...(['npv', 'ratio', 'payback'] as const).flatMap((of) =>
        (['cashable', 'gross', 'economic'] as const).map((name) => ({ of, case: name })),
      ),
      { of: 'position', partner: null },
      { of: 'pot', year: 0 },
      { of: 'breakEven' },
      { of: 'draws' },
      ...shown.reply.outcomes.map(({ id }) => ({ of: 'outcome' as const, outcome: id })),
    ]
    for (const one of asked) {
      const found = explain(shown, one, null)!
      expect(found.formula.length).toBeGreaterThan(0)
      expect(JSON.stringify(found)).not.toMatch(/NaN|undefined|Infinity/)
    }
    expect(explain(shown, { of: 'contribution', partner: 'gone' }, null)).toBeNull()
    expect(explain(shown, { of: 'settlement', rule: 'byHand' }, null)).toBeNull()
  })
})

test('what a partner adds, over every order, adds up to its Shapley value', () => {
  const rule = workedRule(brighter, 'shapley')!
  brighter.reply.partners.forEach((id, i) => {
    const [table] = arrivals(brighter, id)
    expect(column(table!, 'Counts').foot).toEqual(near(rule.nets[i]!))
    expect(column(table!, 'Part of all orders').foot).toBeCloseTo(1, 12)
  })
})

test('no complaint is worse than the worst, and none is above nothing in the core', () => {
  const { cells } = column(complaints(brighter, workedRule(brighter, 'nucleolus')!), 'Complaint')
  expect(cells).toHaveLength(14)
  expect([...cells].sort((a, b) => (b as number) - (a as number))).toEqual(cells)
  expect(cells[0] as number).toBeLessThanOrEqual(1e-3)
})

test('a formula has its own numbers in it', () => {
  const net = (rule: string, partner: string) =>
    explain(brighter, { of: 'net', rule, partner }, null)!.formula.join('\n')
  expect(net('liesWhereItFalls', 'Police')).toContain('£5,205,131 − £5,511,586 = −£306,455')
  expect(net('byContribution', 'Council')).toContain('£93,610,673 × £22,046,345 ÷ £36,743,908 = £56,166,404')
  expect(net('freeRideProof', 'DWP')).toMatch(
    /£67,591,264 \+ \(£93,610,673 − £79,404,648\) ÷ 4 = £71,142,770/,
  )
  const npv = explain(brighter, { of: 'npv', case: 'cashable' }, null)!
  expect(npv.formula).toContain('£130,354,581 − £36,743,908 = £93,610,673')
  const group = explain(brighter, { of: 'group', rule: 'equalSplit', coalition: 'Council+NHS+DWP' }, null)!
  expect(group.formula.at(-1)).toBe('£78,462,671 by themselves − £70,208,005 given = £8,254,666 better')
  const outside = explain(brighter, { of: 'outside', rule: 'byContribution', partner: 'DWP' }, null)!
  expect(outside.formula).toContain('80.0% × £84,489,080 → £67,591,264')
})

test('what is illustrative or unverified is marked where it acts, and not elsewhere', () => {
  const of = (partner: string) => marksOf(brighter, ['benefits'], partner).join(' ')
  expect(of('NHS')).toMatch(/Illustrative, published by nobody: “Return to the NHS”/)
  expect(of('Council')).not.toMatch(/Illustrative/)
  const worklessness = presets.find(({ id }) => id === 'worklessness')!.shown
  expect(marksOf(worklessness, ['costs', 'benefits']).join(' ')).toMatch(
    /could not be read: to be confirmed.*It acts on/,
  )
})

test('the chain from people to pounds has its numbers in it', () => {
  const chained = presets.find(({ shown }) => shown.reply.outcomes.some(({ steps }) => steps))!.shown
  const { id, steps } = chained.reply.outcomes.find((one) => one.steps)!
  const found = explain(chained, { of: 'outcome', outcome: id }, null)!
  const people = Math.round(steps!.attributable).toLocaleString('en-GB')
  expect(found.formula.join(' ')).toMatch(new RegExp(`= ${people} outcomes? due to the programme`))
  const shares: Cell[] = column(found.tables[1]!, 'Share').cells as Cell[]
  expect(shares.reduce((sum: number, cell) => sum + (cell as number), 0)).toBeCloseTo(1, 9)
})
