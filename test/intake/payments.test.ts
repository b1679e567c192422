import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { BadMapping } from '../../server/intake/refusals.ts'
import { ROOT } from '../../server/root.ts'
import { OVER_25K, PAYMENTS } from '../fixtures/payments.ts'
import { type Opened, openIntakes, sent, withAmounts } from './opened.ts'

const REAL = join(ROOT, '..', 'shared', 'data-real', 'council-spend-transactions')
const here = existsSync(REAL)
const real = here ? test : test.skip
if (!here) console.warn(`NOT RUN: the payment files themselves, as there is no ${REAL}`)

let open: Opened
beforeAll(async () => {
  open = await openIntakes()
})
afterAll(() => open.close())

const meanings = (
  { state }: { state: { proposal: { columns: readonly { header: string; meaning: string }[] } | null } },
  meaning: string,
) => state.proposal!.columns.filter((column) => column.meaning === meaning).map(({ header }) => header)

describe('layouts of payment files, as they are, without a hand', () => {
  test.each([
    ['manchester', 4, '1022311', 'E08000003', ['Service Area', 'Expenses Type'], 'Net Amount', '2017-18'],
    ['salford', 2, '166500', 'E08000006', ['Directorate', 'G/L description.'], 'Net', '2017-18'],
    [
      'warrington',
      2,
      '272875',
      'E06000007',
      ['ORGANISATIONAL UNIT', 'EXPENDITURE CATEGORY'],
      'AMOUNT',
      '2019-20',
    ],
  ] as const)('%s', async (name, rows, pence, place, programmes, amount, year) => {
    const brought = await open.bring(PAYMENTS[name])
    expect(brought.state.proposal!.needed).toEqual([])
    expect(meanings(brought, 'amount')).toEqual([amount])
    expect(meanings(brought, 'programme')).toEqual(programmes)
    expect(brought.report.rows).toMatchObject({ accepted: rows, rejected: 0 })
    expect(brought.report.pence).toMatchObject({ in: pence, accepted: pence })
    expect(brought.report.groups.map((group) => [group.place, group.year])).toEqual([[place, year]])
  })
  test('where a column is called what it does not hold, the cells decide', async () => {
    const brought = await open.bring(PAYMENTS.warrington)
    expect(meanings(brought, 'agency')).toEqual(['BODY'])
    expect(brought.state.proposal!.columns.find(({ header }) => header === 'BODY NAME')).toMatchObject({
      meaning: 'ignore',
      why: expect.stringContaining('web addresses'),
    })
  })
  test('two layouts together, each by its own headers', async () => {
    const { report } = await open.bring(
      { 'a.csv': PAYMENTS.manchester, 'b.csv': PAYMENTS.salford },
      { constants: { place: 'E08000003' } },
    )
    expect(report.files.map(({ name, accepted, penceAccepted }) => [name, accepted, penceAccepted])).toEqual([
      ['a.csv', 4, '1022311'],
      ['b.csv', 2, '166500'],
    ])
  })
  test('all layouts together without a hand: a name in capitals is another column, and each council is in its place', async () => {
    const { state, report } = await open.bring({
      'm.csv': PAYMENTS.manchester,
      's.csv': PAYMENTS.salford,
      'w.csv': PAYMENTS.warrington,
    })
    expect(state.proposal!.needed).toEqual([])
    expect(state.proposal!.mapping).toMatchObject({ placeOf: 'agency' })
    expect(
      report.files.map(({ accepted, rejected, penceAccepted }) => [accepted, rejected, penceAccepted]),
    ).toEqual([
      [4, 0, '1022311'],
      [2, 0, '166500'],
      [2, 0, '272875'],
    ])
    expect(report.groups.map(({ place }) => place).sort()).toEqual(['E06000007', 'E08000003', 'E08000006'])
  })
  test('what a text is said to be by hand is also where it is, where agencies say where', async () => {
    const { report } = await open.bring(
      'Body,Year,Amount\nhttp://example.org/warrington,2017-18,10\nSalford City Council,2017-18,20\n',
      {
        columns: [
          { header: 'Body', meaning: 'agency' },
          { header: 'Year', meaning: 'year' },
          { header: 'Amount', meaning: 'amount' },
        ],
        constants: {},
        placeOf: 'agency',
        values: { agency: { 'http://example.org/warrington': 'E0602' } },
      },
    )
    expect(report.rows).toMatchObject({ accepted: 2, rejected: 0 })
    expect(report.groups.map(({ place, agency }) => [place, agency])).toContainEqual(['E06000007', 'E0602'])
  })
  test('next month is read by the mapping of this one, its columns in another order', async () => {
    const { state } = await open.bring(PAYMENTS.manchester)
    const turned = PAYMENTS.manchester
      .trim()
      .split('\n')
      .map((line) => line.split(',').reverse().join(','))
      .join('\n')
    const { report } = await open.bring(turned, state.mapping!)
    expect(report.pence.accepted).toBe('1022311')
  })
})

describe('ledgers of departments and of bodies under them', () => {
  const turned = (lines: string) => lines.replace('Department Family,Entity', 'Entity,Department Family')
  const swapped = turned(OVER_25K).replace(/^(Department of [^,]+),([^,]+)/gm, '$2,$1')
  test.each([
    ['department family first', OVER_25K],
    ['entity first', swapped],
  ])('the body spends, not the department over it: %s', async (_, text) => {
    const { state, report } = await open.bring(text, { constants: { place: 'E10000029' } })
    expect(state.proposal!.needed).toEqual(['place'])
    expect(meanings({ state }, 'agency')).toEqual(['Entity'])
    expect(state.proposal!.columns.find(({ header }) => header === 'Department Family')).toMatchObject({
      meaning: 'ignore',
      why: 'It is the department over the body that Entity names.',
    })
    expect(meanings({ state }, 'programme')).toEqual(['Expense Type', 'Expense Area'])
    expect(report.groups.map(({ agency, pence }) => [agency, pence])).toEqual([['nhs-trusts', '6442196']])
  })
  test('nor in a table of years across', async () => {
    const { state } = await open.bring(
      `Department Family,Entity,2016-17,2017-18
Department of Health,Ipswich Hospital NHS Trust,1,2
Department of Health,West Suffolk NHS Foundation Trust,3,4
`,
      { constants: { place: 'E10000029' } },
    )
    expect(meanings({ state }, 'agency')).toEqual(['Entity'])
  })
  test('a body told by its cells alone is one', async () => {
    const { state } = await open.bring(
      OVER_25K.replace('Department Family,Entity', 'Department Family,Paid by'),
      { constants: { place: 'E10000029' } },
    )
    expect(meanings({ state }, 'agency')).toEqual(['Paid by'])
  })
  test('where no column names the body, the department is likely it', async () => {
    const alone = OVER_25K.replace('Entity,', '').replace(/^(Department of [^,]+),[^,]+/gm, '$1')
    const { proposal } = await open.upload({ 'file.csv': alone })
    expect(proposal!.columns[0]).toMatchObject({ meaning: 'agency', confidence: 'medium' })
  })
})

test('a file that came since is not checked by a mapping that does not read it', async () => {
  const { id } = await open.bring(PAYMENTS.manchester)
  await open.intakes.put(id, 'late.csv', sent('Who,What\nManchester City Council,5\n'), open.count)
  await expect(open.intakes.check(id, open.count)).rejects.toThrow(BadMapping)
  await open.intakes.removeFile(id, 'late.csv', open.count)
  expect((await open.intakes.check(id, open.count))!.rows.accepted).toBe(4)
})

describe('the receipt', () => {
  test('is the same for the same files and mapping, and holds hashes of all', async () => {
    const one = await open.bring(PAYMENTS.manchester)
    const two = await open.bring(PAYMENTS.manchester)
    const receipts = await Promise.all([one, two].map(({ id }) => open.intakes.receipt(id)))
    expect(receipts[0]).toEqual(receipts[1])
    expect(receipts[0]).toMatchObject({
      files: [{ name: 'file.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      count: { hash: open.count.hash },
      pence: { accepted: '1022311' },
    })
    const other = await open.bring(PAYMENTS.manchester.replace('4324.81', '4324.82'))
    expect((await open.intakes.receipt(other.id))!.accepted).not.toBe(receipts[0]!.accepted)
  })

  test('permuting rows changes no total and no hash of what is accepted', async () => {
    const [header, ...rows] = withAmounts('10.01', '-3', '£2,000', 'n/a', '7k', '0.005').split('\n')
    const first = await open.bring([header, ...rows].join('\n'))
    for (const order of [rows.toReversed(), [...rows.slice(3), ...rows.slice(0, 3)]]) {
      const again = await open.bring([header, ...order].join('\n'))
      expect(again.report.pence).toEqual(first.report.pence)
      expect(again.report.rows).toEqual(first.report.rows)
      const [a, b] = await Promise.all([open.intakes.receipt(first.id), open.intakes.receipt(again.id)])
      expect(b!.accepted).toBe(a!.accepted)
    }
  })

  test.each([
    'E99000001,E4203,2017-18,x,5',
    'E08000003,Nobody,2017-18,x,5',
    'E08000003,E4203,2017-18,x,n/a',
    'E08000003,E4203,2017-18,Total,5',
    'E08000003,E4203',
  ])('adding a row that is rejected changes nothing accepted: %s', async (row) => {
    const base = withAmounts('10.01', '20', '30')
    const before = await open.bring(base)
    const after = await open.bring(`${base}\n${row}\n`)
    expect(after.report.rows).toMatchObject({ accepted: 3, rejected: 1 })
    const [a, b] = await Promise.all([open.intakes.receipt(before.id), open.intakes.receipt(after.id)])
    expect(b!.accepted).toBe(a!.accepted)
  })
})

describe('the payment files themselves', () => {
  real.each([
    ['manchester-2017-04.csv', 2411, '5158046168', 37],
    ['manchester-2017-05.csv', 2819, '5612256197', 21],
    ['manchester-2017-06.csv', 3003, '6717986460', 48],
    ['salford-2017-05.csv', 1250, '2080518624', 0],
    ['warrington-final_spend_data_february_2020.csv', 3084, '1653576104', 14],
  ])('%s adds up to the penny', async (name, rows, pence, duplicates) => {
    const { report } = await open.bring({ [name]: readFileSync(join(REAL, name)) })
    expect(report.rows).toMatchObject({ in: rows + 1, accepted: rows, rejected: 0 })
    expect(report.pence).toMatchObject({ in: pence, accepted: pence })
    const { rows: alike = 0, findings = 0 } = report.rules.find(({ rule }) => rule === 'duplicate-row') ?? {}
    expect(alike - findings).toBe(duplicates)
  })

  real('all five together, each council in its place, to the penny', async () => {
    const names = ['manchester-2017-04', 'manchester-2017-05', 'manchester-2017-06', 'salford-2017-05']
    const all = [...names, 'warrington-final_spend_data_february_2020'].map((name) => `${name}.csv`)
    const { state, report } = await open.bring(
      Object.fromEntries(all.map((name) => [name, readFileSync(join(REAL, name))])),
    )
    expect(state.proposal!.needed).toEqual([])
    expect(report.rows).toMatchObject({ in: 12_572, accepted: 12_567, rejected: 0 })
    expect(report.pence).toMatchObject({ in: '21222383553', accepted: '21222383553' })
    expect(new Set(report.groups.map(({ place }) => place)).size).toBe(3)
  })
})
