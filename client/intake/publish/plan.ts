import { computed, effect, signal } from '@preact/signals'
import { announce } from '../../frame/announcer.tsx'
import { resource } from '../../state/resource.ts'
import { part } from '../../state/store.ts'
import { report } from '../check/check.ts'
import { servedChanged } from '../counts/kept.ts'
import { intake } from '../state/intake.ts'
import {
  intakeAddress,
  listCounts,
  type PlanReply,
  type PlanRequest,
  type PublishRequest,
  type PublishResult,
  readPlan,
} from '../state/server.ts'
import { longWork } from '../state/work.ts'
import { type Group, groupKey, NO_PLAN } from './plan-edits.ts'

const step = part('step')
const id = part('intake')

/** The files decided of, which stay so while another page is looked at. */
let desk: string | null = null

/** What the reader decided of the files on the desk. */
export const plan = signal<PlanRequest>(NO_PLAN)

export const changePlan = (edit: (plan: PlanRequest) => PlanRequest) => {
  plan.value = edit(plan.peek())
}

interface Published {
  of: string
  /** Hashes of the files it was made of. */
  files: string
  result: PublishResult
  /** Where to look at it first. */
  place: string | null
  year: string | null
}

/** What was published of the files on the desk in this window. */
export const published = signal<Published | null>(null)

export const publishing = longWork<PublishResult>({
  kind: 'publish',
  failed: 'It could not be published: nothing was changed.',
  cancelled: 'Publishing was cancelled: nothing was changed.',
})

const question = computed(() => {
  const now = intake.value
  if (step.value !== 'publish' || !now || !report.value || publishing.running.value || published.value)
    return null
  return JSON.stringify([now.id, plan.value, report.value.pence, now.files.map(({ sha256 }) => sha256)])
})

/** Rows stay where they were first shown, whatever is decided of them since. */
let first: { of: string; at: ReadonlyMap<string, number> } | null = null

function asFirstShown(of: string, reply: PlanReply): PlanReply {
  const at = first?.of === of ? first.at : null
  const place = (group: Group) => at?.get(groupKey(group)) ?? reply.groupsInAll
  const groups = at ? reply.groups.toSorted((a, b) => place(a) - place(b)) : reply.groups
  if (!at) first = { of, at: new Map(groups.map((group, index) => [groupKey(group), index])) }
  return { ...reply, groups }
}

/** What the accepted lines would become, asked again with every decision. */
export const planned = resource(question, async (asked, stop): Promise<{ of: string; plan: PlanReply }> => {
  const [of, decided, pence, hashes] = JSON.parse(asked) as [string, PlanRequest, object, string[]]
  const files = JSON.stringify([of, pence, hashes])
  return { of, plan: asFirstShown(files, await readPlan(of, decided, stop)) }
})

export const planShown = computed((): PlanReply | null =>
  planned.answer.value?.of === intake.value?.id ? (planned.answer.value?.plan ?? null) : null,
)

const finish = (result: PublishResult) => {
  const of = desk
  if (of === null) return
  const most = planShown.peek()?.groups[0]
  const files = JSON.stringify(intake.peek()?.files.map(({ sha256 }) => sha256) ?? null)
  published.value = { of, files, result, place: most?.place ?? null, year: most?.year ?? null }
  announce(`“${result.count.title}” is served now.`)
  servedChanged()
}

export function publish(titles: Omit<PublishRequest, 'plan' | 'digest'>) {
  const now = intake.peek()
  const shown = planShown.peek()
  if (!now || !shown) return
  const body: PublishRequest = { plan: plan.peek(), digest: shown.digest, ...titles }
  void publishing.begin(now.id, intakeAddress(now.id, '/publish'), body, finish)
}

/** Stops publishing; where the new count was served before it could be stopped, that is said. */
export async function cancelPublishing() {
  const base = planShown.peek()?.count.hash
  await publishing.cancel()
  const { served } = await listCounts().catch(() => ({ served: base }))
  if (base === undefined || served === base) return
  publishing.ended.value =
    'It was served before it could be cancelled. The count of before is under Counts kept.'
  servedChanged()
}

/** Plans anew after it was undone or published. */
export function planAnew() {
  published.value = null
  planned.retry()
}

/** Files that were changed or checked anew since: what was published is not of these. */
effect(() => {
  const files = JSON.stringify(intake.value?.files.map(({ sha256 }) => sha256) ?? null)
  const done = published.peek()
  if (done && files !== 'null' && files !== done.files) published.value = null
})

/** Other files on the desk: what was decided of the last is not of these. */
effect(() => {
  const now = id.value
  if (now === null || now === desk) return
  desk = now
  plan.value = NO_PLAN
  published.value = null
  publishing.forget()
  void publishing.resume(now, finish)
})
