import { join } from 'node:path'
import { type Count, openCount } from '../../server/count/open.ts'
import { Intakes } from '../../server/intake/intakes.ts'
import { type Mapping, mappingSchema } from '../../server/intake/mapping.ts'
import type { Report } from '../../server/intake/report.ts'
import type { State } from '../../server/intake/store.ts'
import { Unreadable } from '../../server/intake/terms.ts'
import { randomId } from '../../server/random-id.ts'
import { ROOT } from '../../server/root.ts'
import { ENGINE, temporary } from '../fixtures/open-fixture.ts'

export type Content = string | Buffer | Uint8Array

export async function* sent(content: Content): AsyncGenerator<Buffer> {
  yield Buffer.from(content as string)
}

export interface Brought {
  readonly id: string
  readonly state: State
  readonly report: Report
  /** Severity and rule of everything found. */
  readonly rules: readonly string[]
}

/** Intakes of a folder of their own, against the count that ships. */
export async function openIntakes(megabytes = 4, threads = 1) {
  const { folder, remove } = await temporary()
  const count: Count = await openCount(join(ROOT, 'data/count'), folder, { ...ENGINE, threads: 1 })
  const intakes = new Intakes(folder, {
    id: randomId,
    now: () => new Date(0),
    megabytes,
    threads,
    memoryLimit: '512MB',
  })

  const upload = async (files: Readonly<Record<string, Content>>): Promise<State> => {
    const { id } = await intakes.start()
    for (const [name, content] of Object.entries(files)) await intakes.put(id, name, sent(content), count)
    return (await intakes.read(id))!
  }

  /** Uploads, takes the mapping proposed with some changes, and checks. */
  const bring = async (
    files: Readonly<Record<string, Content>> | Content,
    changes: Partial<Mapping> = {},
  ): Promise<Brought> => {
    const many =
      typeof files === 'string' || ArrayBuffer.isView(files) ? { 'file.csv': files as Content } : files
    const state = await upload(many as Readonly<Record<string, Content>>)
    const base = state.proposal!.mapping
    const mapping = mappingSchema.parse({
      ...base,
      ...changes,
      constants: { ...base.constants, ...changes.constants },
    })
    await intakes.map(state.id, mapping, count)
    const report = (await intakes.check(state.id, count))!
    const { rows, pence } = report
    const passed = Object.values(rows.passed).reduce((sum, each) => sum + each, 0)
    if (rows.in !== rows.accepted + rows.rejected + passed)
      throw new Error(`rows are lost: ${JSON.stringify(rows)}`)
    if (BigInt(pence.in) !== BigInt(pence.accepted) + BigInt(pence.rejected))
      throw new Error(`pence are lost: ${JSON.stringify(pence)}`)
    return {
      id: state.id,
      state: (await intakes.read(state.id))!,
      report,
      rules: report.rules.map(({ severity, rule }) => `${severity} ${rule}`),
    }
  }

  /** Why a file cannot be read. */
  const refusal = async (content: Content, name = 'file.csv'): Promise<Unreadable> => {
    const error = await upload({ [name]: content }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof Unreadable)) throw new Error(`${name} was not refused: ${error}`)
    return error
  }

  const close = async () => {
    count.engine.close()
    await remove()
  }
  return { count, intakes, folder, upload, bring, refusal, close }
}

export type Opened = Awaited<ReturnType<typeof openIntakes>>

export const HEADER = 'Place,Agency,Year,Service,Amount'
export const ROW = 'E08000003,E4203,2017-18,Parks,100.00'

/** A small sound file with these amounts. */
export const withAmounts = (...amounts: string[]) =>
  [HEADER, ...amounts.map((amount, at) => `E08000003,E4203,2017-18,Service ${at},"${amount}"`)].join('\n')
