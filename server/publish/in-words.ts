import type { PlanReply } from '../api/contract-publish.ts'
import type { Catalogue } from '../count/catalogue.ts'
import { inPounds, inWholePounds } from '../intake/report.ts'
import { standingOf } from './decide.ts'

const MOST = 12

const change = (amount: number) => `${amount > 0 ? '+' : ''}${inWholePounds(amount)}`

const integer = (count: number) => count.toLocaleString('en-GB')
const lines = (count: number) => `${integer(count)} ${count === 1 ? 'line' : 'lines'}`

/** A plan as text for a terminal: years before and after, what gives way, and what is left out. */
export function planInWords(plan: PlanReply, { places, agencies }: Catalogue): string {
  const placeName = (code: string) => places.get(code)?.name ?? code
  const agencyName = (id: string) => agencies.find((one) => one.id === id)?.name ?? id
  const nameOf = ({ place, agency, year, economic }: PlanReply['groups'][number]) =>
    `${placeName(place)}, ${agencyName(agency)}, ${year}, ${economic.replaceAll('_', ' ')}`
  const going = plan.groups.filter(({ does }) => does !== 'leave')
  const years = plan.years.map(({ year, before, after, added, replaced, budget, withBudgets }) => {
    const from = before === null ? 'not in the count' : inWholePounds(before)
    const budgets =
      budget.lines > 0
        ? `\n    ${lines(budget.lines)} of ${inWholePounds(budget.pounds)} of budget in place of a missing return taken out: with budgets shown, England ${inWholePounds(withBudgets.before ?? 0)} before, ${inWholePounds(withBudgets.after)} after`
        : ''
    return `  ${year}: England ${from} before, ${inWholePounds(after)} after, ${change(added.pounds - replaced.pounds)}: ${lines(added.lines)} in, ${integer(replaced.lines)} out${budgets}`
  })
  const groups = going.slice(0, MOST).map((one) => {
    const out = [
      ...(one.replaced.lines > 0 ? [inWholePounds(one.replaced.pounds)] : []),
      ...(one.budget.lines > 0 ? [`${inWholePounds(one.budget.pounds)} of budget`] : []),
    ]
    const instead = out.length > 0 ? ` in place of ${out.join(' and ')}` : ''
    const warned = one.warning ? `\n    ${one.warning}` : ''
    return `  ${nameOf(one)}: ${inWholePounds(one.pounds)}${instead}${warned}`
  })
  const waiting = plan.groups
    .filter(({ waits }) => waits)
    .map(
      (one) =>
        `  ${nameOf(one)}: ${inWholePounds(one.pounds)} beside ${inWholePounds(standingOf(one.before).pounds)}. ${one.why}`,
    )
  const more = going.length - groups.length + plan.groupsInAll - plan.groups.length
  const out = ([what, pence]: readonly [string, string]) =>
    pence === '0' ? [] : [`  ${what}: ${inPounds(pence)}`]
  const unplaced = plan.wide
    .filter(({ driver }) => driver === null)
    .map(
      ({ place, agency, year, drivers }) =>
        `  ${placeName(place)}, ${agencyName(agency)}, ${year}: choose a driver to share it by, of ${[...drivers.map(({ driver }) => driver), 'own'].join(', ')}`,
    )
  const { pence } = plan
  return [
    `Plan for the count ${plan.count.id} (${plan.count.hash.slice(0, 6)}):`,
    ...years,
    ...(going.length > 0 ? ['Put in, the largest change first:', ...groups] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(waiting.length > 0
      ? [
          'Left out until it is decided, by decisions or whereDoubtful of a --plan:',
          ...waiting.slice(0, MOST),
        ]
      : []),
    ...(waiting.length > MOST ? [`  and ${waiting.length - MOST} more`] : []),
    ...[
      ['Left out, as what the count has stays or as decided', pence.left] as const,
      ['Left out until it is placed', pence.notPlaced] as const,
      ['Budget set aside, as there is outturn', pence.aside] as const,
    ].flatMap(out),
    ...unplaced,
    `  Published: ${inPounds(pence.published)} as ${inWholePounds(plan.pounds)}, of ${inPounds(pence.accepted)} accepted`,
    ...plan.totals.map(
      ({ label, expected, found, status }) =>
        `  ${label}: ${inWholePounds(expected)}, found ${inWholePounds(found)}: ${status}`,
    ),
    ...plan.hindrances.map(({ where, message }) => `Cannot be published: ${where}: ${message}`),
  ].join('\n')
}
