import type { Scenario } from '../document/schema.ts'

/**
 * Each partner's part of the pot's cost, adding to one, in partner order. Fixed contributions count for
 * their size against `potCost` (pounds over the horizon); partners with shares divide what those leave;
 * where all are fixed the parts are in proportion to them.
 */
export function contributionShares(scenario: Scenario, potCost: number): number[] {
  const { partners, pot } = scenario
  const place = new Map(partners.map((partner, i) => [partner.id, i]))
  const fixed = partners.map(() => 0)
  const shares = partners.map(() => 0)
  for (const entry of pot.contributions) {
    const i = place.get(entry.partner)!
    if (entry.kind === 'share') shares[i]! += entry.share
    else fixed[i]! += entry.amounts.slice(0, scenario.horizon).reduce((a, b) => a + b, 0)
  }
  const given = fixed.reduce((a, b) => a + b, 0)
  const shared = shares.reduce((a, b) => a + b, 0)
  if (shared === 0)
    return passedOn(
      fixed.map((amount) => amount / given),
      scenario,
    )
  const whole = Math.max(potCost, given)
  const left = whole > 0 ? 1 - given / whole : 1
  return passedOn(
    partners.map((_, i) => (whole > 0 ? fixed[i]! / whole : 0) + (left * shares[i]!) / shared),
    scenario,
  )
}

/** Moves the part of a contribution that one partner pays for another; nobody pays in a circle. */
function passedOn(parts: number[], { partners, pot }: Scenario): number[] {
  const place = new Map(partners.map((partner, i) => [partner.id, i]))
  const waiting = [...pot.passedOn]
  while (waiting.length > 0) {
    // A partner's own part is settled once it has taken on all that it pays for others.
    const ready = waiting.findIndex(({ to }) => !waiting.some(({ from }) => from === to))
    const { to } = waiting[Math.max(0, ready)]!
    const part = parts[place.get(to)!]!
    for (let i = waiting.length - 1; i >= 0; i -= 1) {
      const edge = waiting[i]!
      if (edge.to !== to) continue
      parts[place.get(edge.from)!]! += part * edge.share
      parts[place.get(to)!]! -= part * edge.share
      waiting.splice(i, 1)
    }
  }
  return parts
}
