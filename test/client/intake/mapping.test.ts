import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  columnsOf,
  complete,
  filesWith,
  fits,
  lacking,
  type Mapping,
  type Proposal,
  sameReading,
  standsFor,
  withConstant,
  withMeaning,
  withSays,
  withValue,
} from '../../../client/intake/map/mapping.ts'
import { MEANING_ORDER } from '../../../client/intake/map/meanings.ts'
import { normal } from '../../../client/intake/map/normal.ts'
import { normal as serverNormal } from '../../../server/intake/clean.ts'
import { mappingSchema } from '../../../server/intake/mapping.ts'
import { type MappingFault, mappingFaults } from '../../../server/intake/mapping-faults.ts'
import { MEANINGS, type Part } from '../../../server/intake/terms.ts'

const mapping = (patch: Partial<Mapping> = {}): Mapping => ({
  columns: [
    { header: 'Body Name', meaning: 'agency' },
    { header: 'Net Amount', meaning: 'amount' },
    { header: 'Paid', meaning: 'date' },
  ],
  constants: { place: 'E08000003' },
  unit: 'pounds',
  sign: 1,
  values: {},
  ...patch,
})
const column = (header: string, meaning: Proposal['columns'][number]['meaning']) => ({
  header,
  meaning,
  why: 'The name of the column says so.',
  confidence: 'high' as const,
  sample: ['a'],
})
const proposal = (
  columns = [column('Body Name', 'agency'), column('Net amount', 'amount'), column('Paid', 'date')],
) => ({
  columns,
  mapping: mapping(),
  unit: '',
  needed: [],
  notes: [],
})
const table = (...headers: string[]) => ({ sheet: null, headers })

test('headers are compared as the server compares them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => expect(normal(text)).toBe(serverNormal(text))),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(normal(text)).toBe(serverNormal(text))),
  )
})

test('every meaning of the server has words, and none has that is not', () =>
  expect([...MEANING_ORDER].sort()).toEqual([...MEANINGS].sort()))

describe('the form of a mapping', () => {
  test('a column is found by its name in any case; what was changed says what was proposed', () => {
    const changed = withMeaning(mapping(), 'Net amount', 'other-amount')
    const [, amount] = columnsOf(proposal(), changed)
    expect(amount).toMatchObject({
      header: 'Net amount',
      meaning: 'other-amount',
      proposed: 'amount',
      changed: true,
    })
    expect(columnsOf(proposal(), changed)).toHaveLength(3)
  })
  test('columns a mapping does not name are as proposed, or left out of a saved one', () => {
    const more = proposal([...proposal().columns, column('Supplier', 'supplier')])
    expect(complete(mapping(), more).columns.at(-1)).toEqual({ header: 'Supplier', meaning: 'supplier' })
    expect(complete(mapping(), more, 'ignore').columns.at(-1)).toEqual({
      header: 'Supplier',
      meaning: 'ignore',
    })
    expect(complete(mapping(), proposal())).toEqual(mapping())
  })
  test('what is said of every row, or what a text stands for, can be said and taken back', () => {
    const said = withConstant(mapping(), 'year', '2017-18')
    expect(said.constants).toEqual({ place: 'E08000003', year: '2017-18' })
    expect(withConstant(said, 'year', null)).toEqual(mapping())
    const matched = withValue(mapping(), 'agency', 'The Council', 'E4203')
    expect(standsFor(matched, 'agency', 'the council!')).toBe('E4203')
    expect(withValue(matched, 'agency', 'THE COUNCIL', 'E4205').values.agency).toEqual({
      'THE COUNCIL': 'E4205',
    })
    expect(withValue(matched, 'agency', 'the council', null)).toEqual(mapping())
  })
  test('a column of one layout among files of several says where it is', () => {
    const file = (name: string, ...headers: string[]) =>
      ({ name, tables: [{ headers }] }) as unknown as Parameters<typeof filesWith>[1][number]
    const files = [file('a.csv', 'Body Name', 'Net'), file('b.csv', 'Body name')]
    expect(filesWith('Net', files, ['Body Name', 'Net'])).toEqual(['a.csv'])
    expect(filesWith('Body Name', files, ['Body Name', 'Net'])).toEqual([])
    expect(filesWith('Body name', files, ['Body Name', 'Body name'])).toEqual(['b.csv'])
  })
})

describe('what is still needed', () => {
  const wheres = (given: Mapping, ...tables: { sheet: string | null; headers: string[] }[]) =>
    lacking(given, tables).map(({ at }) => at)

  test('place, agency, year and amount, from a column or for every row', () => {
    const bare = mapping({ columns: [], constants: {} })
    expect(wheres(bare, table('A', 'B'))).toEqual(['columns', 'agency', 'place', 'year'])
    expect(wheres(mapping(), table('Body Name', 'Net Amount', 'Paid'))).toEqual([])
  })
  test('two amounts in one table are one too many; one in each of two is right', () => {
    const two = withMeaning(mapping(), 'Gross', 'amount')
    const [lack] = lacking(two, [table('Body Name', 'Net Amount', 'Gross', 'Paid')])
    expect(lack).toEqual({
      at: 'columns',
      message: '2 columns are read as the amount: keep one and leave the others out.',
    })
    expect(
      wheres(two, table('Body Name', 'Net Amount', 'Paid'), table('Body Name', 'Gross', 'Paid')),
    ).toEqual([])
  })
  test('the form says something is needed just where the server refuses for it', () => {
    const headers = ['A', 'B', 'C', 'D']
    const any = fc.record({
      columns: fc
        .tuple(...headers.map(() => fc.constantFrom(...MEANINGS)))
        .map((all) => all.map((meaning, at) => ({ header: headers[at]!, meaning }))),
      constants: fc.record(
        { place: fc.constant('E08000003'), agency: fc.constant('E4203'), year: fc.constant('2017-18') },
        { requiredKeys: [], noNullPrototype: true },
      ),
    })
    const known = {
      catalogue: { places: new Map([['E08000003', {}]]), agencies: [{ id: 'E4203' }], functions: [] },
    } as unknown as Parameters<typeof mappingFaults>[2]
    fc.assert(
      fc.property(any, ({ columns, constants }) => {
        const given = mappingSchema.parse({ columns, constants })
        const faults: MappingFault[] = mappingFaults(
          given,
          [{ sheet: null, headers } as unknown as Part],
          known,
        )
        expect(lacking(given, [table(...headers)])).toHaveLength(faults.length)
      }),
      { numRuns: 400 },
    )
  })
})

describe('a saved mapping', () => {
  test('fits files that have every column it counts, in any order, with more or without what it leaves out', () => {
    const saved = withMeaning(mapping(), 'Notes', 'ignore')
    expect(fits(saved, [table('paid', 'BODY NAME', 'Net Amount', 'Extra')])).toBe(true)
    expect(fits(saved, [table('Body Name', 'Net Amount')])).toBe(false)
    expect(fits(saved, [table('Body Name', 'Net Amount', 'Paid'), table('Other')])).toBe(false)
    expect(fits(mapping({ columns: [] }), [table('Body Name')])).toBe(false)
    expect(fits(saved, [])).toBe(false)
  })
  test('is the same as another that reads files the same way', () => {
    const turned = mapping({ columns: [...mapping().columns].reverse() })
    expect(sameReading(mapping(), withMeaning(turned, 'Extra', 'ignore'))).toBe(true)
    expect(sameReading(mapping(), mapping({ unit: 'thousands' }))).toBe(false)
    expect(sameReading(mapping(), withValue(mapping(), 'agency', 'X', 'E4203'))).toBe(false)
    expect(sameReading(mapping(), withConstant(mapping(), 'year', '2017-18'))).toBe(false)
  })
})

describe('amounts across several columns', () => {
  const wide = (patch: Partial<Mapping> = {}) =>
    mapping({
      columns: [
        { header: 'E-code', meaning: 'agency' },
        { header: 'Adults', meaning: 'amount', says: { programme: 'Adult social care', function: '10' } },
        { header: 'Roads', meaning: 'amount', says: { programme: 'Roads' } },
        { header: 'Total', meaning: 'ignore' },
      ],
      constants: { year: '2017-18' },
      placeOf: 'agency',
      ...patch,
    })
  const of = (now: Mapping) => lacking(now, [table('E-code', 'Adults', 'Roads', 'Total')])

  test('nothing is lacking where each says what it is of and the agency says where', () => {
    expect(of(wide())).toEqual([])
    const { placeOf: _, ...nowhere } = wide()
    expect(of(nowhere).map(({ at }) => at)).toEqual(['place'])
    expect(of(wide({ constants: {} })).map(({ at }) => at)).toEqual(['year'])
  })

  test('a column left out loses what it says and has it back; a new one is of its own name', () => {
    const out = withMeaning(wide(), 'Adults', 'ignore')
    expect(out.columns[1]).toEqual({ header: 'Adults', meaning: 'ignore' })
    expect(withMeaning(out, 'Adults', 'amount', wide().columns)).toEqual(wide())
    expect(withMeaning(wide(), 'Total', 'amount').columns[3]).toEqual({
      header: 'Total',
      meaning: 'amount',
      says: { programme: 'Total' },
    })
    for (const each of [wide(), out, withMeaning(wide(), 'Total', 'amount')]) mappingSchema.parse(each)
  })

  test('the function of a column is said and unsaid, and makes another reading of it', () => {
    const said = withSays(wide(), 'roads', 'function', '4.5')
    expect(said.columns[2]!.says).toEqual({ programme: 'Roads', function: '4.5' })
    expect(withSays(said, 'Roads', 'function', null)).toEqual(wide())
    expect(sameReading(said, wide())).toBe(false)
  })
})
