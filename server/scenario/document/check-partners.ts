import type { Report } from './fault.ts'
import { items, type Loose, list, number, object, text } from './loose.ts'

/** Bodies named twice, named where there is no such partner, or gone before their part is done. */
export function checkPartners(document: Loose, report: Report): void {
  const partners = items(document.partners)
  const known = new Set<string>()
  for (const { at, item } of partners) {
    const name = text(item.id)
    if (name !== undefined && known.has(name))
      report(['partners', at, 'id'], 'is the same partner twice', name)
    if (name !== undefined) known.add(name)
  }
  const mustBe = (path: (string | number)[], value: unknown) => {
    const name = text(value)
    if (name !== undefined && !known.has(name)) report(path, 'is not one of the partners', name)
  }
  checkEnds(document, partners, report, mustBe)
  const pot = object(document.pot)
  for (const { at, item } of items(pot.contributions))
    mustBe(['pot', 'contributions', at, 'partner'], item.partner)
  for (const { at, item } of items(pot.passedOn)) {
    mustBe(['pot', 'passedOn', at, 'from'], item.from)
    mustBe(['pot', 'passedOn', at, 'to'], item.to)
  }
  for (const { at, item } of items(pot.terms))
    for (const name of Object.keys(object(item.caps))) mustBe(['pot', 'terms', at, 'caps', name], name)
  for (const { at, item } of items(document.investment)) mustBe(['investment', at, 'borneBy'], item.borneBy)
  for (const outcome of items(document.outcomes)) {
    const seen = new Set<string>()
    for (const { at, item } of items(outcome.item.split)) {
      const path = ['outcomes', outcome.at, 'split', at, 'partner']
      mustBe(path, item.partner)
      const key = `${String(item.partner)} ${item.transfer === true}`
      if (seen.has(key)) report(path, 'is the same partner twice', item.partner)
      seen.add(key)
    }
  }
  for (const name of Object.keys(object(object(document.sharing).shares)))
    mustBe(['sharing', 'shares', name], name)
  const coalition = object(document.coalition)
  for (const name of Object.keys(object(coalition.coverage))) mustBe(['coalition', 'coverage', name], name)
  for (const name of Object.keys(object(coalition.freeRiding)))
    mustBe(['coalition', 'freeRiding', name], name)
  list(coalition.veto).forEach((name, at) => {
    mustBe(['coalition', 'veto', at], name)
  })
}

function checkEnds(
  document: Loose,
  partners: { at: number; item: Loose }[],
  report: Report,
  mustBe: (path: (string | number)[], value: unknown) => void,
): void {
  const horizon = number(document.horizon)
  const ends = new Map(partners.map(({ item }) => [text(item.id), item]))
  for (const { at, item } of partners) {
    mustBe(['partners', at, 'successor'], item.successor)
    if (typeof item.lastYear !== 'number' || item.lastYear >= horizon - 1) continue
    const path = ['partners', at, 'successor']
    if (item.successor === undefined)
      report(path, `is needed: this body ends after year ${item.lastYear} and the programme goes on`)
    const passed = new Set<unknown>([item.id])
    let heir = ends.get(text(item.successor))
    while (heir && typeof heir.lastYear === 'number' && heir.lastYear < horizon - 1) {
      if (passed.has(heir.id)) {
        report(path, 'leads back to a body that has ended', item.successor)
        break
      }
      passed.add(heir.id)
      heir = ends.get(text(heir.successor))
    }
  }
}
