import { type Report, SHARE_ALLOWANCE } from './fault.ts'
import { items, type Loose, list, number, object, sum, text } from './loose.ts'

/** Shares that do not add up, lines of the count promised twice or beyond their size, circles of payment. */
export function checkPot(document: Loose, report: Report): void {
  const pot = object(document.pot)
  const contributions = items(pot.contributions)
  checkShares(contributions, report)
  checkLines(pot, contributions, report)
  checkCircles(pot, report)
  const fixed = contributions.filter(({ item }) => item.kind === 'amounts' || item.kind === 'line')
  if (fixed.length === contributions.length && contributions.length > 0) {
    if (sum(fixed.flatMap(({ item }) => list(item.amounts))) <= 0)
      report(['pot', 'contributions'], 'come to nothing')
  }
}

type Entries = { at: number; item: Loose }[]

function checkShares(contributions: Entries, report: Report): void {
  const shares = contributions.filter(({ item }) => item.kind === 'share')
  const total = sum(shares.map(({ item }) => item.share))
  const path = ['pot', 'contributions']
  if (shares.length > 0 && total === 0) report(path, 'have shares that are all nothing', total)
  else if (shares.length > 0 && Math.abs(total - 1) > SHARE_ALLOWANCE)
    report(path, `have shares that add to ${round(total)} and not to 1`, round(total))
  const seen = new Set<string>()
  for (const { at, item } of shares) {
    const name = text(item.partner)
    if (name !== undefined && seen.has(name)) report([...path, at, 'partner'], 'has a share twice', name)
    if (name !== undefined) seen.add(name)
  }
}

const round = (value: number) => Math.round(value * 1e6) / 1e6

function checkLines(pot: Loose, contributions: Entries, report: Report): void {
  const first = new Map<string, number>()
  for (const { at, item } of contributions) {
    if (item.kind !== 'line') continue
    const line = object(item.line)
    const name = text(line.id) ?? ''
    const path = ['pot', 'contributions', at]
    if (first.has(name)) report([...path, 'line', 'id'], 'is a line already in this pot', name)
    first.set(name, at)
    const others = items(pot.otherClaims).filter((claim) => claim.item.line === name)
    const taken = sum(others.map((claim) => claim.item.amount))
    const most = Math.max(0, ...list(item.amounts).map(number))
    if (most > number(line.amount))
      report([...path, 'amounts'], `take more than the line holds (${number(line.amount)})`, most)
    else if (most + taken > number(line.amount))
      report([...path, 'amounts'], 'with other pots take more than the line holds', most + taken)
  }
}

/** Partners who pay part of each other's contribution in a circle, or more than the whole of one. */
function checkCircles(pot: Loose, report: Report): void {
  const edges = items(pot.passedOn)
  for (const { at, item } of edges) {
    const path = ['pot', 'passedOn', at]
    if (item.from === item.to) report(path, 'pays itself', item.from)
    const total = sum(edges.filter((edge) => edge.item.to === item.to).map((edge) => edge.item.share))
    if (total > 1 + SHARE_ALLOWANCE)
      report([...path, 'share'], 'with others is more than the whole', round(total))
    if (item.from !== item.to && leadsBack(item.from, item.to, edges, new Set()))
      report(
        path,
        `closes a circle: ${String(item.from)} pays for ${String(item.to)}, which pays for it in turn`,
      )
  }
}

function leadsBack(start: unknown, now: unknown, edges: Entries, seen: Set<unknown>): boolean {
  if (now === start) return true
  if (seen.has(now)) return false
  seen.add(now)
  return edges.some(
    ({ item }) => item.from === now && item.to !== now && leadsBack(start, item.to, edges, seen),
  )
}
