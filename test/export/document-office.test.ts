import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inPence, inPounds } from '../../server/export/in-money.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { presetDocument, ruleOf, run } from '../scenario/setup.ts'
import { documentOf, halfEmpty, hostile } from './documents.ts'
import { laidOut, WRITER } from './office.ts'

const BIRMINGHAM = 'birmingham-brighter-futures'

if (!WRITER) {
  const why = 'no LibreOffice Writer found: install Debian package libreoffice-writer'
  if (process.env.CI === 'true') test('LibreOffice Writer is there', () => expect(why).toBe(''))
  else console.warn(`NOT RUN  documents in LibreOffice: ${why}`)
}

;(WRITER ? describe : describe.skip)('in LibreOffice', () => {
  let served: Awaited<ReturnType<typeof serveFixture>>
  let seen: Awaited<ReturnType<typeof laidOut>>
  const reply = run(presetDocument(BIRMINGHAM))
  const split = ruleOf(reply, reply.sharing.rule)

  beforeAll(async () => {
    served = await serveFixture()
    const place = { places: 'E06000001' }
    const full = { document: presetDocument(BIRMINGHAM), ...place }
    seen = await laidOut({
      case: await documentOf(served.app, 'business-case', full),
      agreement: await documentOf(served.app, 'agreement', full),
      empty: await documentOf(served.app, 'business-case', { document: halfEmpty() }),
      hostile: await documentOf(served.app, 'business-case', { document: hostile(), ...place }),
    })
  }, 180_000)
  afterAll(() => served.close())

  test('every document opens, and has pages', () => {
    expect(seen.case!.pages).toBeGreaterThan(20)
    expect(seen.agreement!.pages).toBeGreaterThan(4)
    expect(seen.empty!.pages).toBeGreaterThan(10)
    expect(seen.hostile!.pages).toBeGreaterThan(20)
  })

  test('the business case says both cases, each partner’s net and its settlement', () => {
    const { text } = seen.case!
    const { cashable, gross } = reply.financial
    for (const amount of [cashable.npv, gross.npv, reply.economic.npv, cashable.pvCost, ...split.nets])
      expect(text).toContain(inPounds(amount))
    for (const pence of split.settlement.flat()) expect(text).toContain(inPence(pence))
    for (const chapter of [
      'Strategic case',
      'Economic case',
      'Commercial case',
      'Financial case',
      'Management case',
    ])
      expect(text.split(chapter).length).toBeGreaterThan(2)
    expect(text).toContain('[Prompt: name the accountable body')
    expect(text).toMatch(/Table 1: What this document is/)
    expect(text).toContain(served.count.hash)
  })

  test('the agreement says what is settled', () => {
    for (const pence of split.settlement.flat()) expect(seen.agreement!.text).toContain(inPence(pence))
  })

  test('names that a reader might run or break come out as they are', () => {
    expect(seen.hostile!.text).toContain('O\'Brien & "Sons" <b>')
    expect(seen.hostile!.text).toContain("=cmd|'/c calc'!A1")
    expect(seen.hostile!.text).toContain(']]>')
  })
})
