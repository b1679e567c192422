import { counted, exactPence, money, pounds } from '../../format.ts'
import { list, yearInWords } from '../../words.ts'
import type { PlanReply, ReportReply } from '../state/server.ts'
import type { Does } from './plan-edits.ts'

export const DOES_WORDS: Record<Does, string> = {
  replace: 'Take its place',
  add: 'Stand beside it',
  leave: 'Leave the files’ figures out',
}

/** What publishing would do, in a sentence or two with the figures in them. */
export function planInWords({ pence, pounds: all, years, groups }: PlanReply): string {
  const replaced = years.reduce((sum, year) => sum + year.replaced.pounds, 0)
  const budget = years.reduce((sum, year) => sum + year.budget.pounds, 0)
  const published =
    pence.published === pence.accepted
      ? `All that is accepted would be published: ${pounds(all)}.`
      : `${pounds(all)} would be published, of ${exactPence(pence.accepted)} accepted.`
  if (BigInt(pence.published) === 0n) return `Nothing would be published as it stands: ${nothing(pence)}.`
  const changed = years
    .filter(({ added, replaced: out }) => added.lines > 0 || out.lines > 0)
    .map(({ year, before, after, fresh }) =>
      fresh || before === null
        ? `${yearInWords(year)} begins with ${money(after)}`
        : `${yearInWords(year)} goes from ${pounds(before)} to ${pounds(after)}`,
    )
  const counted = groups.some(({ replaced: out, before }) => out.lines > 0 && before.recorded.lines > 0)
  const out = [
    ...(replaced === 0 ? [] : [`${pounds(replaced)} ${counted ? 'in the count' : 'shared out'}`]),
    ...(budget === 0
      ? []
      : [`${pounds(budget)} of budget for missing returns, which is counted only where it is shown`]),
  ]
  const instead = `It takes the place of ${out.length === 0 ? 'nothing' : list(out)}.`
  return [published, instead, changed.length > 0 ? `The total of England in ${list(changed)}.` : '']
    .filter(Boolean)
    .join(' ')
}

/** What the check found far from what is usual, which a wrong unit would do; null where nothing. */
export function unlikely({ rules }: Pick<ReportReply, 'rules'>): string | null {
  const found = rules.filter(
    ({ rule, severity }) => severity === 'warning' && ['magnitude', 'per-head'].includes(rule),
  )
  return found.length === 0
    ? null
    : 'The check found figures far from what the count has, or more a head than is likely. See under Check whether the unit is right before this is published.'
}

const FAR = 2
const differ = (own: number, out: number) => out !== 0 && (own > FAR * out || FAR * own < out)

/** What to look at before all else: figures that stand in for ones more than twice as large, or less than half; null where none do. */
export function farOff({ groups }: Pick<PlanReply, 'groups'>): string | null {
  const far = groups.filter(
    ({ does, pounds: own, replaced, budget }) =>
      does === 'replace' && differ(own, replaced.pounds + budget.pounds),
  )
  if (far.length === 0) return null
  const own = far.reduce((sum, group) => sum + group.pounds, 0)
  const out = far.reduce((sum, { replaced, budget }) => sum + replaced.pounds + budget.pounds, 0)
  return `${pounds(own)} of your figures would stand in for ${pounds(out)} of the count, in ${counted(far.length, 'row')} below. See that they are the whole of the same spending, of the whole year and in the right unit, or let them stand beside it.`
}

/** What waits for a decision, as it may not be the whole of what it would stand in for; null where nothing does. */
export function inDoubt({ groups }: Pick<PlanReply, 'groups'>): string | null {
  const waiting = groups.filter(({ waits }) => waits)
  if (waiting.length === 0) return null
  const own = waiting.reduce((sum, group) => sum + group.pounds, 0)
  const [far, some] = (['far', 'districts'] as const).map((one) => waiting.some(({ doubt }) => doubt === one))
  const why = [
    ...(far ? ['more than twice what the count has there, or less than half'] : []),
    ...(some ? ['of some districts of a county only'] : []),
  ]
  return `${pounds(own)} of your figures, in ${counted(waiting.length, 'row')} below, wait for your decision: they are ${list(why)}, so that they may not be the whole of the same spending. Say under What is done whether they take its place, stand beside it or stay out.`
}

function nothing(pence: PlanReply['pence']): string {
  const why = [
    BigInt(pence.left) !== 0n
      ? `${exactPence(pence.left)} is left out, as what the count has there stays`
      : '',
    BigInt(pence.notPlaced) !== 0n
      ? `${exactPence(pence.notPlaced)} is of wider places and not shared out`
      : '',
    BigInt(pence.aside) !== 0n ? `${exactPence(pence.aside)} is budget beside outturn` : '',
  ].filter(Boolean)
  return why.length > 0 ? list(why) : 'no accepted line is of a place and year'
}

/** Whether every accepted penny is in one of the four parts; the page says so rather than assume it. */
export const planAddsUp = ({ pence }: PlanReply) =>
  BigInt(pence.accepted) ===
  BigInt(pence.published) + BigInt(pence.left) + BigInt(pence.notPlaced) + BigInt(pence.aside)
