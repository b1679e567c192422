import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { exactPence, fileSize } from '../../../client/format.ts'
import { mendOf, RULE_WORDS } from '../../../client/intake/check/rule-words.ts'
import { addsUp, checkInWords, passedInWords } from '../../../client/intake/check/sums.ts'
import { exampleOf, penceOf, signInWords, unitInWords } from '../../../client/intake/map/example.ts'
import { likeness, suggestions, unmatchedOf } from '../../../client/intake/map/texts.ts'
import type { FindingReply, MappingDocument, ReportReply } from '../../../client/intake/state/server.ts'
import type { Choice } from '../../../client/question/match.ts'
import { amountOf } from '../../../server/intake/amount.ts'
import { UNITS } from '../../../server/intake/terms.ts'
import { ROOT } from '../../../server/root.ts'

const bare = { unit: 'pounds', sign: 1, columns: [], constants: {}, values: {} } as MappingDocument

describe('money to the penny', () => {
  test('whole pence of any size, below nought with a minus', () => {
    expect(exactPence('123456')).toBe('£1,234.56')
    expect(exactPence('-5')).toBe('−£0.05')
    expect(exactPence('9007199254740993123')).toBe('£90,071,992,547,409,931.23')
    expect(exactPence('0')).toBe('£0.00')
  })
  test('the size of a file', () =>
    expect([1, 361, 292_176, 1_234_567].map(fileSize)).toEqual(['1 byte', '361 bytes', '292 kB', '1.2 MB']))
})

describe('an amount shown by example', () => {
  test('a unit is told by what it makes of a cell', () => {
    expect(unitInWords(['n/a', '1,234'], 'thousands', undefined)).toBe('“1,234” in the file is £1,234,000.00')
    expect(unitInWords(['1.5'], 'millions', undefined)).toBe('“1.5” in the file is £1,500,000.00')
    expect(unitInWords(['1.234,50'], 'pounds', 'comma')).toBe('“1.234,50” in the file is £1,234.50')
    expect(unitInWords(['soon', '0'], 'pounds', undefined)).toBeNull()
  })
  test('a sign is told by what it makes of a cell, one of spending where there is one', () => {
    expect(signInWords(['(20.00)', '7'], 1, bare)).toBe('“7” in the file is £7.00 spent')
    expect(signInWords(['(20.00)', '7'], -1, bare)).toBe('“7” in the file is £7.00 coming back')
    expect(signInWords(['-20'], -1, bare)).toBe('“-20” in the file is £20.00 spent')
    expect(exampleOf(['0', '-3'], bare)).toEqual({ text: '-3', pence: -300n })
  })
  test('is what the server reads', () => {
    const digits = fc.integer({ min: 0, max: 999_999_999 }).map(String)
    const text = fc
      .tuple(
        fc.constantFrom('', '-', '£', '-£'),
        digits,
        fc.option(fc.integer({ min: 0, max: 99_999 })),
        fc.boolean(),
      )
      .map(([mark, whole, fraction, grouped]) => {
        const size = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
        return `${mark}${size}${fraction === null ? '' : `.${fraction}`}`
      })
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('pounds' as const, 'thousands' as const, 'millions' as const),
        (given, unit) => {
          const read = amountOf(given, 'point', UNITS[unit])
          expect(penceOf(given, unit)).toBe('pence' in read ? read.pence : null)
        },
      ),
    )
  })
})

const report = (patch: Partial<ReportReply['rows']>, pence: Partial<ReportReply['pence']>): ReportReply => {
  const rows = {
    in: 9,
    passed: { title: 1, header: 1, blank: 0, note: 0 },
    data: 7,
    accepted: 2,
    rejected: 5,
    unread: 1,
    totals: 1,
    ...patch,
  }
  const sums = { in: '674010', accepted: '121450', rejected: '552560', totals: '337005', ...pence }
  const file = {
    name: 'a.csv',
    sheet: null,
    rows: rows.in,
    passed: rows.passed,
    data: rows.data,
    accepted: rows.accepted,
    rejected: rows.rejected,
    unread: rows.unread,
    totals: rows.totals,
    penceIn: sums.in,
    penceAccepted: sums.accepted,
    penceRejected: sums.rejected,
    penceTotals: sums.totals,
  }
  return { files: [file], rows, pence: sums, rules: [], findings: [], groups: [] }
}

describe('what became of the rows, in words', () => {
  test('some, all and none accepted', () => {
    expect(checkInWords(report({}, {}))).toBe(
      '2 rows of 6 are accepted, £1,214.50 of £3,370.05. 4 rows are rejected, £2,155.55. 1 row is a total of others and left out.',
    )
    expect(
      checkInWords(
        report({ accepted: 7, rejected: 0, totals: 0 }, { accepted: '674010', rejected: '0', totals: '0' }),
      ),
    ).toBe('Every row is accepted: 7 rows, £6,740.10.')
    expect(
      checkInWords(
        report({ accepted: 0, rejected: 7, totals: 0 }, { accepted: '0', rejected: '674010', totals: '0' }),
      ),
    ).toMatch(/^No row is accepted: all 7 rows, £6,740.10, are rejected/)
    expect(checkInWords(report({ data: 0 }, {}))).toBe('There is no row of data in these files.')
    expect(passedInWords(report({}, {}).rows)).toBe('1 title and 1 header')
  })
  test('a report that does not add up is not said to', () => {
    expect(addsUp(report({}, {}))).toBe(true)
    expect(addsUp(report({ rejected: 4 }, {}))).toBe(false)
    expect(addsUp(report({}, { rejected: '552561' }))).toBe(false)
    const off = report({}, {})
    off.files[0]!.penceIn = '674011'
    expect(addsUp(off)).toBe(false)
  })
})

describe('rules in words', () => {
  const read = (folder: string, end: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(end))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
      .join('\n')
  test('every rule the server writes down has a heading', () => {
    const written = [
      ...read('server/intake', '.ts').matchAll(
        /(?:refused|told|found|no|about)\(\s*(?:[\w.!]+,\s*)?(?:'(?:error|warning|note)',\s*)?'([a-z]+(?:-[a-z]+)+)'/g,
      ),
      ...read('queries', '.sql').matchAll(/'(?:error|warning|note)', *'([a-z-]+)'/g),
    ].map(([, rule]) => rule!)
    expect(written.length).toBeGreaterThan(30)
    expect([...new Set(written)].filter((rule) => !(rule in RULE_WORDS))).toEqual([])
  })
  test('what the mapping can mend leads to its place; what it cannot does not', () => {
    expect(mendOf('place-unknown')).toBe('values')
    expect(mendOf('agency-missing')).toBe('constants')
    expect(mendOf('magnitude')).toBe('unit')
    expect(mendOf('date-ambiguous')).toBe('more')
    expect(mendOf('duplicate-row')).toBeNull()
    expect(mendOf('amount-missing')).toBeNull()
  })
})

describe('texts that stand for nothing', () => {
  const finding = (rule: string, value: string, row: number, repair: string | null = null): FindingReply => ({
    severity: 'error',
    rule,
    file: 'a.csv',
    sheet: null,
    row,
    column: 'Place',
    value,
    message: `${value} is no place of the count.`,
    repair,
    count: 1,
  })
  const found = (
    findings: FindingReply[],
    all = findings.filter(({ rule }) => rule === 'place-unknown').length,
  ) => ({
    findings,
    rules: [{ severity: 'error' as const, rule: 'place-unknown', findings: all, rows: all }],
  })
  test('each once, with where it was met first and how often', () => {
    const texts = unmatchedOf(
      found([
        finding('place-unknown', 'Croydn', 4),
        finding('place-unknown', 'CROYDN', 7),
        finding('total-row', 'x', 9),
      ]),
      bare,
    )
    expect(texts).toHaveLength(1)
    expect(texts[0]).toMatchObject({
      meaning: 'place',
      text: 'Croydn',
      row: 4,
      rows: 2,
      more: false,
      value: null,
    })
    expect(unmatchedOf(found([finding('place-unknown', 'Croydn', 4)], 900), bare)[0]!.more).toBe(true)
  })
  test('what is said already stays in view, to be taken back', () => {
    const said = { ...bare, values: { place: { croydn: 'E09000008' } } }
    expect(unmatchedOf(found([finding('place-unknown', 'Croydn', 4)]), said)[0]!.value).toBe('E09000008')
    expect(unmatchedOf(null, said)).toMatchObject([{ text: 'croydn', value: 'E09000008', rows: 0 }])
  })
  test('what it may be: what the server suggests first, then names of the same telling words', () => {
    const choice = (id: string, name: string): Choice => ({ id, name, group: '', also: [id] })
    const all = [
      choice('museum', 'National Museum of the Royal Navy'),
      choice('E5030', 'London Borough of Croydon'),
      choice('trusts', 'NHS trusts and foundation trusts'),
      choice('england', 'NHS England and clinical commissioning groups'),
    ]
    const names = (text: string, repair: string | null = null) =>
      suggestions({ text, repair }, all).map(({ id }) => id)
    expect(names('NHS England')[0]).toBe('england')
    expect(names('Croydon Health')).toEqual(['E5030'])
    expect(names('Croydon Health', 'Is it NHS trusts and foundation trusts (trusts)?')[0]).toBe('trusts')
    expect(names('zzzz')).toEqual([])
    expect(likeness('Croydon', 'croydon')).toBe(1)
    expect(likeness('ab', 'xy')).toBe(0)
  })
})
