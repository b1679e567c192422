import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanRequest } from '../api/contract-publish.ts'
import type { Count } from '../count/open.ts'
import { writeDescriptor } from '../count/resource.ts'
import type { Row } from '../count/schema.ts'
import { readDescriptor } from '../shelf/kept-folder.ts'
import type { About } from './about.ts'
import { amendmentRows } from './amendment-rows.ts'
import { movedTotals, overtakenTotals, ownTotals } from './control-totals.ts'
import { sourceOf } from './hindrances.ts'
import { type Move, makeLines } from './lines.ts'
import { driverRows, filesOf, functionRows, ruleRows, sourceRows, yearRows } from './new-rows.ts'
import type { OpenPlan } from './open-plan.ts'
import { type Overtaken, overtakenBy } from './overtaken.ts'
import { type Changes, writeSpend, writeTables } from './tables.ts'
import { verify } from './verify.ts'

export interface ToMake {
  readonly open: OpenPlan
  readonly request: PlanRequest
  readonly count: Count
  /** Folder of the count's package. */
  readonly base: string
  /** An empty folder for the new one. */
  readonly scratch: string
  /** Identifier of the new count. */
  readonly id: string
  readonly about: About
  readonly step: () => void
  readonly signal: AbortSignal
}

const MOST_TITLE = 200

/** Title of a count with an import in it. */
function titleWith(title: string, added: string, amended: boolean): string {
  const whole = `${title}${amended ? ' and ' : ' with '}${added}`
  return whole.length > MOST_TITLE ? `${whole.slice(0, MOST_TITLE - 1)}…` : whole
}

function changesOf(
  { open, request, count, about }: ToMake,
  moves: readonly Move[],
  overtaken: readonly Overtaken[],
): Changes {
  const { planned, state } = open
  const { catalogue, hash } = count
  const files = filesOf(state)
  const sources = files.map(sourceOf)
  const [source] = sources as [string]
  const added = (rows: readonly Row[]) => (rows.length > 0 ? { rows } : undefined)
  const totals = [
    ...overtakenTotals(movedTotals(catalogue, moves, about, source), catalogue, overtaken, about, source),
    ...ownTotals(request.totals, planned.reply.totals, planned.reply.years, about, source),
  ]
  const changes = {
    source: added(
      sourceRows(
        files,
        about,
        planned.reply.years.map(({ year }) => year),
      ),
    ),
    rule: added(ruleRows(catalogue, planned.wides.values())),
    function: added(functionRows(catalogue, planned)),
    driver: added(driverRows(catalogue, planned.wides.values(), source)),
    financial_year: added(yearRows(planned, about)),
    control_total: { rows: totals.map((total) => ({ ...total })), anew: true as const },
    amendment: added(amendmentRows(planned, about, hash, catalogue.amendments.length + 1, sources)),
  }
  return Object.fromEntries(Object.entries(changes).filter(([, change]) => change)) as Changes
}

/**
 * Makes the package of a count with an import in it, in a folder of its own, and verifies it. The same import, plan,
 * titles and day give the same bytes.
 * @throws PackageError, QueryError, the disk's own error, or Error where it is not as planned
 */
export async function makePackage(given: ToMake): Promise<void> {
  const { open, count, base, scratch, id, about, step, signal } = given
  const { bench, planned, state } = open
  const descriptor = await readDescriptor(base)
  const folders = { base, descriptor, scratch }
  const moves = await makeLines(bench, planned, state, about, join(base, 'spend.parquet'))
  const overtaken = await overtakenBy(bench, count)
  step()
  const spend = await writeSpend(bench, folders)
  step()
  const tables = await writeTables(folders, changesOf(given, moves, overtaken), bench.limits, signal)
  const title = titleWith(count.title, about.title, count.catalogue.amendments.length > 0)
  await writeDescriptor(scratch, { id, title, compiled: about.made }, [spend, ...tables])
  await rm(join(scratch, 'spill'), { recursive: true, force: true })
  step()
  signal.throwIfAborted()
  await verify(scratch, planned, bench.limits)
  step()
}
