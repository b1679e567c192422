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
  test('without codes, whatever the title says', async () => {
    const table = `Local authority,2015/16,2016/17\n${rows(([, name], at) => `${name},${at + 1}.5,${at + 2}.5`)}\n`
    const titled = await read(`${TITLE}\n${table}`)
    expect([titled.meanings, titled.needed]).toEqual([['place', 'amount', 'amount'], ['agency']])
    const bare = await read(table)
    expect([bare.meanings, bare.needed, bare.mapping.placeOf]).toEqual([
      ['place', 'amount', 'amount'],
      ['agency'],
      undefined,
    ])
  })
  test.each(['Authority', 'LA name', 'Area', 'Name'])('plain names under %s are places', async (header) => {
    const years = await read(
      `${header},2015/16,2016/17\n${rows(([, name], at) => `${name},${at + 1}.5,${at + 2}.5`)}\n`,
    )
    expect([years.meanings, years.needed]).toEqual([['place', 'amount', 'amount'], ['agency']])
    const long = await read(`${header},Year,Amount\n${rows(([, name], at) => `${name},2017-18,${at + 1}`)}\n`)
    expect([long.meanings, long.needed]).toEqual([['place', 'year', 'amount'], ['agency']])
  })
  test('names of which some are of districts that merged are places too, with codes and without', async () => {
    const suffolk = ['Babergh', 'Ipswich', 'Mid Suffolk', 'East Suffolk', 'Suffolk Coastal', 'Waveney']
    const ends = ['00', '02', '03', '44', '05', '06']
    const both = suffolk.map((name, at) => `E070002${ends[at]},${name},${at + 1},${at + 2}`).join('\n')
    const coded = await read(`Code,Local authority,2016-17,2017-18\n${both}\n`)
    expect([coded.meanings, coded.needed]).toEqual([['place', 'ignore', 'amount', 'amount'], ['agency']])
    const named = await read(`Local authority,2016-17,2017-18\n${both.replace(/^E\d+,/gm, '')}\n`)
    expect([named.meanings, named.needed]).toEqual([['place', 'amount', 'amount'], ['agency']])
  })
  test('a row of a total or a country among few names takes nothing from it', async () => {
    const lines = `${rows(([code, name], at) => `${code},${name},${at + 1}.5,${at + 2}.5`)}\n,Greater Manchester total,9.5,9.5\n,Great Britain,90,90\n`
    const coded = await read(`Code,Local authority,2016-17,2017-18\n${lines}`)
    expect([coded.meanings, coded.needed]).toEqual([['place', 'ignore', 'amount', 'amount'], ['agency']])
    const named = await read(`Local authority,2016-17,2017-18\n${lines.replace(/^[^,]*,/gm, '')}`)
    expect([named.meanings, named.needed]).toEqual([['place', 'amount', 'amount'], ['agency']])
  })
  test('regions beside names are not the places', async () => {
    const { meanings, needed } = await read(
      `Region,Local authority,2015/16,2016/17\n${rows(([, name], at) => `${at < 2 ? 'East of England' : 'North West'},${name},${at + 1}.5,${at + 2}.5`)}\n`,
    )
    expect([meanings, needed]).toEqual([['ignore', 'place', 'amount', 'amount'], ['agency']])
  })
  test('a hand-kept table of councils, of services or of one name is the councils’', async () => {
    const council = await read(
      `Council,2015/16,2016/17\n${rows(([, name], at) => `${name},${at + 1}.5,${at + 2}.5`)}\n`,
    )
    expect([council.meanings[0], council.needed]).toEqual(['agency', []])
    const cells = await read(
      `Authority,2015/16,2016/17\n${rows(([, , name], at) => `${name},${at + 1}.5,${at + 2}.5`)}\n`,
    )
    expect([cells.meanings[0], cells.needed]).toEqual(['agency', []])
    const one = await read('Authority,2015/16,2016/17\nManchester,1.5,2.5\n')
    expect([one.meanings[0], one.needed]).toEqual(['agency', []])
    const services = await read(
      `Authority,Service,Year,Amount\n${rows(([, name], at) => `${name},Parks,2017-18,${at + 1}`)}\n`,
    )
    expect([services.meanings[0], services.needed]).toEqual(['agency', ['place']])
  })
  test('a ledger of several councils is theirs, whatever its title', async () => {
    const { meanings, needed, mapping } = await read(
      `Spending by local authority over £500,,,,\n\nLocal authority,Date,Supplier,Reference,Amount\n${rows(([, name], at) => `${name},0${at + 1}/04/2017,Acorn Works Ltd,10${at},${at + 1}00.5`)}\n`,
    )
    expect(meanings).toEqual(['agency', 'date', 'supplier', 'reference', 'amount'])
    expect(needed).toEqual(['place'])
    expect(mapping.constants.agency).toBeUndefined()
  })
  test('beside a column of who spends, names are of where it was spent', async () => {
    const { meanings, needed } = await read(
      `Area,Organisation,2015/16,2016/17\n${rows(([, name], at) => `${name},NHS England,${at + 1}.5,${at + 2}.5`)}\n`,
    )
    expect([meanings, needed]).toEqual([['place', 'agency', 'amount', 'amount'], []])
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
  describe('whose title or file names a benefit', () => {
    const TABLE = `Code,Local authority,2016-17,2017-18\n${rows(([code, name], at) => `${code},${name},${at + 1}.5,${at + 2}.5`)}\n`
    test.each([
      ['Housing Benefit and Universal Credit housing element by local authority', 'a.csv'],
      ['DWP housing benefit £m', 'a.csv'],
      ['Jobseeker’s Allowance, £ million', 'a.csv'],
      ['By area', 'personal-independence-payment_2017-18.csv'],
    ])('they are transfers to people: %s in %s', async (title, file) => {
      const { proposal } = await open.upload({ [file]: `"${title}",,,\n\n${TABLE}` })
      expect(proposal!.mapping.constants.economic).toBe('transfer_to_people')
      expect(
        proposal!.notes.filter((note) => note.startsWith('The amounts are taken as transfers to people')),
      ).toHaveLength(1)
    })
    test.each([
      'Housing Benefit administration by local authority',
      'Housing benefit administration expenditure by local authority',
      'Housing Benefit subsidy by local authority',
      'Benefits realisation by area',
    ])('but not: %s', async (title) => {
      const { mapping, needed } = await read(`${title},,,\n\n${TABLE}`)
      expect([mapping.constants.economic, needed]).toEqual([undefined, ['agency']])
    })
    test('nor where councils spend it, or a column says of which class it is', async () => {
      const council = await read(`DWP housing benefit,,,\n\n${TABLE.replace('Local authority', 'Council')}`)
      expect(council.mapping.constants.economic).toBeUndefined()
      const classes = await read(
        `DWP housing benefit,,,\n\nCode,Type,2017-18\n${rows(([code], at) => `${code},${at < 2 ? 'Current' : 'Benefits'},${at + 1}.5`)}\n`,
      )
      expect([classes.meanings, classes.mapping.constants.economic]).toEqual([
        ['place', 'economic', 'amount'],
        undefined,
      ])
    })
  })
  test('one column of amounts named for a year is of that year', async () => {
    const table = (header: string) =>
      `Area code,Local authority,${header}\n${rows(([code, name], at) => `${code},${name},${at + 1}.5`)}\n`
    const plain = await read(table('2017-18'))
    expect([plain.meanings, plain.needed]).toEqual([['place', 'ignore', 'amount'], ['agency']])
    const { report } = await open.bring(table('2017-18'), {
      constants: { agency: 'department-for-work-and-pensions', function: '10.6' },
    })
    expect(report.groups.map(({ year }) => year)).toEqual(['2017-18', '2017-18', '2017-18'])
    expect([report.rows.accepted, report.pence.accepted]).toEqual([4, '1200'])
    const says = async (header: string) => (await read(table(header))).mapping.columns[2]!.says
    expect(await says('2017/18 budget')).toEqual({ year: '2017/18', phase: 'budget' })
    expect(await says('Outturn 2017-18')).toEqual({ year: '2017-18' })
    expect(await says('Amount')).toBeUndefined()
  })
})
