import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Opened, openIntakes } from './opened.ts'

let open: Opened
beforeAll(async () => {
  open = await openIntakes()
})
afterAll(() => open.close())

const PLACES = [
  ['E07000008', 'Cambridge', 'Cambridge City Council', 'E0531'],
  ['E07000012', 'South Cambridgeshire', 'South Cambridgeshire District Council', 'E0536'],
  ['E08000003', 'Manchester', 'Manchester City Council', 'E4203'],
  ['E09000008', 'Croydon', 'Croydon London Borough Council', 'E5035'],
]
const TITLE = 'Housing Benefit expenditure by local authority,,,,'
const rows = (cells: (place: readonly string[], at: number) => string) =>
  PLACES.map((place, at) => cells(place, at)).join('\n')

/** What the columns of a file seem to mean, and what is missing. */
async function read(text: string) {
  const { proposal } = await open.upload({ 'file.csv': text })
  const { columns, mapping, needed, notes } = proposal!
  return { meanings: columns.map(({ meaning }) => meaning), mapping, needed, notes }
}

describe('tables of figures by place', () => {
  test('names beside GSS codes are the places’, and whose the figures are has to be said', async () => {
    const { meanings, mapping, needed, notes } = await read(
      `${TITLE}\nArea Code,Region / Local Authority,2015/16,2016/17,2017/18\n${rows(([code, name], at) => `${code},${name},${at + 1}.5,${at + 2}.5,${at + 3}.5`)}\n`,
    )
    expect(meanings).toEqual(['place', 'ignore', 'amount', 'amount', 'amount'])
    expect(needed).toEqual(['agency'])
    expect(mapping.placeOf).toBeUndefined()
    expect(mapping.constants.economic).toBe('transfer_to_people')
    expect(notes).toContain(
      'The amounts are taken as transfers to people: “Housing Benefit expenditure by local authority”.',
    )
  })
  test('with one column of amounts too', async () => {
    const { meanings, needed } = await read(
      `ONS code,Local authority,Year,Amount\n${rows(([code, name], at) => `${code},${name},2017-18,${at + 1}`)}\n`,
    )
    expect([meanings, needed]).toEqual([['place', 'ignore', 'year', 'amount'], ['agency']])
  })
  test('without codes, where the title says that figures are by area', async () => {
    const table = `Local authority,2015/16,2016/17\n${rows(([, name], at) => `${name},${at + 1}.5,${at + 2}.5`)}\n`
    const titled = await read(`${TITLE}\n${table}`)
    expect([titled.meanings, titled.needed]).toEqual([['place', 'amount', 'amount'], ['agency']])
    const bare = await read(table)
    expect([bare.meanings, bare.mapping.placeOf]).toEqual([['agency', 'amount', 'amount'], 'agency'])
  })
  test('a name that says it is of the spender, or is of another body, is the agency', async () => {
    const council = await read(
      `ONS code,Council,Year,Amount\n${rows(([code, , name], at) => `${code},${name},2017-18,${at + 1}`)}\n`,
    )
    expect([council.meanings, council.needed]).toEqual([['place', 'agency', 'year', 'amount'], []])
    const other = await read(
      `ONS code,Local authority,Year,Amount\nE08000003,Salford City Council,2017-18,1\n${rows(([code, , name], at) => `${code},${name},2017-18,${at + 1}`)}\n`,
    )
    expect([other.meanings, other.needed]).toEqual([['place', 'agency', 'year', 'amount'], []])
  })
  test('one row, one name in ten of another place, or names of few rows tell nothing of a column', async () => {
    const meanings = async (lines: readonly string[]) =>
      (await read(`ONS code,Local authority,Year,Amount\n${lines.join('\n')}\n`)).meanings[1]
    const own = PLACES.map(([code, , name], at) => `${code},${name},2017-18,${at + 1}`)
    expect(await meanings(own.slice(2, 3))).toBe('agency')
    expect(await meanings([...own, ...own, ...own, 'E08000003,Salford City Council,2017-18,1'])).toBe(
      'agency',
    )
    expect(await meanings(own)).toBe('ignore')
  })
  test('with codes of the finance returns, or services across, the figures are the councils’', async () => {
    const coded = await read(
      `E-code,ONS code,Local authority,2016-17,2017-18\n${rows(([code, name, , ecode], at) => `${ecode},${code},${name},${at + 1},${at + 2}`)}\n`,
    )
    expect([coded.meanings[0], coded.mapping.placeOf]).toEqual(['agency', 'agency'])
    const services = await read(
      `ONS code,Local authority,Education services,Adult Social Care,Public Health,Housing services\n${rows(([code, name], at) => `${code},${name},${at + 1},${at + 2},${at + 3},${at + 4}`)}\n`,
    )
    expect([services.meanings[1], services.mapping.placeOf]).toEqual(['agency', 'agency'])
  })
})
