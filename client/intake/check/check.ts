import { computed, effect, signal } from '@preact/signals'
import { ApiError } from '../../api.ts'
import { exactPence, integer } from '../../format.ts'
import { announce } from '../../frame/announcer.tsx'
import { resource } from '../../state/resource.ts'
import { go, part } from '../../state/store.ts'
import { forgetChange, mapping, unsent } from '../map/draft.ts'
import { faultInWords } from '../map/in-words.ts'
import type { Mapping } from '../map/mapping.ts'
import { become, intake } from '../state/intake.ts'
import { said } from '../state/said.ts'
import {
  type CheckResult,
  intakeAddress,
  type ReportReply,
  readReport,
  sendMapping,
} from '../state/server.ts'
import { longWork } from '../state/work.ts'

const id = part('intake')

export const checking = longWork<CheckResult>({
  kind: 'check',
  failed: 'The check could not be made.',
  cancelled: 'The check was cancelled: nothing was kept of it.',
})

/** Changes whenever the files, their mapping or a check do, so that the report is asked for again. */
const turn = signal(0)

const question = computed(() => {
  const now = intake.value
  if (!now || now.files.length === 0 || checking.running.value) return null
  return JSON.stringify([now.id, turn.value, now.files.map(({ sha256 }) => sha256), now.mapping])
})

interface Asked {
  of: string
  report: ReportReply | null
}

/** The report of the intake as it stands: `report` is null where it has not been checked since its last change. */
export const reported = resource(question, async (asked, stop): Promise<Asked> => {
  const [of] = JSON.parse(asked) as [string]
  try {
    return { of, report: await readReport(of, stop) }
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return { of, report: null }
    throw error
  }
})

export const report = computed(() =>
  reported.answer.value?.of === intake.value?.id ? (reported.answer.value?.report ?? null) : null,
)

/** Why a mapping was refused, fault by fault. */
export const refused = signal<readonly string[]>([])

const finish = ({ rows, pence }: CheckResult) => {
  turn.value += 1
  announce(
    `Checked: ${integer(rows.accepted)} of ${integer(rows.data)} rows accepted, ${exactPence(pence.accepted)} of ${exactPence(pence.in)}.`,
  )
}

/** Sends the mapping and checks every row by it; leads to the report. */
export async function checkNow(chosen: Mapping | null = null) {
  const now = intake.peek()
  const next = chosen ?? mapping.peek()
  if (!now || !next || checking.running.peek()) return
  refused.value = []
  if (chosen || unsent.peek() || now.mapping === null) {
    try {
      become(await sendMapping(now.id, next))
      forgetChange()
    } catch (error) {
      refused.value =
        error instanceof ApiError && error.errors.length > 0
          ? error.errors.map(({ where, message }) => faultInWords(where, message))
          : [said(error, 'The mapping could not be sent.')]
      return
    }
  }
  go({ step: 'check' })
  await checking.begin(now.id, intakeAddress(now.id, '/check'), {}, finish)
}

let desk: string | null = null

/** Another intake on the desk: what ran of the last is not of this one. */
effect(() => {
  const now = id.value
  if (now === null || now === desk) return
  desk = now
  checking.forget()
  refused.value = []
  void checking.resume(now, finish)
})
