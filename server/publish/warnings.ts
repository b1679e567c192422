import { inPounds, inWholePounds } from '../intake/report.ts'
import { isFar } from './decide.ts'
import type { Brought } from './groups.ts'
import type { Sum } from './terms.ts'

export interface Seen {
  readonly group: Brought
  /** Pounds of own spending brought, and taken out, a budget in place of a missing return with them. */
  readonly pounds: number
  readonly replaced: number
  /** What it reaches beyond its own agency and class, and stays for figures brought for that itself. */
  readonly spared: Sum
  readonly transfers: number
  /** Pence of budget set aside. */
  readonly aside: bigint
  readonly mixed: boolean
  /** Budget in place of its missing return that stays, of whatever class. */
  readonly budget: Sum
}

/** What of a group a reader should look at before it is published; null where nothing. */
export function warningOf({
  group,
  pounds,
  replaced,
  spared,
  transfers,
  aside,
  mixed,
  budget,
}: Seen): string | null {
  const { before, otherClasses, partly, decided } = group
  const told: string[] = []
  const goes = decided.does !== 'leave'
  const counted = before.recorded.pounds + before.sharedOut.pounds
  if (decided.does === 'add' && group.own && (before.recorded.lines > 0 || before.sharedOut.lines > 0))
    told.push(
      `Both are counted: these and ${inWholePounds(counted)} that the count has. See that these are not a part of it.`,
    )
  if (decided.does === 'replace' && before.recorded.lines > 0)
    told.push(`${inWholePounds(before.recorded.pounds)} that the count has as recorded are taken out.`)
  if (
    goes &&
    group.own &&
    decided.covers === 'agency' &&
    before.sector.lines > 0 &&
    before.sharedOut.lines === 0
  )
    told.push(
      `Other agencies of the sector have ${inWholePounds(before.sector.pounds)} shared out here, which stay.`,
    )
  if (goes && group.own && decided.classes === 'same' && otherClasses.lines > 0)
    told.push(`${inWholePounds(otherClasses.pounds)} of its other economic classes stay.`)
  if (spared.lines > 0)
    told.push(
      `${inWholePounds(spared.pounds)} shared out within its reach stay: figures brought for the same are left out or put beside them.`,
    )
  if (decided.does === 'replace' && isFar(pounds, replaced))
    told.push(
      `${inWholePounds(pounds)} stand in for ${inWholePounds(replaced)}: see whether it is the whole year and the unit.`,
    )
  if (partly && group.own)
    told.push(`Only ${partly.given} of its ${partly.districts} districts have figures in the files.`)
  if (transfers > 0) told.push(`${transfers} rows are transfers, kept and not counted.`)
  if (aside !== 0n) told.push(`${inPounds(String(aside))} of budget are set aside: there is outturn.`)
  if (mixed) told.push('Part of it is placed from a wider place.')
  if (goes && group.own && budget.lines > 0)
    told.push(
      `${inWholePounds(budget.pounds)} of budget in place of its missing return stay: with budgets shown, both are counted.`,
    )
  return told.length > 0 ? told.join(' ') : null
}
