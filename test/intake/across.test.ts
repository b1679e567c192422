import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { amountOf } from '../../server/intake/amount.ts'
import { knownOf } from '../../server/intake/known.ts'
import { mappingSchema } from '../../server/intake/mapping.ts'
import { mappingFaults } from '../../server/intake/mapping-faults.ts'
import { inWords } from '../../server/intake/report-in-words.ts'
import { openStaging } from '../../server/intake/results.ts'
import { partsOf } from '../../server/intake/store.ts'
import { ROOT } from '../../server/root.ts'
import { CAPITAL, OUTTURN, YEARS } from '../fixtures/releases.ts'
import { type Brought, type Opened, openIntakes } from './opened.ts'

const REAL = join(ROOT, '..', 'shared', 'data-real')
const here = existsSync(REAL)
const real = here ? describe : describe.skip
if (!here) console.warn(`NOT RUN: the releases themselves, as there is no ${REAL}`)

let open: Opened
beforeAll(async () => {
  open = await openIntakes()
})
afterAll(() => open.close())

interface Accepted {
  row: number
  place: string
  agency: string
  function: string | null
  programme: string | null
  economic: string
  phase: string
  year: string
  pence: number
  column: number
}

async function acceptedOf({ id }: Brought): Promise<Accepted[]> {
  const bench = await openStaging(open.intakes.folder(id), { threads: 1, memoryLimit: '128MB' })
  try {
    const found = await bench.connection.runAndReadAll(
      'select row, place, agency, function, programme, economic, phase, year, pence, amount_column from accepted order by row, amount_column',
    )
    return found
      .getRows()
      .map(([row, place, agency, code, programme, economic, phase, year, pence, column]) => ({
        ...{ row: Number(row), place, agency, function: code, programme, economic, phase, year },
        ...{ pence: Number(pence), column: Number(column) },
      })) as Accepted[]
  } finally {
    bench.close()
  }
}

const rejectedOf = async ({ id }: Brought) => {
  const all: (string | null)[][] = []
  for await (const rows of open.intakes.rejected(id)) all.push(...rows)
  return all
}

const meant = ({ state }: Brought, header: RegExp) =>
  state.proposal!.columns.find((column) => header.test(column.header))!
const amounts = ({ state }: Brought) =>
  state
    .proposal!.columns.filter(({ meaning }) => meaning === 'amount')
    .map(({ header, says }) => [header, says])
const sumBy = (lines: readonly Accepted[], key: (line: Accepted) => string) => {
  const sums: Record<string, number> = {}
  for (const line of lines) sums[key(line)] = (sums[key(line)] ?? 0) + line.pence
  return sums
}

describe('a release of one row an authority and one column a service', () => {
  test('is read without a hand: what each column is of, what is a total, what is no spending, unit, year and place', async () => {
    const brought = await open.bring(OUTTURN)
    expect(brought.state.proposal!.needed).toEqual([])
    expect(brought.state.proposal!.mapping).toMatchObject({
      unit: 'thousands',
      placeOf: 'agency',
      constants: { year: '2017-18' },
    })
    expect(amounts(brought)).toEqual([
      ['Education services', { programme: 'Education services', function: '9' }],
      ['Highways and transport services', { programme: 'Highways and transport services', function: '4.5' }],
      ['Police services', { programme: 'Police services', function: '3.1' }],
      [
        'Housing benefits: rent allowances - mandatory payments',
        { programme: 'Housing benefit: rent allowances', function: '10.6', economic: 'transfer_to_people' },
      ],
    ])
    expect(meant(brought, /^TOTAL SERVICE/)).toMatchObject({
      meaning: 'ignore',
      why: expect.stringContaining('the sum of 3 columns, Education services to Police services'),
    })
    expect(meant(brought, /^NET CURRENT/).why).toContain('the sum of 3 columns, TOTAL SERVICE')
    expect(meant(brought, /^Parish/)).toMatchObject({
      meaning: 'ignore',
      why: expect.stringContaining('no line of service'),
    })
    expect(meant(brought, /^E-code/).meaning).toBe('agency')
    expect(meant(brought, /^Local authority/).meaning).toBe('agency-name')
    expect(meant(brought, /^ONS/).meaning).toBe('ignore')
  })

  test('every figure is accepted or rejected: by hand, rows, pence, places and functions', async () => {
    const brought = await open.bring(OUTTURN)
    const [file] = brought.report.files
    expect(file).toMatchObject({
      across: { rows: 9, columns: 4, blank: 0 },
      data: 36,
      accepted: 16,
      rejected: 20,
      totals: 16,
      // 500 + 120.5 + 300, 250 - 40 + 150, 15 + 70, 25 + 90
      penceAccepted: '148050000',
      // England, three classes and the police
      penceRejected: `${(1880_500 + 1280_500 + 200_000 + 400_000 + 400_000) * 100}`,
    })
    const lines = await acceptedOf(brought)
    expect(lines[0]).toEqual({
      row: 7,
      place: 'E08000003',
      agency: 'E4203',
      function: '9',
      programme: 'Education services',
      economic: 'current',
      phase: 'outturn',
      year: '2017-18',
      pence: 50_000_000,
      column: 6,
    })
    expect(sumBy(lines, ({ place, agency }) => `${place} ${agency}`)).toEqual({
      'E08000003 E4203': 92_050_000,
      'E08000006 E4206': 36_000_000,
      'E10000032 E3831': 8_500_000,
      'E10000032 E3832': 11_500_000,
    })
    expect(sumBy(lines, ({ economic }) => economic)).toEqual({
      current: 87_050_000,
      transfer_to_people: 61_000_000,
    })
  })

  test('rows of England and of classes are told as such, once each, and England is compared with the rows above', async () => {
    const { report, rules } = await open.bring(OUTTURN)
    const totals = report.findings.filter(({ rule }) => rule === 'total-row')
    expect(totals).toMatchObject([{ row: 13, also: [16, 17, 18], count: 4 * 4 }])
    expect(totals[0]!.message).toContain('of a country or a group')
    expect(report.rules).toContainEqual({
      severity: 'note',
      rule: 'control-total-agrees',
      findings: 4,
      rows: 4,
    })
    expect(rules).not.toContain('warning control-total-differs')
    const changed = await open.bring(
      OUTTURN.replace('E4206,E08000006,Salford,,MD,250', 'E4206,E08000006,Salford,,MD,255'),
    )
    expect(changed.report.findings.filter(({ rule }) => rule === 'control-total-differs')).toMatchObject([
      { row: 13, column: 'Education services', message: expect.stringContaining('£750,000.00') },
    ])
  })

  test('a body of several places is rejected with the reason, and taken where its place is said', async () => {
    const { state, report } = await open.bring(OUTTURN)
    expect(report.findings.find(({ rule }) => rule === 'place-of-agency')).toMatchObject({
      row: 11,
      column: 'E-code',
      value: 'E7052',
      count: 4,
      message: expect.stringContaining('Hampshire Police'),
    })
    const said = await open.bring(OUTTURN, {
      ...state.proposal!.mapping,
      values: { place: { E7052: 'E10000014' } },
    })
    expect(said.report.pence.accepted).toBe(String(148_050_000 + 40_000_000))
  })

  test('a marker is rejected by its cell and a blank cell is passed over; what is handed back does not count twice', async () => {
    const holes = OUTTURN.replace('MD,500,120.5', 'MD,[x],120.5').replace('SD,0,25,0', 'SD,,25,')
    const brought = await open.bring(holes)
    expect(brought.report.files[0]).toMatchObject({
      across: { rows: 9, columns: 4, blank: 2 },
      data: 34,
      accepted: 13,
      unread: 1,
      penceAccepted: String(148_050_000 - 50_000_000),
    })
    expect(brought.report.findings.find(({ rule }) => rule === 'amount-missing')).toMatchObject({
      row: 7,
      column: 'Education services',
    })
    expect(brought.report.findings.find(({ rule }) => rule === 'cells-blank')!.message).toContain('2 cells')
    const [header, ...rows] = await rejectedOf(brought)
    const at = (name: string) => header!.indexOf(name)
    const partly = rows.find((row) => row[at('E-code')] === 'E4203')!
    expect(partly[at('why')]).toBe('amount-missing; the amounts accepted are left out')
    expect(partly[at('Education services')]).toBe('[x]')
    expect(partly[at('Highways and transport services')]).toBeNull()
    const police = rows.find((row) => row[at('E-code')] === 'E7052')!
    expect([police[at('why')], police[at('Police services')]]).toEqual(['place-of-agency', '400'])
    expect(rows).toHaveLength(6)
  })

  test('a row without any amount is told', async () => {
    const silent = OUTTURN.replace('SD,0,25,0,25,90,6,121', 'SD,,,,,,,')
    const { report } = await open.bring(silent)
    expect(report.findings.find(({ rule }) => rule === 'row-unsaid')).toMatchObject({
      row: 10,
      value: 'E3832',
      count: 4,
    })
  })

  test('an unlabelled row that adds up all above in every column is rejected, one like a sum in one column is not', async () => {
    const rows = OUTTURN.split('\n').slice(0, 11)
    const summed = await open.bring(
      [...rows, 'E4204,E08000004,Oldham,,MD,750,120.5,400,1270.5,610,8,1888.5'].join('\n'),
    )
    expect(summed.report.rules).toContainEqual({
      severity: 'error',
      rule: 'total-unlabelled',
      findings: 4,
      rows: 4,
    })
    const like = await open.bring([...rows, 'E4204,E08000004,Oldham,,MD,750,10,0,760,1,0,761'].join('\n'))
    expect(like.rules.filter((rule) => /total-unlabelled/.test(rule))).toEqual([])
  })

  test('rows in another order give the same receipt of what is accepted', async () => {
    const lines = OUTTURN.split('\n')
    const turned = [...lines.slice(0, 6), ...lines.slice(6, 11).reverse(), ...lines.slice(11)].join('\n')
    const [a, b] = await Promise.all(
      [await open.bring(OUTTURN), await open.bring(turned)].map(({ id }) => open.intakes.receipt(id)),
    )
    expect(b!.accepted).toBe(a!.accepted)
    expect(b!.pence).toEqual(a!.pence)
  })

  test('a row twice is told, two columns alike are not', async () => {
    const twice = OUTTURN.replace('E3832,', 'E3831,E07000223,Adur,,SD,0,15,0,15,70,2,87\nE3832,')
    const { report } = await open.bring(twice)
    expect(report.rules.find(({ rule }) => rule === 'duplicate-row')).toMatchObject({ findings: 4, rows: 8 })
    expect((await open.bring(OUTTURN)).rules).not.toContain('warning duplicate-row')
  })

  test("next year's release is read by the mapping of this one, its columns in another order", async () => {
    const { state } = await open.bring(OUTTURN)
    const rows = parse(OUTTURN, { relaxColumnCount: true }) as string[][]
    const turned = rows
      .map((cells) => [...cells.slice(0, 5), ...cells.slice(5).reverse()].join(','))
      .join('\n')
    const { report } = await open.bring(turned, { ...state.mapping!, constants: { year: '2016-17' } })
    expect(report.pence.accepted).toBe('148050000')
    expect(new Set(report.groups.map(({ year }) => year))).toEqual(new Set(['2016-17']))
  })

  test('a workbook of it gives the same', async () => {
    const rows = (parse(OUTTURN, { relaxColumnCount: true }) as string[][]).map((cells) =>
      cells.map((cell) => (/^-?[\d.]+$/.test(cell) ? Number(cell) : cell === '' ? null : cell)),
    )
    const content = Buffer.from(await writeXlsx({ sheets: [{ name: 'RS', rows }] }))
    const { report } = await open.bring({ 'release.xlsx': content })
    expect(report.files[0]).toMatchObject({
      sheet: 'RS',
      penceAccepted: '148050000',
      accepted: 16,
      rejected: 20,
    })
  })

  test('in the terminal it is said in few words', async () => {
    const { state, report } = await open.bring(OUTTURN)
    const words = inWords(state, report)
    expect(words).toContain('4 columns of amounts: Education services; Highways and transport services')
    expect(words).toContain('2 left out (They are the sum of others')
    expect(words).toContain(
      '9 rows × 4 columns of amounts = 36 figures, each counted as a row, 0 of them blank',
    )
  })
})

describe('a release in blocks of measures', () => {
  test('one measure is taken of each service, under the name of the service', async () => {
    const brought = await open.bring(CAPITAL)
    expect(amounts(brought)).toEqual([
      [
        'Education: Total Capital Expenditure',
        { programme: 'Education', function: '9', economic: 'capital' },
      ],
      [
        'Highways & Transport: Total Capital Expenditure',
        { programme: 'Highways & Transport', function: '4.5', economic: 'capital' },
      ],
    ])
    expect(meant(brought, /^All Services: Total Capital Expenditure/).why).toContain('the sum of 2 columns')
    expect(brought.report.pence.accepted).toBe(String(230_000 * 100))
    expect(new Set((await acceptedOf(brought)).map(({ economic }) => economic))).toEqual(new Set(['capital']))
  })
})

describe('years across the columns', () => {
  test('each column is of its year, budget of the budget, and a change is no amount', async () => {
    const brought = await open.bring(YEARS)
    expect(amounts(brought)).toEqual([
      ['2015-16', { year: '2015-16' }],
      ['2016-17 (actual)', { year: '2016-17' }],
      ['2017/18 budget', { year: '2017/18', phase: 'budget' }],
    ])
    expect(meant(brought, /^Change/).meaning).toBe('other-amount')
    expect(brought.report.files[0]).toMatchObject({
      across: { rows: 3, columns: 3, blank: 1 },
      accepted: 7,
      rejected: 1,
      penceAccepted: String(4_060_000 * 100),
    })
    const lines = await acceptedOf(brought)
    expect(sumBy(lines, ({ year, phase, programme }) => `${year} ${phase} ${programme}`)).toEqual({
      '2015-16 outturn Parks': 130_000_000,
      '2015-16 outturn Youth': 20_000_000,
      '2016-17 outturn Parks': 141_000_000,
      '2017-18 budget Parks': 90_000_000,
      '2017-18 budget Youth': 25_000_000,
    })
    expect(brought.rules).toContain('warning function-missing')
  })

  test('single years have to be said', async () => {
    const bare = 'Agency,Service,2015,2016,2017\nE4203,Parks,10,20,30\nE4206,Parks,1,2,3\n'
    const state = await open.upload({ 'bare.csv': bare })
    expect(state.proposal!.mapping.columns.slice(2).map(({ says }) => says)).toEqual([
      { year: '2015' },
      { year: '2016' },
      { year: '2017' },
    ])
    await expect(open.intakes.map(state.id, state.proposal!.mapping, open.count)).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({
          where: 'columns.2.says.year',
          message: expect.stringContaining('begins or'),
        }),
      ]),
    })
    const brought = await open.bring(bare, {
      values: { year: { 2015: '2014-15', 2016: '2015-16', 2017: '2016-17' } },
    })
    const { report } = brought
    expect(report.pence.accepted).toBe('6600')
    expect((await acceptedOf(brought)).map(({ row, column, pence }) => [row, column, pence])).toEqual([
      [2, 3, 1000],
      [2, 4, 2000],
      [2, 5, 3000],
      [3, 3, 100],
      [3, 4, 200],
      [3, 5, 300],
    ])
    expect([...new Set(report.groups.map(({ year }) => year))]).toEqual(['2014-15', '2015-16', '2016-17'])
  })
})

describe('a table with columns across and the same one with a row a figure', () => {
  test('give the same receipt of what is accepted, blank cells or markers among them', async () => {
    const agencies = ['E4203', 'E4206', 'E3831', 'nobody'] as const
    const services = [
      ['Roads', '4.5'],
      ['Schools', '9'],
      ['Fire', '3.2'],
    ] as const
    const cell = fc.oneof(
      fc.integer({ min: -99_999, max: 99_999_999 }).map((pence) => (pence / 100).toFixed(2)),
      fc.constantFrom('', 'x', '-', '1,234.5', '(7)'),
    )
    const table = fc.array(fc.tuple(fc.constantFrom(...agencies), fc.tuple(cell, cell, cell)), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const quoted = (text: string) => `"${text}"`
        const wide = [
          'Agency,Roads,Schools,Fire',
          ...rows.map(([agency, cells]) => [agency, ...cells.map(quoted)].join(',')),
        ]
        const tall = rows.flatMap(([agency, cells]) =>
          cells.flatMap((text, at) =>
            text === '' ? [] : [[agency, ...services[at]!, quoted(text)].join(',')],
          ),
        )
        if (tall.length === 0) return
        const constants = { year: '2017-18' }
        const across = await open.bring(wide.join('\n'), {
          columns: [
            { header: 'Agency', meaning: 'agency' },
            ...services.map(([header, code]) => ({
              header,
              meaning: 'amount' as const,
              says: { programme: header, function: code },
            })),
          ],
          constants,
          placeOf: 'agency',
        })
        const down = await open.bring(['Agency,Programme,Function,Amount', ...tall].join('\n'), {
          columns: ['agency', 'programme', 'function', 'amount'].map((meaning) => ({
            header: meaning,
            meaning: meaning as 'agency',
          })),
          constants,
          placeOf: 'agency',
        })
        expect(across.report.pence).toEqual(down.report.pence)
        expect(across.report.rows).toMatchObject({
          data: down.report.rows.data,
          accepted: down.report.rows.accepted,
          rejected: down.report.rows.rejected,
          unread: down.report.rows.unread,
        })
        const [a, b] = await Promise.all([across, down].map(({ id }) => open.intakes.receipt(id)))
        expect(a!.accepted).toBe(b!.accepted)
      }),
      { numRuns: 15, seed: 8 },
    )
  })
})

describe('beside files of another layout', () => {
  test('each part is read by what it says, and lines without a function are told', async () => {
    const payments = 'Agency,Service,Amount\nE4203,Parks,12.50\nE4206,Parks,2\nE4206,Parks,x\n'
    const { report, rules } = await open.bring(
      { 'a.csv': OUTTURN, 'b.csv': payments },
      { constants: { year: '2017-18' }, placeOf: 'agency', unit: 'thousands' },
    )
    expect(report.files.map(({ name, accepted }) => [name, accepted])).toEqual([
      ['a.csv', 16],
      ['b.csv', 2],
    ])
    expect(report.findings.find(({ file, rule }) => file === 'b.csv' && rule === 'amount-missing')!.row).toBe(
      4,
    )
    expect(rules).toContain('warning function-missing')
    expect(rules).not.toContain('error function-missing')
  })
})

test('what is wrong with what columns say is said of each', async () => {
  const state = await open.upload({ 'a.csv': OUTTURN })
  const faults = mappingFaults(
    mappingSchema.parse({
      columns: [
        { header: 'E-code', meaning: 'agency' },
        { header: 'Education services', meaning: 'amount', says: { function: 'nonsense' } },
        { header: 'Police services', meaning: 'amount' },
        { header: 'Parish Precepts', meaning: 'ignore', says: { function: '1' } },
      ],
      placeOf: 'agency',
    }),
    partsOf(state),
    knownOf(open.count.catalogue),
  )
  expect(faults.map(({ where }) => where)).toEqual([
    'columns.1.says.function',
    'columns.3.says',
    'columns',
    'constants.year',
  ])
})

/** Pence of a cell of thousands of pounds, worked out apart from the check. */
const penceOf = (cell: string): bigint => {
  const amount = amountOf(cell, 'point', 1000)
  return 'pence' in amount ? amount.pence : 0n
}

/** Pence that a total may be off by: Copeland rounds each of its totals of 2018-19 to a pound. */
const ROUNDED = 200n

real('releases as published', () => {
  test.each([
    [
      'la-revenue-outturn-rs/rs-2017-18--rs-la-data-2017-18.csv',
      16,
      'TOTAL SERVICE EXPENDITURE (total of lines 190 to 698)',
      'current',
      9,
    ],
    [
      'la-revenue-budget-ra/ra-2018-19--ra-la-data-2018-19.csv',
      137,
      'TOTAL SERVICE EXPENDITURE',
      'current',
      137,
    ],
    [
      'la-capital-outturn-cor/cor4-2016-17--expenditure-and-receipts.csv',
      12,
      'All Services: Total Capital Expenditure',
      'capital',
      3,
    ],
  ])('%s adds up, by file and by authority', async (file, columns, total, economic, agreeing) => {
    const content = readFileSync(join(REAL, file))
    const brought = await open.bring({ [file.split('/').at(-1)!]: content })
    const { state, report } = brought
    const [table] = state.files[0]!.reading.parts
    const cells = (parse(content, { bom: true, relaxColumnCount: true }) as string[][]).slice(
      table!.headerRow,
    )
    const at = new Map(table!.headers.map((header, index) => [header, index]))
    const wide = amounts(brought).map(([header]) => at.get(header as string)!)
    expect(wide).toHaveLength(columns)
    expect(state.proposal!.needed).toEqual([])

    const all = cells.reduce(
      (sum, row) => wide.reduce((inner, column) => inner + penceOf(row[column] ?? ''), sum),
      0n,
    )
    expect(report.pence.in).toBe(String(all))
    expect(BigInt(report.pence.accepted) + BigInt(report.pence.rejected)).toBe(all)

    const own = new Map(
      cells
        .filter(([code, other]) => /^E\d{4}$/.test(code!) || /^E\d{4}$/.test(other!))
        .map((row) => [row[0]!, penceOf(row[at.get(total)!]!)]),
    )
    const sums = new Map<string, bigint>()
    for (const line of await acceptedOf(brought))
      if (line.economic === economic)
        sums.set(line.agency, (sums.get(line.agency) ?? 0n) + BigInt(line.pence))
    expect(sums.size).toBeGreaterThan(350)
    const apart = [...sums].filter(([agency, pence]) => {
      const difference = pence - own.get(agency)!
      return difference > ROUNDED || difference < -ROUNDED
    })
    expect(apart).toEqual([])
    expect(report.rules.find(({ rule }) => rule === 'control-total-agrees')).toMatchObject({
      findings: agreeing,
    })
  })
})
