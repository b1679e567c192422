import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { agreement } from '../../server/export/document/agreement.ts'
import { businessCase } from '../../server/export/document/business-case.ts'
import type { Given } from '../../server/export/document/given.ts'
import type { Inline, Paper, Table } from '../../server/export/document/paper.ts'
import { writeDocx } from '../../server/export/document/write-docx.ts'
import { inPounds } from '../../server/export/in-money.ts'
import { economicCase } from '../../server/scenario/economic-case.ts'
import { randomScenario } from '../scenario/random.ts'
import { parameters, presetDocument, read, run } from '../scenario/setup.ts'
import { bodyOf, tableCalled, wellFormed } from './word.ts'

/** All a document needs of a scenario that has no place. */
function given(document: unknown): Given {
  const scenario = read(document)
  return {
    scenario,
    reply: run(document),
    economic: economicCase(scenario, parameters),
    parameters,
    sources: new Map(),
    place: null,
    strangers: [],
    pictures: [],
    about: {
      count: { id: 'five', hash: 'a'.repeat(64), title: 'Five places', compiled: '2026-01-31' },
      software: '0',
      scenarioHash: 'b'.repeat(64),
      saved: null,
      link: null,
      claims: [],
      assumed: [],
    },
  }
}

const said = (content: readonly Inline[] | string): string =>
  typeof content === 'string'
    ? content
    : content.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('')

const tables = ({ chapters }: Paper): Table[] =>
  chapters.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))

/** What should never be read in a document. */
const SPOILT = /undefined|NaN|null|Infinity|\[object/

function sound(paper: Paper): void {
  for (const { caption, columns, rows } of tables(paper))
    for (const row of rows) {
      expect([caption, row.length]).toEqual([caption, columns.length])
      for (const cell of row) {
        expect([caption, said(cell).trim()]).not.toEqual([caption, ''])
        expect(said(cell)).not.toMatch(SPOILT)
      }
    }
  for (const { blocks } of paper.chapters)
    for (const block of blocks) if (block.kind === 'text') expect(said(block.content)).not.toMatch(SPOILT)
}

test('any scenario makes both documents whole, and positions add up to what is shared', () => {
  fc.assert(
    fc.property(randomScenario, (document) => {
      const one = given(document)
      sound(businessCase(one))
      sound(agreement(one))
      const summary = tables(businessCase(one)).find(({ caption }) => caption.startsWith('Who pays'))
      if (summary) expect(summary.rows.at(-1)![2]).toBe(inPounds(one.reply.sharing.npv))
    }),
    { numRuns: 40 },
  )
})

/** Birmingham with every term, kind of contribution and kind of effect a scenario can have. */
function everything() {
  const document = presetDocument('birmingham-brighter-futures')
  document.summary = 'Everything at once.'
  document.pot = {
    ...document.pot,
    holder: 'The Combined Authority',
    opening: 1000,
    receipts: [500, 0, 250],
    recycled: 0.1,
    otherClaims: [{ line: 'Public health grant', pot: 'Another pot', amount: 7 }],
    passedOn: [{ from: 'NHS', to: 'DWP', share: 0.25 }],
    contributions: [
      ...document.pot.contributions,
      { kind: 'amounts', partner: 'NHS', amounts: [100, 100, 50] },
      {
        kind: 'line',
        partner: 'Council',
        line: { id: 'Public health grant', amount: 90_000 },
        amounts: [900],
      },
    ],
    terms: [
      { kind: 'section75', overspend: 300, caps: { NHS: 10 } },
      { kind: 'payForPerformance', pot: 1000, planned: 0.035, achieved: 0.02 },
      { kind: 'justiceReinvestment', demandCost: 10_000, threshold: 0.05, cap: 0.2, reduction: 0.1 },
      {
        kind: 'troubledFamilies',
        maxPerFamily: 4000,
        families: 100,
        deadweight: 0.2,
        attachmentShareByYear: [0.8, 0.6],
      },
      { kind: 'outcomesFund', fund: 100, topUpShare: 0.2 },
      {
        kind: 'gershon',
        budget: 1000,
        excluded: [10, 20],
        rate: 0.025,
        gains: [{ cashable: 9, nonCashable: 30 }],
      },
    ],
  }
  document.partners[2] = { ...document.partners[2], lastYear: 5, successor: 'Council' }
  document.investment.push(
    {
      id: 'rooms',
      name: 'Rooms',
      kind: 'inKind',
      amounts: [1000],
      priceYear: '2009-10',
      optimismBias: { kind: 'grade', grades: [2, 5] },
    },
    {
      id: 'exit',
      name: 'Exit',
      kind: 'capital',
      amounts: [0, 10],
      priceYear: '2009-10',
      borneBy: 'NHS',
      transfer: true,
      optimismBias: { kind: 'share', share: 0.1 },
    },
  )
  document.outcomes.push({
    id: 'points',
    name: 'In points',
    effect: {
      kind: 'percentagePoints',
      population: 1000,
      prevalence: 0.5,
      engagement: 0.5,
      with: 0.4,
      without: 0.15,
    },
    value: { fiscal: 100, economic: 20, social: 30, priceYear: '2008-09', code: 'CR2.0' },
    split: [{ partner: 'DWP', share: 1, cashable: 0.5, transfer: true }],
    lag: 1,
    ramp: [0.5, 1],
    dropOff: { rate: 0.1, from: 3 },
    optimismBias: { kind: 'grade', grades: [3] },
    provenance: { status: 'derived', source: 'A study' },
  })
  document.ranges = [{ outcome: 'points', parameter: 'fiscal', low: 50, high: 150 }]
  return document
}

describe('a scenario with everything in it', () => {
  const one = given(everything())
  const rows = (caption: string) =>
    tables(businessCase(one))
      .find((table) => table.caption.startsWith(caption))!
      .rows.map((row) => row.map(said))

  test('makes both documents whole', async () => {
    for (const paper of [businessCase(one), agreement(one)]) {
      sound(paper)
      const file = await writeDocx(paper)
      expect(() => wellFormed(bodyOf(file))).not.toThrow()
    }
    expect(tableCalled(bodyOf(await writeDocx(agreement(one))), /Mechanisms adopted/)).toHaveLength(7)
  })

  test('says what every adopted mechanism comes to', () => {
    const comes = rows('Mechanisms').map(([, , worth]) => worth)
    expect(comes).toHaveLength(6)
    expect(comes[1]).toBe('Released £571; retained £429')
    expect(comes[2]).toBe('By the stepped formula £750; by half of the saving £500. The sources differ.')
    expect(comes[3]).toMatch(/^At most £320,000; .*year 1 £3,200 and £800; year 2 £2,400 and £1,600$/)
    expect(comes[4]).toBe('Outcome payments of £500 in all, £400 of them local')
    expect(comes[5]).toContain('Baseline £970')
    expect(comes[0]).toContain('NHS £10')
  })

  test('says every kind of contribution, of risk and of assumption', () => {
    const [council, nhs, police, dwp] = rows('Contributions to the pool').map(([, basis]) => basis)
    expect(council).toContain('£900 in all from Public health grant, which is £90,000 a year')
    expect(nhs).toContain('Fixed amounts, £250 in all')
    expect(police).toBe('15.0% of what fixed contributions leave of the cost')
    expect(dwp).toContain('pays 25.0% of the contribution of NHS')
    expect(rows('The deal').map(([, as]) => as)).toContain('Another pot takes £7 a year from the same line')
    expect(rows('Risk register').map(([, says]) => says)).toContain(
      'Police and criminal justice ends after year 6; its part passes to Birmingham City Council.',
    )
    const assumptions = rows('Assumptions')
      .map((row) => row.join(' | '))
      .join('\n')
    expect(assumptions).toContain('years 1 to 2: £100 each; year 3: £50')
    expect(assumptions).toContain(
      '25.0% added: confidence grade 5, the worst of those given (from a table that could not be read: unverified)',
    )
    expect(assumptions).toContain('10.0% after year 4')
    expect(assumptions).toContain('value in wellbeing | £30')
    expect(rows('Contributions in kind by partner')[0]!.at(-1)).toBe(
      inPounds(one.reply.flows.total.inKind[0]!),
    )
  })

  test('keeps a saved transfer payment out of the economic case and says how much it is', () => {
    const points = one.economic.outcomes.at(-1)!
    expect([points.fiscal, points.transfers > 0]).toEqual([0, true])
    const told = businessCase(one).chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'text' ? [said(block.content)] : [])),
    )
    expect(told).toContain(
      `Saved transfer payments left out, because they only move money: ${inPounds(points.transfers)} in present value.`,
    )
    expect(one.economic.appraisal).toEqual(one.reply.economic)
  })
})

test('many partners stand in tables few enough to read, and all of them are there', () => {
  const document = presetDocument('birmingham-brighter-futures')
  document.partners = Array.from({ length: 12 }, (_, at) => ({ id: `P${at}`, name: `Partner ${at}` }))
  document.pot.contributions = document.partners.map(({ id }: { id: string }) => ({
    kind: 'share',
    partner: id,
    share: 1 / 12,
  }))
  document.outcomes = document.outcomes.map((outcome: object) => ({
    ...outcome,
    split: [{ partner: 'P11', share: 1, cashable: 0.5 }],
  }))
  delete document.coalition
  document.sharing.rule = 'byBenefit'
  const nets = tables(businessCase(given(document))).filter(({ caption }) =>
    caption.startsWith('Net position'),
  )
  expect(nets).toHaveLength(3)
  const titles = nets.flatMap(({ columns }) => columns.map(({ title }) => title))
  expect(titles.filter((title) => title.startsWith('Partner '))).toHaveLength(12)
  expect(titles.at(-1)).toBe('All partners')
})
