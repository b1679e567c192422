import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { amountOf } from '../../server/intake/amount.ts'
import { dayOf, financialYear, yearOfDay } from '../../server/intake/years.ts'
import { type Brought, HEADER, type Opened, openIntakes, ROW, withAmounts } from './opened.ts'

let open: Opened
beforeAll(async () => {
  open = await openIntakes()
})
afterAll(() => open.close())

const pence = (text: string, decimals: 'point' | 'comma' = 'point', unit = 1) => {
  const amount = amountOf(text, decimals, unit)
  return 'pence' in amount ? amount.pence : amount.rule
}
const rowsOf = ({ report: { rows } }: Brought) => [rows.accepted, rows.rejected]
const rulesAt = ({ report }: Brought, row: number) =>
  report.findings.filter((one) => one.row === row).map(({ rule }) => rule)
const places = (...codes: string[]) =>
  [HEADER, ...codes.map((code, at) => `"${code}",E4203,2017-18,Service ${at},${at + 1}.00`)].join('\n')
const repairOf = ({ report }: Brought, rule: string) =>
  report.findings.find((one) => one.rule === rule)?.repair

describe('25 figures as councils write them', () => {
  test.each([
    ['£1,234.50', 123450n],
    ['(500)', -50000n],
    ['(£1,234.5)', -123450n],
    ['500-', -50000n],
    ['−500', -50000n],
    ['–500', -50000n],
    ['1 234 567.89', 123456789n],
    ['1\u00a0234', 123400n],
    ['1.5k', 150000n],
    ['£2m', 200000000n],
    ['0.5bn', 50000000000n],
    ['-', 0n],
    ['–', 0n],
    ['+7', 700n],
    ['.5', 50n],
    ['12.50CR', -1250n],
    ['1.2E+07', 1200000000n],
    ['1,23', 'amount-unreadable'],
    ['12,34,567', 'amount-unreadable'],
    ['1.2.3', 'amount-unreadable'],
    ['twelve', 'amount-unreadable'],
    ['1-2', 'amount-unreadable'],
  ])('%s', (text, expected) => expect(pence(text)).toBe(expected))
  test.each([
    ['1.234,50', 123450n],
    ['1234,5', 123450n],
    ['1.234', 123400n],
    ['1234.50', 'amount-unreadable'],
  ])('with decimal commas: %s', (text, expected) => expect(pence(text, 'comma')).toBe(expected))
  test('the column tells which mark is of decimals, and a column of both is refused where it matters', async () => {
    const commas = await open.bring(withAmounts('1.234,50', '7,25', '1.000'))
    expect(commas.rules).toContain('note decimal-comma')
    expect(commas.report.pence.accepted).toBe('224175')
    const both = await open.bring(withAmounts('1,234.50', '7,25', '1,000'))
    expect(both.rules).toContain('warning decimals-mixed')
    expect([rowsOf(both), both.report.pence.accepted, rulesAt(both, 3)]).toEqual([
      [2, 1],
      '223450',
      ['amount-unreadable'],
    ])
  })
  test('a column of them comes to what its parts do', async () => {
    const brought = await open.bring(
      withAmounts('£1,234.50', '(500)', '500-', '1 000', '2k', '–1', '-', '1.005'),
    )
    expect(brought.report.pence.accepted).toBe(
      String(123450 - 50000 - 50000 + 100000 + 200000 - 100 + 0 + 101),
    )
    expect(brought.rules).toEqual(
      expect.arrayContaining(['warning amount-rounded', 'note amount-nil', 'note credits']),
    )
  })
})

test('26 thousands for pounds are told by magnitude, and by what the file says', async () => {
  const small = await open.bring(withAmounts('1360964'))
  expect(small.rules).toContain('warning magnitude')
  expect(repairOf(small, 'magnitude')).toMatch(/thousands/)
  const said = await open.bring(withAmounts('1360964').replace('Amount', 'Amount £000'))
  expect(said.state.proposal!.mapping.unit).toBe('thousands')
  expect([said.report.pence.accepted, said.rules.includes('warning magnitude')]).toEqual([
    '136096400000',
    false,
  ])
})

test('27 null, nought, blank, n/a, .., [c] and [x] are told apart: missing is never nought', async () => {
  const brought = await open.bring(withAmounts('0', '', 'n/a', '..', '[c]', '[x]', 'null', '5'))
  expect(rowsOf(brought)).toEqual([2, 6])
  expect(brought.report.rows.unread).toBe(6)
  expect(brought.report.findings.filter(({ rule }) => rule === 'amount-missing')).toHaveLength(6)
})

test('28 NaN, infinity, 1e309, less than nought nought, and more than 2^53 pence', async () => {
  expect(
    ['NaN', 'inf', '-Infinity', '1e309', '-0', '90071992547409.91', '90071992547409.92'].map((text) =>
      pence(text),
    ),
  ).toEqual([
    'amount-not-finite',
    'amount-not-finite',
    'amount-not-finite',
    'amount-too-large',
    0n,
    9007199254740991n,
    'amount-too-large',
  ])
  const brought = await open.bring(withAmounts('NaN', '1e309', '-0', '99999999999999', '1.2E+07'))
  expect([rowsOf(brought), brought.report.pence.accepted]).toEqual([[2, 3], '1200000000'])
})

test('29 credits are counted as such, and an agency below nought is told', async () => {
  const brought = await open.bring(withAmounts('100', '-250.50'))
  expect([rowsOf(brought), brought.report.pence.accepted]).toEqual([[2, 0], '-15050'])
  expect(brought.rules).toEqual(expect.arrayContaining(['warning agency-negative', 'note credits']))
})

describe('30 financial years', () => {
  test.each([
    ['2023/24', '2023-24'],
    ['2023-24', '2023-24'],
    ['2023–24', '2023-24'],
    ['2023-2024', '2023-24'],
    ['2023 to 2024', '2023-24'],
    ['23/24', '2023-24'],
    ['FY 2023/24', '2023-24'],
    ['FY24', '2023-24'],
    ['202324', '2023-24'],
    ['1999-00', '1999-00'],
    ['year ended 31 March 2024', '2023-24'],
    ['53 weeks to 2 April 2024', '2023-24'],
    ['2023', 'ambiguous'],
    ['CY2023', 'calendar'],
    ['2023-25', undefined],
    ['later', undefined],
  ])('%s', (text, year) => expect(financialYear(text)).toBe(year))
  test.each([
    ['31/03/2018', 'day-month', '2017-18'],
    ['01/04/2018', 'day-month', '2018-19'],
    ['03/31/2018', 'month-day', '2017-18'],
    ['2018-03-31', 'day-month', '2017-18'],
    ['31-Mar-18', 'day-month', '2017-18'],
    ['43190', 'day-month', '2017-18'],
    ['31/02/2018', 'day-month', undefined],
  ] as const)('the day %s', (text, order, year) => {
    const day = dayOf(text, order)
    expect(day && yearOfDay(day)).toBe(year)
  })
  const dated = (...dates: string[]) =>
    ['Place,Agency,Payment date,Amount', ...dates.map((date) => `E08000003,E4203,${date},1`)].join('\n')
  test('the whole column tells day from month', async () => {
    const british = await open.bring(dated('03/04/2017', '21/04/2017'))
    expect(british.report.groups.map(({ year }) => year)).toEqual(['2017-18'])
    const american = await open.bring(dated('03/04/2017', '03/21/2017'))
    expect(american.report.groups.map(({ year }) => year)).toEqual(['2016-17'])
    expect(american.rules).toContain('warning dates-american')
    const both = await open.bring(dated('03/04/2017', '21/04/2017', '04/21/2017'))
    expect([rowsOf(both), rulesAt(both, 2)]).toEqual([[2, 1], ['date-ambiguous']])
  })
  test('one number is refused, and a year the count does not have is told', async () => {
    const brought = await open.bring(
      `${HEADER}\n${ROW.replace('2017-18', '2017')}\n${ROW.replace('2017-18', '2031-32')}\n`,
    )
    expect([rowsOf(brought), rulesAt(brought, 2)]).toEqual([[1, 1], ['year-ambiguous']])
    expect(brought.rules).toContain('warning year-outside')
  })
})

describe('31 places', () => {
  test('codes unknown, of other nations, parishes and authorities of several are refused by what they are', async () => {
    const brought = await open.bring(
      places('E99000001', 'W06000015', 'S12000036', 'E04000001', 'E07000999', 'E47000001', 'e08 000003'),
    )
    expect([2, 3, 4, 5, 6, 7, 8].map((row) => rulesAt(brought, row)[0])).toEqual([
      'place-unknown',
      'place-wales',
      'place-scotland',
      'place-parish',
      'place-district-unknown',
      'place-combined-authority',
      undefined,
    ])
    expect(rowsOf(brought)).toEqual([1, 6])
  })
  test('codes of before and after are taken through to the place they are, with the reason', async () => {
    const brought = await open.bring(
      places('E06000048', 'E06000060', 'E06000062', 'E06000058', 'Northumberland', 'Cumberland'),
    )
    expect(rowsOf(brought)).toEqual([5, 1])
    expect(rulesAt(brought, 5)).toEqual(['place-merged'])
    expect(
      brought.report.findings.find(({ rule, row }) => rule === 'place-part' && row === 4)?.message,
    ).toMatch(
      /^E06000062 was read as Northamptonshire \(E10000021\), of which it is a part\. .*Structural Changes/,
    )
    expect([3, 4, 7].map((row) => rulesAt(brought, row))).toEqual([
      ['place-recoded'],
      ['place-part'],
      ['place-part'],
    ])
    expect(brought.report.groups.map(({ place }) => place)).toEqual([
      'E06000057',
      'E10000002',
      'E10000006',
      'E10000021',
    ])
  })
  test('a code of 2025 is the place it was before', async () => {
    const brought = await open.bring(places('E08000038', 'E08000039'))
    expect(rowsOf(brought)).toEqual([2, 0])
    expect(brought.report.groups.map(({ place }) => place)).toEqual(['E08000016', 'E08000019'])
  })
  test('districts, by code of then or now and by name, are added to their county', async () => {
    const brought = await open.bring(
      places('E07000008', 'South Cambridgeshire', 'E07000100', 'E07000244', 'West Suffolk'),
    )
    expect(rowsOf(brought)).toEqual([5, 0])
    expect(brought.report.groups.map(({ place, pence }) => [place, pence])).toEqual([
      ['E10000003', '300'],
      ['E10000015', '300'],
      ['E10000029', '900'],
    ])
    expect(rulesAt(brought, 3)).toContain('place-district')
    expect(
      brought.report.findings.find(({ rule, row }) => rule === 'place-district' && row === 5),
    ).toMatchObject({
      severity: 'note',
      message: expect.stringMatching(/East Suffolk .* Suffolk .*merged from two Suffolk districts/),
    })
  })
  test('districts that are not given are named, until all are', async () => {
    const suffolk = ['Babergh', 'Ipswich', 'Mid Suffolk', 'E07000244']
    const some = await open.bring(places(...suffolk))
    expect(some.report.findings.filter(({ rule }) => rule === 'districts-missing')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        count: 4,
        message: expect.stringContaining(
          'has figures for 5 of the 7 districts of Suffolk in 2017-18, and none for Forest Heath, St Edmundsbury:',
        ),
      }),
    ])
    const all = await open.bring(places(...suffolk, 'E07000245'))
    expect(all.rules).not.toContain('warning districts-missing')
  })
  test.each([
    ['E06000061', 'Northamptonshire', 4, 'Daventry, Northampton, South Northamptonshire', 'E06000062'],
    [
      'West Northamptonshire',
      'Northamptonshire',
      3,
      'Corby, East Northamptonshire, Kettering, Wellingborough',
      'North Northamptonshire',
    ],
    ['E06000063', 'Cumbria', 3, 'Barrow-in-Furness, Eden, South Lakeland', 'E06000064'],
    ['Westmorland & Furness Council', 'Cumbria', 3, 'Allerdale, Carlisle, Copeland', 'Cumberland'],
    ['E06000059', 'Dorset', 5, 'Christchurch', 'Christchurch'],
  ])('%s is a part of %s until the rest is given', async (part, county, given, without, rest) => {
    const one = await open.bring(places(part))
    expect([rowsOf(one), rulesAt(one, 2)]).toEqual([[1, 0], ['place-part']])
    const all = given + without.split(', ').length
    expect(one.report.findings.filter(({ rule }) => rule === 'districts-missing')).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(
          `has figures for ${given} of the ${all} districts of ${county} in 2017-18, and none for ${without}:`,
        ),
      }),
    ])
    const both = await open.bring(places(part, rest))
    expect(rowsOf(both)).toEqual([2, 0])
    expect(both.rules).not.toContain('warning districts-missing')
    const beside = await open.bring(places(county, part))
    expect([rowsOf(beside), rulesAt(beside, 3)]).toEqual([
      [1, 1],
      ['double-count', 'place-part'],
    ])
  })
  test('a council that took the place of a whole county is all of it, and Dorset by name is the county', async () => {
    for (const whole of ['E06000060', 'E06000065', 'E06000066', 'Dorset', 'North Yorkshire']) {
      const one = await open.bring(places(whole))
      expect(rowsOf(one)).toEqual([1, 0])
      expect(one.rules).not.toContain('warning districts-missing')
      expect(one.rules).not.toContain('warning place-part')
    }
  })
  test('what the council of a district has is not expected of the others', async () => {
    const own = await open.bring(`${HEADER}\n${ROW.replace(/^[^,]*,[^,]*/, 'E07000008,Cambridge')}\n`)
    expect(rowsOf(own)).toEqual([1, 0])
    expect(own.rules).not.toContain('warning districts-missing')
  })
  test.each([
    ['E07000240', 'St Albans City and District Council'],
    ['E07000112', 'Folkestone and Hythe District Council'],
    ['Shepway', 'E2240'],
  ])('nor where the district %s has another name than its council, %s', async (place, agency) => {
    const own = await open.bring(`${HEADER}\n${place},${agency},2017-18,Parks,100\n`)
    expect(rowsOf(own)).toEqual([1, 0])
    expect(own.rules).not.toContain('warning districts-missing')
  })
  test('a district of one body beside the county of another is no double count', async () => {
    const both = ['Cambridge,Cambridge City Council', 'Cambridgeshire,Cambridgeshire County Council']
    const { report } = await open.bring(
      [HEADER, ...both.map((each) => `${each},2017-18,Parks,100`)].join('\n'),
    )
    expect(report.groups.map(({ agency }) => agency).sort()).toEqual(['E0521', 'E0531'])
  })
  test('a code of a district that holds what cannot be seen is of the district', async () => {
    const unseen = await open.bring(places('E07000008\u200b', 'E07000009'))
    expect(rowsOf(unseen)).toEqual([2, 0])
    expect(unseen.rules).toContain('warning districts-missing')
  })
  test('a region with a member, and a county with its district, are counted once', async () => {
    const region = await open.bring(places('E12000002', 'E08000003'))
    expect([rowsOf(region), rulesAt(region, 2)]).toEqual([[1, 1], ['double-count']])
    const county = await open.bring(places('E10000029', 'E07000244'))
    expect([rowsOf(county), rulesAt(county, 3)]).toEqual([[1, 1], expect.arrayContaining(['double-count'])])
    const named = await open.bring(places('Suffolk', 'Ipswich'))
    expect([rowsOf(named), rulesAt(named, 3)]).toEqual([
      [1, 1],
      ['double-count', 'place-district'],
    ])
    expect(named.rules).not.toContain('warning districts-missing')
  })
  describe('payments of a county council', () => {
    const payments = (header: string, ...rows: string[]) =>
      [`Area,Agency,Year,Service,Amount,${header}`, ...rows].join('\n')
    const of = (place: string, pounds: number, more: string, agency = 'E2221', year = '2017-18') =>
      `${place},${agency},${year},Roads,${pounds}.00,${more}`
    const told = ({ report }: Brought) =>
      report.findings.filter(({ rule }) => rule === 'payments-by-district').map(({ message }) => message)
    test.each([
      ['Supplier', 'Acorn Ltd'],
      ['Reference', '1001'],
      ['Payment date', '2017-05-04'],
    ])('of its districts and of all of it are added up by %s, and told once a year', async (header, more) => {
      const dated = header === 'Payment date'
      const brought = await open.bring(
        payments(
          header,
          of('Ashford', 1, more),
          of('Dover', 20, more),
          of('Kent', 300, more),
          of('Ashford', 4000, dated ? '2016-05-04' : more, 'E2221', '2016-17'),
          of('Kent', 50000, dated ? '2016-05-04' : more, 'E2221', '2016-17'),
        ),
        dated ? { columns: mappedByDate } : {},
      )
      expect(rowsOf(brought)).toEqual([5, 0])
      expect(brought.report.groups.map(({ place, year, pence }) => [place, year, pence])).toEqual([
        ['E10000016', '2016-17', '5400000'],
        ['E10000016', '2017-18', '32100'],
      ])
      expect(told(brought)).toEqual(
        ['2017-18', '2016-17'].map(
          (year) =>
            `Payments of Kent County Council in ${year} are given for Kent and for districts of it: they are added up; see that the county's are not the sum of them.`,
        ),
      )
      expect(brought.rules).not.toContain('warning districts-missing')
    })
    const mappedByDate = (
      [
        ['Area', 'place'],
        ['Agency', 'agency'],
        ['Year', 'ignore'],
        ['Service', 'programme'],
        ['Amount', 'amount'],
        ['Payment date', 'date'],
      ] as const
    ).map(([header, meaning]) => ({ header, meaning }))
    test('of districts alone are not told so, nor of the county of another body', async () => {
      const brought = await open.bring(
        payments('Supplier', of('Ashford', 1, 'Acorn Ltd'), of('Kent', 20, 'Acorn Ltd', 'E2233')),
      )
      expect(rowsOf(brought)).toEqual([2, 0])
      expect(told(brought)).toEqual([])
      expect(brought.rules).toContain('warning districts-missing')
    })
    test('are not of its totals, in another table', async () => {
      const brought = await open.bring({
        'payments.csv': payments('Supplier', of('Ashford', 1, 'Acorn Ltd')),
        'totals.csv': 'Area,Agency,Year,Service,Amount\nKent,E2221,2017-18,Roads,300.00\n',
      })
      expect(rowsOf(brought)).toEqual([1, 1])
      expect(brought.report.findings.filter(({ severity }) => severity === 'error')).toEqual([
        expect.objectContaining({ rule: 'double-count', file: 'payments.csv', row: 2 }),
      ])
      expect(told(brought)).toEqual([])
    })
    test('without supplier, date or reference its districts are in it', async () => {
      const brought = await open.bring(
        payments('Note', of('Ashford', 1, 'a'), of('Dover', 20, 'b'), of('Kent', 300, 'c')),
      )
      expect(rowsOf(brought)).toEqual([1, 2])
      expect(
        brought.report.findings
          .filter(({ severity }) => severity === 'error')
          .map(({ rule, row, count }) => [rule, row, count]),
      ).toEqual([['double-count', 2, 2]])
      expect(told(brought)).toEqual([])
    })
  })
})

test('32 names: what could be two is refused, accents and ampersands are not in the way', async () => {
  const brought = await open.bring(
    places('Manchester', 'CITY OF MANCHESTER', 'Hammersmith & Fulham', 'Mánchester', 'Manchestr'),
  )
  expect(rowsOf(brought)).toEqual([4, 1])
  expect(repairOf(brought, 'place-unknown')).toBe('Is it Manchester (E08000003)?')
  const { placeOf } = await import('../../server/intake/places.ts')
  const { knownOf } = await import('../../server/intake/known.ts')
  const known = knownOf(open.count.catalogue)
  const two = { ...known, placeNames: new Map([['the wells', ['E06000001', 'E06000002']]]) }
  expect(placeOf('The Wells', two)).toMatchObject({ value: null, rule: 'place-ambiguous' })
})

test('33 rows the same in every cell, and in supplier, date and amount, are told and counted', async () => {
  const row = (reference: number, amount = '10.00') =>
    `E08000003,E4203,2017-04-03,Parks,${reference},${amount},Acorn Ltd`
  const text = `Place,Agency,Payment date,Service,Reference,Amount,Supplier\n${row(1)}\n${row(1)}\n${row(2)}\n${row(3, '11.00')}\n`
  const { report, rules } = await open.bring(text)
  expect(rules).toEqual(expect.arrayContaining(['warning duplicate-row', 'warning duplicate-near']))
  expect(report.findings.find(({ rule }) => rule === 'duplicate-row')).toMatchObject({
    row: 2,
    count: 2,
    message: expect.stringContaining('20.00'),
  })
  expect([report.rows.accepted, report.pence.accepted]).toEqual([4, '4100'])
})

test('34 totals among detail are not counted, and 43 are held against the rows above', async () => {
  const total = (label: string, amount: string) => `E08000003,E4203,2017-18,${label},${amount}`
  const labelled = await open.bring(
    `${withAmounts('10', '20', '30')}\n${total('Sub-total', '60.00')}\n${total('Roads', '5')}\n${total('GRAND TOTAL', '65')}\n`,
  )
  expect([rowsOf(labelled), labelled.report.pence.accepted, labelled.report.rows.totals]).toEqual([
    [4, 2],
    '6500',
    2,
  ])
  expect(labelled.rules).toContain('note control-total-agrees')
  const bare = await open.bring(`${withAmounts('10', '20', '30')}\nE08000003,E4203,2017-18,,60.00\n`)
  expect([rowsOf(bare), bare.rules]).toEqual([[3, 1], expect.arrayContaining(['error total-unlabelled'])])
  const chance = await open.bring(withAmounts('10', '20', '30', '60', '7'))
  expect([rowsOf(chance), chance.rules]).toEqual([
    [5, 0],
    expect.arrayContaining(['warning total-unlabelled']),
  ])
  const firm = await open.bring(
    `${withAmounts('10', '20', '30').replace('Service 1', 'Total Gas and Power Ltd')}\n`,
  )
  expect(rowsOf(firm)).toEqual([3, 0])
})

test('43 a total of the file that differs from its rows is told with both figures', async () => {
  const { report, rules } = await open.bring(
    `${withAmounts('10', '20')}\nE08000003,E4203,2017-18,Total,35.00\n`,
  )
  expect(rules).toContain('warning control-total-differs')
  expect(report.findings.find(({ rule }) => rule === 'control-total-differs')?.message).toBe(
    "The file's own total is £35.00 and its rows above add up to £30.00.",
  )
})

test('35 both sides of a transfer, and a pooled budget of two agencies, are told', async () => {
  const text = `Place,Agency,Year,Service,Flow,Amount
E08000003,E4203,2017-18,Pooled fund,transfer in,50
E08000003,E4206,2017-18,Pooled fund,transfer out,50
E08000003,E4203,2017-18,Parks,own,7
`
  const { rules, report } = await open.bring(text)
  expect(rules).toEqual(expect.arrayContaining(['warning transfers-both-sides', 'warning pooled-twice']))
  expect(report.groups.map(({ agency, pence: sum }) => [agency, sum])).toEqual([['E4203', '700']])
})

test('36 shares above one or below nought reject the row, and shares that do not add up are told', async () => {
  const text = [
    'Place,Agency,Year,Service,Share,Amount',
    ...['60%', '30%', '140%', '-1'].map((share) => `E08000003,E4203,2017-18,Parks,${share},1`),
  ].join('\n')
  const brought = await open.bring(text)
  expect([rowsOf(brought), brought.rules]).toEqual([
    [2, 2],
    expect.arrayContaining(['error share-range', 'warning share-sum']),
  ])
})

test('37 bodies that the count has together are read as that agency, and told', async () => {
  const { report } = await open.bring(
    `Organisation,Place,Year,Amount
Croydon Health Services NHS Trust,E09000008,2017-18,10
South London and Maudsley NHS Foundation Trust,E09000008,2017-18,20
Croydon CCG,E09000008,2017-18,30
Croydon Trust,E09000008,2017-18,40
`,
  )
  expect(report.groups.map(({ agency, pence }) => [agency, pence])).toEqual(
    expect.arrayContaining([
      ['nhs-trusts', '3000'],
      ['nhs-commissioning-board-nhs-england', '3000'],
    ]),
  )
  expect(report.rows).toMatchObject({ accepted: 3, rejected: 1 })
  expect(report.findings.find(({ rule }) => rule === 'agency-kind')).toMatchObject({
    severity: 'warning',
    message:
      'Croydon Health Services NHS Trust was read as one of NHS trusts and foundation trusts, which the count has together.',
  })
})

test('37 an agency spelled three ways is one, one that is missing or unknown is refused with the nearest', async () => {
  const agency = (name: string) => `E08000003,"${name}",2017-18,Parks,1`
  const brought = await open.bring(
    [
      HEADER,
      ...[
        'Manchester City Council',
        'MANCHESTER  CITY COUNCIL',
        'Manchester Council',
        'e4203',
        '',
        'Manchster City Council',
        'Acme',
      ].map(agency),
    ].join('\n'),
  )
  expect(rowsOf(brought)).toEqual([4, 3])
  expect(brought.report.groups.map(({ agency: id, rows }) => [id, rows])).toEqual([['E4203', 4]])
  expect(
    brought.report.findings.filter(({ rule }) => rule === 'agency-unknown').map(({ repair }) => repair),
  ).toEqual(expect.arrayContaining(['Is it Manchester City Council (E4203)?']))
  const said = await open.bring([HEADER, agency('Acme')].join('\n'), {
    values: { agency: { ACME: 'E4203' } },
  })
  expect(rowsOf(said)).toEqual([1, 0])
})

test('37 the name of a place of one council is that council, a county’s district is not', async () => {
  const names = ['City of London', 'Kingston upon Hull', 'Newcastle upon Tyne', 'Folkestone', 'E06000010']
  const { report } = await open.bring(
    [HEADER, ...names.map((name) => `E08000003,${name},2017-18,Parks,1`)].join('\n'),
  )
  expect(report.groups.map(({ agency }) => agency).sort()).toEqual(['E2002', 'E4502', 'E5010'])
  expect(report.rows).toMatchObject({ accepted: 3, rejected: 2 })
  const read = report.findings.filter(({ rule }) => rule === 'agency-name')
  expect(read.map(({ severity, message }) => [severity, message])).toContainEqual([
    'note',
    'City of London was read as City of London Corporation.',
  ])
})

test('40 a column whose cells are all classes of spending is of them, whatever it is called', async () => {
  const table = (cells: readonly string[]) =>
    `Place,Agency,Year,Service,Type,Amount\n${cells.map((cell, at) => `E08000003,E4203,2017-18,Parks,${cell},${at + 1}`).join('\n')}\n`
  const meaning = async (cells: readonly string[]) =>
    (await open.upload({ 'file.csv': table(cells) })).proposal!.columns[4]!.meaning
  expect(await meaning(['Current', 'CAPITAL', 'Revenue', 'Transfers to people', 'Benefits'])).toBe('economic')
  expect(await meaning(['Current', 'Capital', 'Grants'])).toBe('programme')
  expect(await meaning(['Benefits', 'Benefits'])).toBe('programme')
})

test('38 counts of people are not read, and private names are told without a name', async () => {
  const text = `Place,Agency,Payment date,Number of clients,Amount,Supplier name\nE08000003,E4203,2017-04-03,3,10,Mrs A Person\nE08000003,E4203,2017-04-03,2,11,Acorn Ltd\n`
  const { state, report, rules } = await open.bring(text)
  expect(state.proposal!.columns.find(({ header }) => header === 'Number of clients')).toMatchObject({
    meaning: 'ignore',
    why: expect.stringContaining('people'),
  })
  expect(rules).toContain('warning personal-name')
  expect(JSON.stringify(report)).not.toContain('Person')
})

test('39 currency that is not sterling is refused, in the figure and in a column', async () => {
  expect(['€5', '$5', '5 EUR'].map((text) => pence(text))).toEqual(['currency', 'currency', 'currency'])
  const brought = await open.bring(`${HEADER},Currency\n${ROW},GBP\n${ROW},EUR\n`)
  expect([rowsOf(brought), rulesAt(brought, 3)]).toEqual([[1, 1], ['currency']])
})

test('40 budget with outturn, and capital with revenue, are kept apart and told', async () => {
  const text = `Place,Agency,Year,Service,Phase,Capital or revenue,Amount
E08000003,E4203,2017-18,Parks,Budget,Revenue,90
E08000003,E4203,2017-18,Parks,Outturn,Revenue,100
E08000003,E4203,2017-18,Parks,Outturn,Capital,7
`
  const { rules, report } = await open.bring(text)
  expect(rules).toEqual(
    expect.arrayContaining(['warning budget-with-outturn', 'warning capital-with-revenue']),
  )
  expect(report.groups.map(({ pence: sum }) => sum)).toEqual(['10700'])
})

test('41 a place without persons is not compared per head, and it is said', async () => {
  const { magnitudes } = await import('../../server/intake/magnitude.ts')
  const names = { place: (code: string) => code, agency: (id: string) => id }
  const groups = [{ place: 'X', agency: 'a', year: '2017-18', pence: '10000000', rows: 1 }]
  const baseline = (persons?: number) => () => ({
    year: '2017-18',
    pounds: new Map<string, number>(),
    persons: () => persons,
  })
  expect(magnitudes(groups, names, baseline()).map(({ rule }) => rule)).toEqual(['per-head-unknown'])
  expect(magnitudes(groups, names, baseline(0)).map(({ rule }) => rule)).toEqual(['per-head-unknown'])
  expect(magnitudes(groups, names, baseline(1)).map(({ rule }) => rule)).toEqual(['per-head'])
})

test('42 cells that begin as formulas are kept as they came, and made inert on the way out', async () => {
  const { csvLines } = await import('../../server/api/intake-csv.ts')
  const { id } = await open.bring(
    `${HEADER}\nE08000003,E4203,2017-18,"=cmd|' /C calc'!A0",n/a\nE08000003,E4203,2017-18,@SUM(1),\n`,
  )
  const kept: unknown[][] = []
  let text = ''
  for await (const rows of open.intakes.rejected(id)) kept.push(...rows)
  for await (const piece of csvLines(open.intakes.rejected(id))) text += piece
  expect(kept[1]![7]).toBe("=cmd|' /C calc'!A0")
  expect(text).toContain("'=cmd|' /C calc'!A0")
  expect(text).toContain("'@SUM(1)")
})
