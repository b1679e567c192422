import type { PlanReply, PlanRequest } from '../state/server.ts'

export type Group = PlanReply['groups'][number]
export type Wide = PlanReply['wide'][number]
export type Decision = PlanRequest['decisions'][number]
export type Placing = PlanRequest['placing'][number]
export type ControlTotal = PlanRequest['totals'][number]
export type Does = Decision['does']

export const NO_PLAN: PlanRequest = {
  placing: [],
  whereSharedOut: 'replace',
  whereRecorded: 'leave',
  whereEstimated: 'leave',
  whereDoubtful: 'leave',
  decisions: [],
  totals: [],
}

type OfGroup = Pick<Decision, 'place' | 'agency' | 'year' | 'economic'>
type OfWide = Pick<Placing, 'place' | 'agency' | 'year'>

export const groupKey = ({ place, agency, year, economic }: OfGroup) =>
  [place, agency, year, economic].join(' ')
export const wideKey = ({ place, agency, year }: OfWide) => [place, agency, year].join(' ')

export const decisionOf = (plan: PlanRequest, group: OfGroup) =>
  plan.decisions.find((one) => groupKey(one) === groupKey(group)) ?? null

/** What is done with one group; null does with it what is usual. */
export function withDecision(
  plan: PlanRequest,
  group: OfGroup,
  decision: Omit<Decision, keyof OfGroup> | null,
): PlanRequest {
  const others = plan.decisions.filter((one) => groupKey(one) !== groupKey(group))
  const { place, agency, year, economic } = group
  return {
    ...plan,
    decisions: decision ? [...others, { place, agency, year, economic, ...decision }] : others,
  }
}

export const placingOf = (plan: PlanRequest, wide: OfWide) =>
  plan.placing.find((one) => wideKey(one) === wideKey(wide)) ?? null

/** What a figure of a wider place is shared out by; null leaves it out. */
export function withPlacing(
  plan: PlanRequest,
  wide: OfWide,
  placing: Omit<Placing, keyof OfWide> | null,
): PlanRequest {
  const others = plan.placing.filter((one) => wideKey(one) !== wideKey(wide))
  const { place, agency, year } = wide
  return { ...plan, placing: placing ? [...others, { place, agency, year, ...placing }] : others }
}

export const withTotal = (plan: PlanRequest, total: ControlTotal): PlanRequest => ({
  ...plan,
  totals: [...plan.totals, total],
})

export const withoutTotal = (plan: PlanRequest, at: number): PlanRequest => ({
  ...plan,
  totals: plan.totals.filter((_, each) => each !== at),
})
