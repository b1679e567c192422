import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Request, Router } from 'express'
import type { Logger } from 'pino'
import type { Count } from '../count/open.ts'
import { CHECK_STEPS } from '../intake/check.ts'
import type { Intakes } from '../intake/intakes.ts'
import type { State } from '../intake/store.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Shelf } from './borrowed.ts'
import { type CheckResult, type IntakeReply, mappingRequest } from './contract-intake.ts'
import { csvLines } from './intake-csv.ts'
import { intakeRefusal } from './intake-refusal.ts'
import { shown, started } from './jobs.ts'
import { notReady, Refusal } from './problem.ts'
import { rawBody } from './raw-body.ts'
import { readBody } from './read-body.ts'
import { handlers, route } from './route.ts'

export interface IntakeParts {
  readonly intakes: Intakes
  readonly jobs: Jobs
  readonly shelf: Shelf
  readonly log: Logger
}

const SHOWN_SAMPLE = 5
const FINDING = ['severity', 'rule', 'file', 'sheet', 'row', 'column', 'value', 'message', 'repair', 'rows']

/** An intake as a reader sees it. */
const intakeShown = ({ id, created, files, proposal, mapping }: State): IntakeReply => ({
  id,
  created,
  files: files.map(({ name, bytes, sha256, reading: { type, encoding, parts, findings } }) => ({
    name,
    bytes,
    sha256,
    type,
    encoding,
    tables: parts.map(({ sheet, delimiter, headers, headerRow, rows, data, passed, passedRows, sample }) => ({
      sheet,
      delimiter,
      headers: [...headers],
      headerRow,
      rows,
      data,
      passed,
      passedRows: [...passedRows],
      sample: sample.slice(0, SHOWN_SAMPLE).map((row) => [...row]),
    })),
    findings: [...findings],
  })),
  proposal: proposal as IntakeReply['proposal'],
  mapping,
})

const idOf = (request: Request) => String(request.params.id)

function there<T>(found: T | undefined, what = 'intake'): T {
  if (found === undefined) throw new Refusal(404, `There is no such ${what}: it may have been cleared away.`)
  return found
}

/** Routes by which files are brought to a count: uploaded, mapped, checked, and what became of each row. */
export function intakeRoutes({ intakes, jobs, shelf, log }: IntakeParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const count = (): Count => {
    if (!shelf.current) throw notReady()
    return shelf.current
  }
  const handler = handlers(intakeRefusal)

  route(router, '/intake', {
    post: handler(async (_request, response) => {
      const state = await intakes.start()
      response.status(201).location(`${response.req.baseUrl}/intake/${state.id}`).json(intakeShown(state))
    }),
  })

  route(router, '/intake/:id', {
    get: handler(async (request, response) => {
      response.json(intakeShown(there(await intakes.read(idOf(request)))))
    }),
    delete: handler(async (request, response) => {
      there(await intakes.remove(idOf(request)))
      response.status(204).end()
    }),
  })

  route(router, '/intake/:id/files/:name', {
    put: handler(async (request, response) => {
      rawBody(request)
      const gone = new AbortController()
      response.on('close', () => gone.abort(new Error('the sender left')))
      const state = await intakes.put(
        idOf(request),
        String(request.params.name),
        request,
        count(),
        gone.signal,
      )
      response.status(201).json(intakeShown(there(state)))
    }),
    delete: handler(async (request, response) => {
      const state = await intakes.removeFile(idOf(request), String(request.params.name), count())
      response.json(intakeShown(there(state, 'file')))
    }),
  })

  route(router, '/intake/:id/mapping', {
    put: handler(async (request, response) => {
      const mapping = readBody(mappingRequest, request.body)
      response.json(intakeShown(there(await intakes.map(idOf(request), mapping, count()))))
    }, 'needed'),
  })

  route(router, '/intake/:id/check', {
    post: handler(async (request, response) => {
      const id = idOf(request)
      const open = count()
      there(await intakes.ready(id, open))
      const job = started(() =>
        jobs.start('check', CHECK_STEPS, async (progress, signal): Promise<CheckResult> => {
          try {
            const { rows, pence } = there(await intakes.check(id, open, progress, signal))
            return { intake: id, rows, pence }
          } catch (error) {
            if (!signal.aborted) log.error({ err: error }, 'check failed')
            throw error
          }
        }),
      )
      response.status(202).location(`${response.req.baseUrl}/jobs/${job.id}`).json(shown(job))
    }),
  })

  route(router, '/intake/:id/report', {
    get: handler(async (request, response) => {
      response.json(there(await intakes.report(idOf(request))))
    }),
  })

  route(router, '/intake/:id/receipt.json', {
    get: handler(async (request, response) => {
      response.attachment('receipt.json').json(there(await intakes.receipt(idOf(request))))
    }),
  })

  const table = (name: string, lines: (id: string) => AsyncGenerator<string>) =>
    route(router, `/intake/:id/${name}.csv`, {
      get: handler(async (request, response) => {
        there(await intakes.report(idOf(request)))
        response.attachment(`${name}.csv`).type('text/csv')
        await pipeline(Readable.from(lines(idOf(request))), response).catch((error) => {
          if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
        })
      }),
    })
  table('findings', (id) => csvLines(intakes.findings(id), FINDING))
  table('rejected', (id) => csvLines(intakes.rejected(id)))
  return router
}
