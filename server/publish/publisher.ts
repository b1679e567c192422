import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { PlanReply, PlanRequest, PublishRequest, PublishResult } from '../api/contract-publish.ts'
import type { Count } from '../count/open.ts'
import type { Intakes } from '../intake/intakes.ts'
import { NotNow } from '../intake/refusals.ts'
import type { KeptCounts } from '../shelf/kept.ts'
import { aboutOf } from './about.ts'
import { type OpenPlan, withPlan } from './open-plan.ts'
import { makePackage } from './package.ts'
import { type Fault, Unpublishable } from './terms.ts'

export interface PublisherParts {
  readonly intakes: Intakes
  readonly counts: KeptCounts
  readonly now: () => Date
}

export const PUBLISH_STEPS = 7

const NUMBERED = /^(.*)\.(\d{1,9})(?:-[0-9a-f]{6})?$/
const LONGEST_ROOT = 80

/**
 * Identifier of the next count made from one: its root, a number that none of those kept has, and the first digits of
 * what is published, so that it never comes to name other figures.
 */
export function nextId(id: string, kept: readonly { readonly id: string }[], digest: string): string {
  const root = (NUMBERED.exec(id)?.[1] ?? id).slice(0, LONGEST_ROOT)
  const numbers = kept.map((one) => NUMBERED.exec(one.id)).concat(NUMBERED.exec(id))
  const last = Math.max(0, ...numbers.map((found) => (found?.[1] === root ? Number(found[2]) : 0)))
  return `${root}.${last + 1}-${createHash('sha256').update(digest).digest('hex').slice(0, 6)}`
}

/** Why a plan as it now stands is not the one that was looked at, or cannot be published. */
function faultsOf({ digest, hindrances, totals }: PlanReply, asked: PublishRequest): Fault[] {
  if (digest !== asked.digest)
    return [
      {
        where: 'digest',
        message:
          'is of another plan: the files, the count or what is asked have changed since it was looked at',
      },
    ]
  const differing = totals.flatMap(({ label, difference }, at) =>
    difference === 0 || asked.acceptDifferences
      ? []
      : [
          {
            where: `plan.totals.${at}`,
            message: `${label} differs from what is published`,
            value: difference,
          },
        ],
  )
  return [...hindrances, ...differing]
}

/** Makes counts of what was brought and checked. Methods that name an intake give undefined where there is none. */
export class Publisher {
  readonly #parts: PublisherParts
  #busy = false

  constructor(parts: PublisherParts) {
    this.#parts = parts
  }

  /**
   * What the accepted lines of an intake become in a count; nothing is changed.
   * @throws NotNow, Unplannable, QueryError
   */
  plan(id: string, count: Count, request: PlanRequest): Promise<PlanReply | undefined> {
    return withPlan(this.#parts.intakes, id, count, request, ({ planned }) => planned.reply)
  }

  /**
   * Tells whether what is asked can be published into the count as it stands.
   * @throws NotNow where another is being published, Unplannable, Unpublishable
   */
  async ready(id: string, count: Count, request: PublishRequest): Promise<PlanReply | undefined> {
    this.#alone()
    const reply = await this.plan(id, count, request.plan)
    if (reply) refuse(reply, request)
    return reply
  }

  #alone(): void {
    if (this.#busy)
      throw new NotNow('publish', 'Another import is being published. Wait for it or cancel it.')
  }

  /**
   * Makes a count with the import in it beside the one it changes, keeps it and serves it: all of it or nothing.
   * @param commit called once nothing is left but to serve it, from when it cannot be cancelled
   * @throws NotNow, Unplannable, Unpublishable, Outdated, PackageError, QueryError, the disk's own error
   */
  async publish(
    id: string,
    count: Count,
    request: PublishRequest,
    progress: (done: number, total: number) => void = () => undefined,
    signal: AbortSignal = new AbortController().signal,
    commit: () => void = () => undefined,
  ): Promise<PublishResult | undefined> {
    this.#alone()
    this.#busy = true
    let done = 0
    const step = () => {
      done += 1
      progress(done, PUBLISH_STEPS)
    }
    try {
      return await this.#publish(id, count, request, step, signal, commit)
    } finally {
      this.#busy = false
    }
  }

  /** Keeps and serves what was made; where it cannot be served it is not kept either. */
  async #serve(scratch: string, base: Count, step: () => void, commit: () => void): Promise<Count> {
    const { counts } = this.#parts
    const before = new Set((await counts.list()).map(({ hash }) => hash))
    const kept = await counts.adopt(scratch, base.hash)
    try {
      step()
      commit()
      const served = await counts.serve(kept.hash, base.hash)
      step()
      return served
    } catch (error) {
      if (!before.has(kept.hash)) await counts.remove(kept.hash).catch(() => undefined)
      throw error
    }
  }

  async #publish(
    id: string,
    count: Count,
    request: PublishRequest,
    step: () => void,
    signal: AbortSignal,
    commit: () => void,
  ) {
    const { intakes, counts } = this.#parts
    const base = await counts.folder(count.hash)
    if (!base) throw new NotNow('count', 'The count that is to be changed is kept here no longer.')
    const scratch = await counts.scratch()
    try {
      const make = async (open: OpenPlan) => {
        refuse(open.planned.reply, request)
        step()
        const about = aboutOf(request, open.receipt, this.#parts.now().toISOString().slice(0, 10))
        const next = nextId(count.id, await counts.list(), request.digest)
        await makePackage({
          open,
          request: request.plan,
          count,
          base,
          scratch,
          id: next,
          about,
          step,
          signal,
        })
        return open.planned.reply
      }
      const also = [intakes.folder(id), base]
      const reply = await withPlan(intakes, id, count, request.plan, make, {
        signal,
        folder: scratch,
        also,
        threads: 1,
      })
      if (!reply) return undefined
      signal.throwIfAborted()
      const served = await this.#serve(scratch, count, step, () => {
        signal.throwIfAborted()
        commit()
      })
      return {
        intake: id,
        count: { id: served.id, hash: served.hash, title: served.title },
        base: { id: count.id, hash: count.hash },
        years: reply.years,
      }
    } finally {
      await rm(scratch, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

function refuse(reply: PlanReply, request: PublishRequest): void {
  const faults = faultsOf(reply, request)
  if (faults.length > 0) throw new Unpublishable(faults)
}
