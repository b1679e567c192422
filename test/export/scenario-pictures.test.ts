import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shownOf } from '../../server/api/scenario-shown.ts'
import { inMoney } from '../../server/export/in-money.ts'
import { SCENARIO_PICTURES } from '../../server/export/picture/scenario/pictures.ts'
import { withoutLetter } from '../../server/export/picture/typeface.ts'
import { loadPresets } from '../../server/parameters/presets.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { parameters, presetDocument, read } from '../scenario/setup.ts'
import { clashes, parsed, wordsIn } from './boxes.ts'
import { NAMES } from './hostile.ts'

const parts = { parameters, solve: yalps }
const shown = (document: unknown) => shownOf(read(document), parts)
const pictures = Object.values(SCENARIO_PICTURES)

describe.each(loadPresets().map(({ id }) => id))('pictures of %s', (id) => {
  const of = shown(presetDocument(id))
  test('are well formed, say what they are, and no text stands on another', () => {
    for (const draw of pictures) {
      const { svg, id, alt, title } = draw(of)
      expect(() => parsed(svg)).not.toThrow()
      expect([id, clashes(svg)]).toEqual([id, []])
      const words = wordsIn(svg).join(' ')
      expect(words).toContain('Scenario ')
      expect(words).toContain(of.reply.priceBase)
      expect(withoutLetter(words)).toEqual([])
      expect(alt.length).toBeGreaterThan(30)
      expect(title).not.toContain('undefined')
    }
  })

  test('show the figures of the evaluation', () => {
    const { sharing, partners, flows, ledger, tornado } = of.reply
    const pays = wordsIn(SCENARIO_PICTURES['pays-gains'](of).svg)
    const bargain = wordsIn(SCENARIO_PICTURES.bargaining(of).svg)
    for (const index of partners.keys()) {
      expect(pays).toContain(inMoney(sharing.pvCost[index]!))
      expect(pays).toContain(inMoney(sharing.pvBenefit[index]!))
      for (const rule of sharing.rules)
        if (rule.available) expect(bargain).toContain(inMoney(rule.nets[index]!))
    }
    const cumulative = wordsIn(SCENARIO_PICTURES.cumulative(of).svg)
    for (const partner of partners)
      expect(cumulative).toContain(inMoney(flows.partners[partner]!.cumulative.at(-1)!))
    const pot = wordsIn(SCENARIO_PICTURES.pot(of).svg)[1]
    for (const year of ledger) expect(pot).toContain(`spent ${inMoney(year.spend)}`)
    const bars = wordsIn(SCENARIO_PICTURES.tornado(of).svg)
    for (const { npvAtLow, npvAtHigh } of tornado.slice(0, 14))
      expect(bars).toEqual(expect.arrayContaining([inMoney(npvAtLow), inMoney(npvAtHigh)]))
    const refused = sharing.rules.filter((rule) => !rule.available).length
    expect(bargain.filter((word) => word.includes('cannot be worked out')).length).toBe(refused)
  })
})

test('money back: the year from which a partner is never again out of pocket, as the evaluation has it', () => {
  const of = shown(presetDocument('birmingham-brighter-futures'))
  const { sustained } = of.reply.financial.cashable.payback.undiscounted
  expect(of.reply.sharing.basis).toBe('cashable')
  expect(SCENARIO_PICTURES.cumulative(of).title).toContain(`in year ${sustained! + 1}`)
})

test('hostile names come out as text, and long ones inside the picture', () => {
  for (const name of [...NAMES.map((one) => one.trim()), 'x'.repeat(80), '<script>alert(1)</script>']) {
    const document = presetDocument('birmingham-brighter-futures')
    document.name = name
    for (const partner of document.partners) partner.name = name
    for (const draw of pictures) {
      const { svg } = draw(shown(document))
      expect(() => parsed(svg)).not.toThrow()
      expect(svg).not.toMatch(/<script|<b>/)
      expect(clashes(svg).filter((one) => one.includes('leaves'))).toEqual([])
    }
  }
})

test('many partners and years still fit', () => {
  const document = presetDocument('birmingham-brighter-futures')
  const extra = Array.from({ length: 9 }, (_, index) => ({
    id: `P${index}`,
    name: `Partner number ${index} of many`,
  }))
  document.partners.push(...extra)
  document.horizon = 40
  for (const draw of pictures) expect(clashes(draw(shown(document)).svg)).toEqual([])
})

test('whatever the sizes of money, nothing overlaps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -6, max: 4 }), (digits, power) => {
      const document = presetDocument('croydon-child-family-place')
      for (const item of document.investment)
        item.amounts = item.amounts.map((amount: number) => Math.min(1e12, amount * 10 ** power * digits))
      for (const draw of pictures) expect(clashes(draw(shown(document)).svg)).toEqual([])
    }),
    { numRuns: 20 },
  )
})
