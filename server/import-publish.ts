import { type PlanRequest, planRequest, publishRequest } from './api/contract-publish.ts'
import type { Count } from './count/open.ts'
import { readJson, Told } from './import-told.ts'
import { planInWords } from './publish/in-words.ts'
import type { Publisher } from './publish/publisher.ts'

export interface PublishOptions {
  readonly plan?: string | undefined
  readonly publish?: string | undefined
  readonly publisher?: string | undefined
  readonly licence?: string | undefined
  readonly 'accept-differences'?: boolean | undefined
}

/** What is to become of what is accepted. */
export interface Wish {
  readonly plan: PlanRequest
  /** null where it is only to be planned. */
  readonly told: { readonly title: string; readonly publisher: string; readonly licence?: string } | null
  readonly acceptDifferences: boolean
}

/** Reads what the options ask for, before anything is done. Throws Told. */
export async function readWish(options: PublishOptions): Promise<Wish> {
  const { plan, publish: title, publisher, licence } = options
  if (title !== undefined && publisher === undefined)
    throw new Told('--publish needs --publisher: who the files are from.')
  if (title === undefined && publisher !== undefined)
    throw new Told('--publisher is said with --publish: what the files are.')
  return {
    plan: plan === undefined ? planRequest.parse({}) : await readJson(plan, planRequest, 'plan'),
    told:
      title === undefined || publisher === undefined
        ? null
        : { title, publisher, ...(licence === undefined ? {} : { licence }) },
    acceptDifferences: options['accept-differences'] ?? false,
  }
}

/** Prints what the accepted lines become, and makes the count where that is asked. */
export async function publish(publisher: Publisher, id: string, count: Count, wish: Wish): Promise<boolean> {
  const plan = (await publisher.plan(id, count, wish.plan))!
  console.log(planInWords(plan, count.catalogue))
  if (!wish.told) return true
  const request = publishRequest.safeParse({
    ...wish.told,
    plan: wish.plan,
    digest: plan.digest,
    acceptDifferences: wish.acceptDifferences,
  })
  if (!request.success)
    throw new Told(
      request.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`).join('\n'),
    )
  const { count: made } = (await publisher.publish(id, count, request.data))!
  console.log(
    `\nPublished: ${made.title}\nCount ${made.id} (${made.hash.slice(0, 6)}) is served from now on.`,
  )
  return true
}
