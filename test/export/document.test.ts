import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import type { SpendReply } from '../../server/api/contract.ts'
import { inMoney, inPence, inPlaces, inPounds, inTenths } from '../../server/export/in-money.ts'
import { loadPresets } from '../../server/parameters/presets.ts'
import { economicCase } from '../../server/scenario/economic-case.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { parameters, presetDocument, read, ruleOf, run } from '../scenario/setup.ts'
import { asked, BOTH, documentOf, halfEmpty, hostile } from './documents.ts'
import { bytesAt } from './fetch.ts'
import { altsOf, bodyOf, paragraphsOf, runsOf, tableCalled, tablesOf, wellFormed, xmlOf } from './word.ts'

const BIRMINGHAM = 'birmingham-brighter-futures'
const PLACES = ['E06000001', 'E06000003']
const body = (document: unknown, more: object = {}) => ({ document, places: PLACES, ...more })

let served: Awaited<ReturnType<typeof serveFixture>>
const files: Record<string, Buffer> = {}

beforeAll(async () => {
  served = await serveFixture()
  for (const { id } of loadPresets())
    files[id] = await documentOf(served.app, 'business-case', body(presetDocument(id), { preset: id }))
  files.agreement = await documentOf(served.app, 'agreement', body(presetDocument(BIRMINGHAM)))
  files.empty = await documentOf(served.app, 'business-case', { document: halfEmpty() })
  files['empty agreement'] = await documentOf(served.app, 'agreement', { document: halfEmpty() })
  files.hostile = await documentOf(served.app, 'business-case', { document: hostile(), name: '=1+1 <b> 😀' })
  files['hostile agreement'] = await documentOf(served.app, 'agreement', { document: hostile() })
}, 120_000)
afterAll(() => served.close())

const ALL = [
  ...loadPresets().map(({ id }) => id),
  'agreement',
  'empty',
  'empty agreement',
  'hostile',
  'hostile agreement',
]

test('a part that is not well formed is found', () => {
  for (const broken of ['<a>', '<a b=c/>', 'x & y', '<w:p/>', '<a>\u0001</a>'])
    expect(() => wellFormed(broken)).toThrow()
})

describe.each(ALL)('%s', (name) => {
  test('is well-formed XML in every part', () => {
    const parts = xmlOf(files[name]!)
    expect(parts.size).toBeGreaterThan(10)
    for (const [part, xml] of parts) {
      expect([part, xml.includes('undefined'), xml.includes('NaN')]).toEqual([part, false, false])
      expect(() => wellFormed(xml)).not.toThrow()
    }
  })

  test('has no empty cell, a header row repeated in every table, and a caption on each', () => {
    const tables = tablesOf(bodyOf(files[name]!))
    expect(tables.length).toBeGreaterThan(8)
    tables.forEach(({ caption, rows, header }, at) => {
      expect([caption, header]).toEqual([caption, true])
      expect(caption).toMatch(new RegExp(`^Table ${at + 1}: \\S`))
      for (const row of rows) {
        expect([caption, row.length]).toEqual([caption, rows[0]!.length])
        expect([caption, row.filter((cell) => cell.trim() === '')]).toEqual([caption, []])
      }
    })
  })

  test('marks every prompt and nothing else', () => {
    const xml = bodyOf(files[name]!)
    const prompts = runsOf(xml, 'Prompt')
    expect(prompts.length).toBeGreaterThan(10)
    for (const prompt of prompts) expect(prompt).toMatch(/^\[Prompt: .+\]$/)
    const said = paragraphsOf(xml).map(({ text }) => text)
    const everywhere = said.join(' ').match(/\[Prompt: /g)!.length
    expect(everywhere).toBe(prompts.length)
  })

  test('tells in words what every picture shows', () => {
    const alts = altsOf(bodyOf(files[name]!))
    expect(alts.length).toBeGreaterThan(0)
    for (const alt of alts) expect(alt?.length ?? 0).toBeGreaterThan(30)
  })
})

describe('the business case of Birmingham', () => {
  const reply = run(presetDocument(BIRMINGHAM))
  const economic = economicCase(read(presetDocument(BIRMINGHAM)), parameters)
  const table = (caption: RegExp) => tableCalled(bodyOf(files[BIRMINGHAM]!), caption)

  test('has the five cases as headings, captions with fields, and a table of contents already filled', () => {
    const xml = bodyOf(files[BIRMINGHAM]!)
    const headings = paragraphsOf(xml).filter(({ style }) => style === 'Heading1')
    expect(headings.map(({ text }) => text)).toEqual([
      'Summary',
      'Strategic case',
      'Economic case',
      'Commercial case',
      'Financial case',
      'Management case',
      'Appendix A: every assumption',
      'Appendix B: what is unverified',
      'Appendix C: sources and how to check this',
    ])
    const entries = paragraphsOf(xml).filter(({ style }) => style === 'TOC1')
    expect(entries.map(({ text }) => text)).toEqual(headings.map(({ text }) => text))
    const links = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="(\w+)"/g)].map(([, anchor]) => anchor)
    const marks = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="(\w+)"/g)].map(([, name]) => name)
    expect(links.length).toBeGreaterThan(headings.length)
    expect([...new Set(marks)]).toEqual(marks)
    expect(marks).toEqual(expect.arrayContaining(links))
    expect(xml).toContain('TOC \\h \\o &quot;1-2&quot;')
    expect(xml.match(/SEQ Table/g)).toHaveLength(tablesOf(xml).length)
    expect(xml.match(/SEQ Figure/g)).toHaveLength(6)
    const parts = xmlOf(files[BIRMINGHAM]!)
    expect(parts.get('word/styles.xml')).toContain('w:val="en-GB"')
    for (const style of ['Heading1', 'Heading2', 'caption', 'Prompt'])
      expect(parts.get('word/styles.xml')).toContain(style)
    expect([...parts.keys()].some((part) => part.startsWith('word/footer'))).toBe(true)
  })

  test('has both cases to the pound, each in its own table, cashable and gross apart', () => {
    const { cashable, gross } = reply.financial
    const figures = table(/Financial case in figures/)
    expect(figures[1]).toEqual(['Present value of costs', inPounds(cashable.pvCost), inPounds(gross.pvCost)])
    expect(figures[2]!.slice(1)).toEqual([inPounds(cashable.pvBenefit), inPounds(gross.pvBenefit)])
    expect(figures[3]!.slice(1)).toEqual(['£93,610,673', '£265,002,807'])
    expect(figures[4]!.slice(1)).toEqual([inPlaces(cashable.bcr!, 2), inPlaces(gross.bcr!, 2)])
    expect(figures[5]![1]).toBe(`Year ${cashable.payback.discounted.sustained! + 1}`)
    expect(
      table(/Economic case in figures/)
        .slice(1)
        .map(([, value]) => value),
    ).toEqual([
      inPounds(reply.economic.pvCost),
      inPounds(reply.economic.pvBenefit),
      inPounds(reply.economic.npv),
      inPlaces(reply.economic.bcr!, 2),
    ])
    const appraisal = table(/Appraisal summary/)
    expect(appraisal[3]).toEqual(['Net present social value', '£0', inPounds(reply.economic.npv)])
    expect(table(/Economic case under other/)[1]![1]).toBe(inPounds(economic.appraisal.npv))
    expect(table(/Economic benefits by outcome/).at(-1)![3]).toBe(inPounds(reply.economic.pvBenefit))
  })

  test('has each partner’s position, every rule beside the others, and the tests in words', () => {
    const split = ruleOf(reply, reply.sharing.rule)
    const positions = table(/Each partner’s position/)
    reply.partners.forEach((_, at) => {
      expect(positions[at + 1]!.slice(1, 5)).toEqual([
        inPounds(reply.sharing.pvCost[at]!),
        inPounds(reply.sharing.pvBenefit[at]!),
        inPounds(split.pvTransfer[at]!),
        inPounds(split.nets[at]!),
      ])
    })
    const rules = table(/under each rule/)
    expect(rules).toHaveLength(9)
    reply.sharing.rules.forEach((one, at) => {
      if (one.available) expect(rules[at + 1]!.slice(1)).toEqual(one.nets.map(inPounds))
    })
    const tests = table(/Acceptance tests/)
    expect(tests.slice(1).map(([, met]) => met)).toEqual(['Yes', 'Yes', 'Yes', 'No', 'No'])
    expect(tests[4]![2]).toContain('DWP and the Exchequer would have £67,591,264 by staying out')
    expect(table(/Who would object/)[1]!.slice(1, 3)).toEqual([
      'Police and criminal justice',
      'Police and criminal justice',
    ])
  })

  test('has every year of every partner, and a settlement in pence that adds up to nothing', () => {
    const split = ruleOf(reply, reply.sharing.rule)
    const nets = table(/Net position of each partner, by year/)
    expect(nets).toHaveLength(reply.years + 2)
    reply.partners.forEach((id, at) => {
      const { net } = reply.flows.partners[id]!
      expect(nets.slice(1, -1).map((row) => row[at + 1])).toEqual(net.map(inPounds))
      expect(table(/Cashable benefit reaching/).at(-1)![at + 1]).toBe(
        inPounds(reply.flows.partners[id]!.cashable.reduce((a, b) => a + b)),
      )
    })
    const settled = table(/Settlement between partners/)
    for (let year = 0; year < reply.years; year += 1) {
      const row = settled[year + 1]!
      expect(row[0]).toBe(`Year ${year + 1}`)
      expect(row.slice(1, -1)).toEqual(split.settlement.map((pence) => inPence(pence[year]!)))
      expect(row.at(-1)).toBe('£0.00')
    }
  })

  test('has the place as the count has it', async () => {
    const spend = (by: string): Promise<SpendReply> =>
      bytesAt(served.app, `/spend?places=${PLACES.join(',')}${by}`).then((bytes) => JSON.parse(String(bytes)))
    const whole = await spend('')
    const spent = table(/What is spent, and how it is known/)
    expect(spent[1]![1]).toBe(inPounds(whole.total!))
    expect(spent[4]![1]).toBe(inPounds(whole.eliminated))
    const sectors = await spend('&by=sector')
    const rows = table(/Spending by sector/)
    expect(rows).toHaveLength(sectors.rows + 2)
    sectors.data.sector_name!.forEach((name, at) => {
      expect(rows.find(([called]) => called === name)![1]).toBe(inPounds(sectors.data.amount![at] as number))
    })
    expect(rows.at(-1)).toEqual(['Total', inPounds(whole.total!), '100.0%'])
    const control = JSON.parse(
      String(await bytesAt(served.app, `/control?together=true&places=${PLACES.join(',')}`)),
    )
    const classes = table(/spectrum of local control/)
    for (let one = 1; one <= 7; one += 1)
      expect(classes[one]![2]).toBe(inPounds(control.data[`class_${one}`][0]))
    const definitions = table(/share under each definition/)
    for (const { name, numerator } of control.definitions)
      expect(definitions.find(([called]) => called === name)![2]).toBe(inPounds(numerator))
  })

  test('has every assumption with unit, source and confidence, and says which nobody verified', () => {
    const rows = table(/Assumptions$/).slice(1)
    const document = presetDocument(BIRMINGHAM)
    const told = rows.map((row) => row.join(' | ')).join('\n')
    for (const { name, value, split } of document.outcomes) {
      expect(told).toContain(`${name}: value to public bodies | ${inPounds(value.fiscal)}`)
      expect(told).toContain(` | ${inTenths(split[0].cashable)} | of what reaches it`)
    }
    for (const { share } of document.pot.contributions) expect(told).toContain(inTenths(share))
    const ramps = rows.filter(([, what]) => /builds up$/.test(what!))
    expect(ramps).toHaveLength(document.outcomes.length)
    for (const row of ramps) expect(row[5]).toBe('Assumed')
    const said = paragraphsOf(bodyOf(files[BIRMINGHAM]!)).map(({ text }) => text)
    const weak = rows.filter(([, , , , , sure]) => /^(Ill|Unv|No source|Assumed|Not said)/.test(sure!))
    expect(said.find((text) => text.includes('assumptions are illustrative'))).toContain(
      `${weak.length} assumptions are illustrative, unverified, assumed or without a source: ${weak.map(([at]) => at).join(', ')}.`,
    )
    for (const assumed of loadPresets().find(({ id }) => id === BIRMINGHAM)!.assumed)
      expect(said).toContain(assumed)
  })

  test('says what it is made from, and carries the scenario whole', async () => {
    const { hash } = served.count
    const link = '/?v=1&page=scenario&s="x"'.replaceAll('"', '%22')
    const more = { preset: BIRMINGHAM, name: 'Board paper', version: 3, link }
    const file = await documentOf(served.app, 'business-case', body(presetDocument(BIRMINGHAM), more))
    const rows = tableCalled(bodyOf(file), /What this document is/)
    const told = Object.fromEntries(rows.map(([what, value]) => [what, value]))
    expect(told['Hash of the count']).toBe(hash)
    expect(told['Kept as']).toBe('Board paper, version 3')
    expect(told['Open the view']).toBe(`http://places.example${link}`)
    expect(told['Local control means']).toMatch(/^Local bodies: /)
    expect(xmlOf(file).get('word/_rels/document.xml.rels')).toContain(
      `http://places.example${link.replaceAll('&', '&amp;')}`,
    )
    const item = strFromU8(unzipSync(file)['customXml/item1.xml']!)
    const json = />(\{.*\})</.exec(item)![1]!
    expect(JSON.parse(json)).toEqual(read(presetDocument(BIRMINGHAM)))
  })

  test('says money in sentences as the interface does', () => {
    const said = paragraphsOf(bodyOf(files[BIRMINGHAM]!)).map(({ text }) => text)
    expect(said).toContain(
      `On cashable benefits the programme saves public bodies ${inMoney(reply.financial.cashable.npv)} in present value over 15 years, against ${inMoney(reply.financial.cashable.pvCost)} put in. Gross benefits are shown beside, because not all of them can be taken out of a budget.`,
    )
  })
})

describe('the agreement schedule', () => {
  test('has parties, contributions by year, outcomes, settlement, milestones and signatures', () => {
    const reply = run(presetDocument(BIRMINGHAM))
    const xml = bodyOf(files.agreement!)
    const captions = tablesOf(xml).map(({ caption }) => caption.replace(/^Table \d+: /, ''))
    for (const caption of ['Investors', 'Outcomes and measures', 'Milestones and reviews', 'Signatures'])
      expect(captions).toContain(caption)
    expect(
      tableCalled(xml, /Contributions in money by year/)
        .at(-1)!
        .at(-1),
    ).toBe(inPounds(reply.flows.total.investment.reduce((a, b) => a + b)))
    expect(tableCalled(xml, /Settlement between partners/)).toHaveLength(reply.years + 2)
    expect(
      tableCalled(xml, /Signatures/)
        .slice(1)
        .map(([who]) => who),
    ).toEqual(presetDocument(BIRMINGHAM).partners.map(({ name }: { name: string }) => name))
  })
})

describe('missing is said', () => {
  test('a place of the scenario that the count does not hold is named, and none is invented', () => {
    const rows = tableCalled(bodyOf(files.hostile!), /What this document is/)
    expect(rows.find(([what]) => what === 'Places the count does not hold')![1]).toBe('nowhere <b>')
    const said = paragraphsOf(bodyOf(files.empty!)).map(({ text }) => text)
    expect(said.some((text) => text.startsWith('The scenario names no place'))).toBe(true)
  })

  test('a value nobody entered is not valued, never £0', () => {
    const rows = tableCalled(bodyOf(files[BIRMINGHAM]!), /Economic benefits by outcome/)
    for (const row of rows.slice(1)) expect(row[2]).toBe('Not valued')
  })

  test('the returns not made of a place are listed', async () => {
    const { missing } = JSON.parse(String(await bytesAt(served.app, '/count')))
    const { place, why, year } = missing[0]
    const file = await documentOf(served.app, 'business-case', {
      document: presetDocument(BIRMINGHAM),
      places: [place],
      year,
    })
    expect(tableCalled(bodyOf(file), /Returns not made/)[1]).toContain(why)
  })
})

test.each(BOTH)('the same %s has the same bytes', async (name) => {
  const one = body(presetDocument(BIRMINGHAM), { link: '/?v=1' })
  const [first, second] = [await documentOf(served.app, name, one), await documentOf(served.app, name, one)]
  expect(first.equals(second)).toBe(true)
  const core = strFromU8(unzipSync(first)['docProps/core.xml']!)
  expect(core.match(new RegExp(`>${served.count.compiled}T00:00:00Z<`, 'g'))).toHaveLength(2)
})

describe('faults and names', () => {
  const faultsOf = async (sent: object, status = 422) => {
    const response = await asked(served.app, 'business-case', sent)
    expect(response.status).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    return JSON.parse(String(response.body)).errors.map(({ where }: { where: string }) => where)
  }

  test('every fault of the scenario and of what is asked around it is named by its place', async () => {
    const document = { ...presetDocument(BIRMINGHAM), horizon: 0 }
    expect(await faultsOf({ document })).toContain('document.horizon')
    expect(await faultsOf({})).toContain('document')
    expect(await faultsOf({ ...body(halfEmpty()), preset: 'no', strange: 1 })).toEqual(['strange', 'preset'])
    expect(await faultsOf({ ...body(halfEmpty()), link: 'javascript:alert(1)' })).toEqual(['link'])
    expect(await faultsOf({ ...body(halfEmpty()), link: '//elsewhere.example' })).toEqual(['link'])
    expect(await faultsOf({ document: halfEmpty(), places: 'E99', year: '1066' })).toEqual(['places', 'year'])
    expect(await faultsOf({ document: halfEmpty(), scope: 'benefits' })).toEqual(['scope'])
  })

  test('a name goes into the header as RFC 6266 has it', async () => {
    const { headers } = await asked(served.app, 'agreement', {
      document: halfEmpty(),
      name: 'O\'Brien\'s "plan" / 2:\\ 😀\r\nX: y',
    })
    expect(headers['content-disposition']).toBe(
      'attachment; filename="total-place-investment-agreement-o-brien-s-plan-2-x-y.docx"; filename*=UTF-8\'\'Investment%20agreement%20-%20O%27Brien%27s%20plan%202%20%F0%9F%98%80%20X%20y.docx',
    )
    expect(headers['content-type']).toContain('wordprocessingml.document')
  })

  test('what is not JSON, and another method, are refused', async () => {
    const request = (await import('supertest')).default
    const path = '/api/v1/exports/business-case.docx'
    expect((await request(served.app).get(path)).status).toBe(405)
    expect((await request(served.app).post(path).type('text/plain').send('x')).status).toBe(415)
  })
})
